/** Prisma's types without `@db`, in PostgreSQL. */
const TYPES: Record<string, string> = {
  BigInt: 'BIGINT',
  Boolean: 'BOOLEAN',
  Bytes: 'BYTEA',
  DateTime: 'TIMESTAMP(3)',
  Int: 'INTEGER',
  Json: 'JSONB',
  String: 'TEXT',
};
const ACTIONS: Record<string, string> = { Cascade: 'CASCADE', Restrict: 'RESTRICT', SetNull: 'SET NULL' };
const BLOCK = /^(enum|model) (\w+) \{\n([\s\S]*?)^\}/gm;
/** Whatever else a line may hold is not read here, and must not be passed over. */
const ATTRIBUTES =
  /@id\b|@unique\b|@map\("\w+"\)|@db\.\w+(\(\d+\))?|@relation\([^)]*\)|@default\(("[^"]*"|\d+|true|false|autoincrement\(\)|uuid\(7?\)|dbgenerated\("[^"]*"\))\)/g;

interface Field {
  name: string;
  column: string;
  type: string;
  mark: string;
  attributes: string;
}

interface Model {
  table: string;
  fields: Field[];
  /** Of several fields: `@@id([uno, otro])` as ['id', ['uno', 'otro']]. */
  keys: [kind: string, fields: string[]][];
}

/**
 * The tables, enumerations, keys and indexes that a Prisma schema asks of an empty PostgreSQL, as `prisma migrate` makes
 * them. Throws on what of Prisma's language this schema had not used so far.
 */
export function schemaSql(schema: string): string {
  const blocks = [...schema.matchAll(BLOCK)].map(([, kind, name = '', body = '']) => ({
    kind,
    name,
    lines: body.split('\n').flatMap((line) => line.trim() || []),
  }));
  const enums = blocks
    .filter(({ kind }) => kind === 'enum')
    .map(({ name, lines }) => [name, lines.filter(isSaid)] as const);
  const models = new Map(
    blocks
      .filter(({ kind }) => kind === 'model')
      .map(({ name, lines }) => [name, readModel(name, lines.filter(isSaid))]),
  );
  const known = new Set(enums.map(([name]) => name));
  const all = [...models.values()];
  return [
    ...enums.map(
      ([name, values]) => `CREATE TYPE "${name}" AS ENUM (${values.map((value) => `'${value}'`).join(', ')})`,
    ),
    ...all.map((model) => tableOf(model, known, models)),
    ...all.flatMap(indexesOf),
    ...all.flatMap((model) => foreignKeysOf(model, models)),
    '',
  ].join(';\n');
}

function isSaid(line: string): boolean {
  return !line.startsWith('//');
}

function readModel(name: string, lines: string[]): Model {
  const model: Model = { table: name, fields: [], keys: [] };
  for (const line of lines) {
    const [, map] = /^@@map\("(\w+)"\)$/.exec(line) ?? [];
    const [, kind, names] = /^@@(id|index|unique)\(\[([\w, ]+)\]\)$/.exec(line) ?? [];
    if (map) model.table = map;
    else if (kind && names) model.keys.push([kind, names.split(', ')]);
    else model.fields.push(readField(line));
  }
  return model;
}

function readField(line: string): Field {
  const [, name = '', type = '', mark = '', attributes = ''] = /^(\w+) +(\w+)(\?|\[\])?(.*)$/.exec(line) ?? [];
  if (name === '' || attributes.replace(ATTRIBUTES, '').trim() !== '') throw new Error(`Not read here: ${line}`);
  return { name, type, mark, attributes, column: /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? name };
}

function tableOf({ table, fields, keys }: Model, enums: Set<string>, models: Map<string, Model>): string {
  const columns = fields.filter(({ type }) => !models.has(type)).map((field) => columnOf(field, enums));
  const [, primary] = keys.find(([kind]) => kind === 'id') ?? [];
  const key = primary ?? fields.filter(({ attributes }) => /@id\b/.test(attributes)).map(({ name }) => name);
  const constraint = `CONSTRAINT "${nameOf([table], 'pkey')}" PRIMARY KEY (${quoted(columnsOf(fields, key))})`;
  return `CREATE TABLE "${table}" (${[...columns, constraint].join(', ')})`;
}

function columnOf({ column, type, mark, attributes }: Field, enums: Set<string>): string {
  const [, native, size = ''] = /@db\.(\w+)(\(\d+\))?/.exec(attributes) ?? [];
  const plain = native ? native.toUpperCase() + size : (TYPES[type] ?? (enums.has(type) ? `"${type}"` : undefined));
  if (plain === undefined) throw new Error(`No type ${type}`);
  const isSerial = attributes.includes('autoincrement()');
  const sqlType = isSerial ? plain.replace('BIGINT', 'BIGSERIAL').replace('INTEGER', 'SERIAL') : plain;
  const nullability = mark === '?' ? [] : ['NOT NULL'];
  return [`"${column}"`, mark === '[]' ? `${sqlType}[]` : sqlType, ...nullability, ...defaultOf(attributes)].join(' ');
}

function defaultOf(attributes: string): string[] {
  const [, text, literal, sql] =
    /@default\((?:"(.*?)"|(\d+|true|false)|dbgenerated\("(.*?)"\))\)/.exec(attributes) ?? [];
  const value = sql ?? literal ?? (text === undefined ? undefined : `'${text}'`);
  return value === undefined ? [] : [`DEFAULT ${value}`];
}

function indexesOf({ table, fields, keys }: Model): string[] {
  const single = fields.filter(({ attributes }) => /@unique\b/.test(attributes));
  const all = [...single.map(({ name }): Model['keys'][number] => ['unique', [name]]), ...keys];
  return all
    .filter(([kind]) => kind !== 'id')
    .map(([kind, names]) => {
      const columns = columnsOf(fields, names);
      const [create, suffix] = kind === 'unique' ? ['UNIQUE INDEX', 'key'] : ['INDEX', 'idx'];
      return `CREATE ${create} "${nameOf([table, ...columns], suffix)}" ON "${table}" (${quoted(columns)})`;
    });
}

function foreignKeysOf({ table, fields }: Model, models: Map<string, Model>): string[] {
  return fields.flatMap(({ type, mark, attributes }) => {
    const [, own, others] = /fields: \[([\w, ]+)\], references: \[([\w, ]+)\]/.exec(attributes) ?? [];
    const target = models.get(type);
    if (!own || !others || !target) return [];
    const columns = columnsOf(fields, own.split(', '));
    const action = /onDelete: (\w+)/.exec(attributes)?.[1] ?? (mark === '?' ? 'SetNull' : 'Restrict');
    const to = `"${target.table}" (${quoted(columnsOf(target.fields, others.split(', ')))})`;
    return `ALTER TABLE "${table}" ADD CONSTRAINT "${nameOf([table, ...columns], 'fkey')}" FOREIGN KEY (${quoted(columns)}) REFERENCES ${to} ON DELETE ${ACTIONS[action]} ON UPDATE CASCADE`;
  });
}

function columnsOf(fields: Field[], names: string[]): string[] {
  return names.map((name) => {
    const field = fields.find((each) => each.name === name);
    if (!field) throw new Error(`No field ${name}`);
    return field.column;
  });
}

function quoted(columns: string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

/** Prisma cuts what is before the suffix where PostgreSQL would cut the end. */
function nameOf(parts: string[], suffix: string): string {
  return `${parts.join('_').slice(0, 62 - suffix.length)}_${suffix}`;
}
