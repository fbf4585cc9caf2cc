import { directivesOf, findNodes, isNode, type Node, nameOf, placeOf, type Source, textOf, walk } from './source.ts';

/** A function as these tests see it. */
export interface Fn {
  name: string;
  place: string;
  isAsync: boolean;
  text: string;
  /** The text of each statement of its body, without directives. */
  statements: string[];
  lines: number;
}

/** The functions that a file exports, by their exported names; 'default' for the default one. */
export function exportedFunctions(source: Source): Fn[] {
  const statements = source.program.body as Node[];
  return statements.flatMap((statement) => {
    if (statement.type === 'ExportDefaultDeclaration') return toFns(source, 'default', statement.declaration);
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const specifiers = (statement.specifiers as Node[]).flatMap(({ local, exported }) =>
      toFns(source, nameOf(exported) ?? '', findDeclaration(statements, nameOf(local))),
    );
    return [...declaredIn(source, statement.declaration), ...specifiers];
  });
}

/** Everything that a file exports as a value that is not a function written there: constants, re-exports, classes. */
export function exportedValues(source: Source): string[] {
  const functions = new Set(exportedFunctions(source).map(({ name }) => name));
  return (source.program.body as Node[])
    .filter(({ type, exportKind }) => /^Export/.test(type) && exportKind !== 'type')
    .flatMap((statement) => {
      const declaration = isNode(statement.declaration) ? namesOf(statement.declaration) : [];
      const specifiers = ((statement.specifiers as Node[] | undefined) ?? []).map(
        ({ exported }) => nameOf(exported) ?? '',
      );
      return statement.type === 'ExportAllDeclaration' ? ['*'] : [...declaration, ...specifiers];
    })
    .filter((name) => !functions.has(name));
}

/** Functions with a directive of their own, such as an inline 'use server'. */
export function functionsThatSay(source: Source, directive: string): Fn[] {
  const found: Fn[] = [];
  walk(source.program, (node) => {
    const says = isNode(node.body) && directivesOf(node.body.body).includes(directive);
    if (says) found.push(...toFns(source, nameOf(node.id) ?? 'anonymous', node));
  });
  return found;
}

export function allFunctions(source: Source): Fn[] {
  const found: Fn[] = [];
  findNodes(source, (node) => {
    if (/^(Function(Declaration|Expression)|ArrowFunctionExpression)$/.test(node.type)) {
      found.push(...toFns(source, nameOf(node.id) ?? 'anonymous', node));
    }
    return false;
  });
  return found;
}

/** The names that a declaration declares. */
export function namesOf(declaration: Node): string[] {
  if (declaration.type !== 'VariableDeclaration') return [nameOf(declaration.id) ?? 'default'];
  return (declaration.declarations as Node[]).map(({ id }) => nameOf(id) ?? '');
}

function declaredIn(source: Source, declaration: unknown): Fn[] {
  if (!isNode(declaration)) return [];
  if (declaration.type !== 'VariableDeclaration') return toFns(source, nameOf(declaration.id) ?? '', declaration);
  return (declaration.declarations as Node[]).flatMap(({ id, init }) => toFns(source, nameOf(id) ?? '', init));
}

function findDeclaration(statements: Node[], name: string | undefined): unknown {
  for (const statement of statements) {
    if (statement.type === 'FunctionDeclaration' && nameOf(statement.id) === name) return statement;
    const declarators = (statement.declarations as Node[] | undefined) ?? [];
    const variable = declarators.find(({ id }) => nameOf(id) === name);
    if (variable) return variable.init;
  }
  return undefined;
}

/** A wrapper such as `cache(async () => …)` counts as the function inside it. */
function toFns(source: Source, name: string, node: unknown): Fn[] {
  if (!isNode(node)) return [];
  if (node.type === 'CallExpression') return (node.arguments as Node[]).flatMap((inner) => toFns(source, name, inner));
  if (!/^(Function(Declaration|Expression)|ArrowFunctionExpression)$/.test(node.type)) return [];
  const text = textOf(source, node);
  const isAsync = node.async === true;
  return [
    {
      name,
      place: placeOf(source, node),
      isAsync,
      text,
      statements: bodyOf(source, node),
      lines: text.split('\n').length,
    },
  ];
}

function bodyOf(source: Source, { body }: Node): string[] {
  if (!isNode(body)) return [];
  if (body.type !== 'BlockStatement') return [textOf(source, body)];
  const statements = body.body as Node[];
  return statements.filter(({ directive }) => typeof directive !== 'string').map((node) => textOf(source, node));
}
