import { expect, it } from 'vitest';
import {
  findNodes,
  isMember,
  isTest,
  listFiles,
  type Node,
  nameOf,
  parseFile,
  readText,
  type Source,
} from './source.ts';

/** What the database's clock is asked by. */
const SQL_CLOCK =
  /(?<!\.)\b(now\s*\(\s*\)|(clock|statement|transaction)_timestamp\s*\(|timeofday\s*\(|current_(timestamp|date|time)\b|local(timestamp|time)\b)/i;

it('the database keeps no instant of its own clock, which BUZON_DESFASE does not move', () => {
  // The queue lives by it, and addTarea tells it the difference; the start compares it with this machine's; and Prisma's
  // record of the migrations is by it; and how far a replica is behind is a matter of its own.
  const allowed =
    /^(src\/(infra\/queue\/|infra\/db\/lectura\.ts|demo\/move-reloj\.ts|cli\/check-database\.ts)|prisma\/apply-migrations\.ts)/;
  const code = filesWith(SQL_CLOCK, 'src', 'prisma').filter(({ path }) => !allowed.test(path) && !isTest(path));
  expect(code.flatMap((source) => findNodes(source, asksDatabase))).toEqual([]);
  const sql = listFiles('prisma').filter((file) => /\.(sql|prisma)$/.test(file));
  expect(sql.length).toBeGreaterThan(2);
  expect(sql.filter((file) => SQL_CLOCK.test(readText(file).replace(/--.*|\/\/.*/g, '')))).toEqual([]);
  expect(sql.filter((file) => readText(file).includes('@updatedAt'))).toEqual([]);
});

it('what puts a job off says until when by the portal’s clock, through addTarea alone', () => {
  const adds = filesWith(/graphile_worker\.add_job/, 'src').map(({ path }) => path);
  expect(adds).toEqual(['src/infra/queue/add-periodic-jobs.ts', 'src/tramites/tarea/add-tarea.ts']);
});

/** Tests that know both a day of the calendar and this machine's clock, and why that is right on any day. */
const OF_BOTH_CLOCKS = {
  'src/demo/autoridad/start-ocsp-responder.test.ts': 'the day is when a certificate was revoked, long ago',
  'src/infra/tsa/create-stamp-time.test.ts': 'openssl stamps by the machine, tokens made by hand by a day of their own',
  'tests/integration/pooler/pgbouncer.test.ts': 'the day is one whose hour Tijuana would tell otherwise',
  'tests/integration/robustez/ajustes.test.ts': 'the day is that of a certificate that expired',
  'tests/integration/robustez/instalacion.ts': 'sets BUZON_DESFASE to what is between them',
  'tests/support/efirma-del-sat.ts': 'sets BUZON_DESFASE to what is between them',
  'tests/support/escenario.ts': 'tells the queue what is between them',
};

it('a test lives on a day of its own or on today, so that it passes on any day', () => {
  const tests = filesWith(/\d{4}-\d\d-\d\d|AHORA/, 'src', 'tests').filter(({ path }) =>
    /^tests\/(integration|e2e|support)\/|\.test\.tsx?$/.test(path),
  );
  const both = tests.filter((source) => knowsDay(source) && findNodes(source, readsMachine).length > 0);
  expect(both.map(({ path }) => path).sort()).toEqual(Object.keys(OF_BOTH_CLOCKS).sort());
});

/** The code that has such a thing in its text: to read the tree of all of it takes long. */
function filesWith(pattern: RegExp, ...folders: string[]): Source[] {
  return listFiles(...folders)
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && pattern.test(readText(file)))
    .map(parseFile);
}

function asksDatabase(node: Node): boolean {
  return SQL_CLOCK.test(stringOf(node));
}

function stringOf({ type, value }: Node): string {
  if (type === 'TemplateElement') return (value as { raw: string }).raw;
  return type === 'Literal' && typeof value === 'string' ? value : '';
}

/** A date in a string, or the moment at which the tests with an authority live. */
function knowsDay(source: Source): boolean {
  const isDay = (node: Node) => /^\d{4}-\d\d-\d\d(T|$)/.test(stringOf(node)) || nameOf(node) === 'AHORA';
  return findNodes(source, isDay).length > 0;
}

function readsMachine(node: Node): boolean {
  const isBare = Array.isArray(node.arguments) && node.arguments.length === 0 && nameOf(node.callee) === 'Date';
  return isBare || isMember(node, 'Date', 'now') || asksDatabase(node);
}
