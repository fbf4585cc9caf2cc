import { expect, it } from 'vitest';
import { VENCIBLES } from '#domain/retencion/retencion.ts';
import { WITH_REMOVAL } from '../../prisma/permisos.ts';
import { isNode, listSources, type Node, nameOf, readText, walk } from './source.ts';

/** Emptied by the library that counts attempts, and by the worker that chains the bitácora. */
const REMOVED_OTHERWISE = ['limite', 'bitacora_pendiente'];

it('the portal’s role may remove rows where the code does, and nowhere else', () => {
  const sources = listSources(['src/tramites', 'src/app', 'src/infra']).filter(({ path }) => !isGenerated(path));
  const bySql = sources.flatMap(({ text }) => [...text.matchAll(/DELETE FROM "?(\w+)/g)].map(([, table]) => table));
  const removed = new Set([
    ...sources.flatMap(({ program }) => modelsRemoved(program)).map(tableOf),
    ...bySql,
    ...Object.values(VENCIBLES).flatMap(({ tablas }) => tablas),
  ]);
  expect([...new Set([...removed, ...REMOVED_OTHERWISE])].sort()).toEqual(
    [...new Set([...WITH_REMOVAL, ...REMOVED_OTHERWISE])].sort(),
  );
});

function isGenerated(path: string): boolean {
  return path.startsWith('src/generated/');
}

/** `tx.challenge.deleteMany(…)` as challenge, for whatever is a model. */
function modelsRemoved(program: Node): string[] {
  const models: string[] = [];
  walk(program, ({ type, callee }) => {
    if (type !== 'CallExpression' || !isNode(callee) || !/^delete(Many)?$/.test(nameOf(callee.property) ?? '')) return;
    const model = isNode(callee.object) ? nameOf(callee.object.property) : undefined;
    if (model && tableOf(model)) models.push(model);
  });
  return models;
}

/** The table of a model of Prisma's schema, by the model's name in the client. */
function tableOf(model: string): string | undefined {
  const name = model.charAt(0).toUpperCase() + model.slice(1);
  return new RegExp(`^model ${name} \\{[^}]*@@map\\("(\\w+)"\\)`, 'm').exec(readText('prisma/schema.prisma'))?.[1];
}
