import { describe, expect, it } from 'vitest';
import { findNodes, isMember, listSources, nameOf } from './source.ts';

describe('domain and formats are pure', () => {
  const domain = listSources(['src/domain', 'src/formats']);
  const IMPURE = new Set(
    'Buffer console crypto document fetch globalThis navigator performance process queueMicrotask require setImmediate setInterval setTimeout window'.split(
      ' ',
    ),
  );

  it('does not know what time it is', () => {
    expect(domain.flatMap((source) => findNodes(source, readsClock))).toEqual([]);
  });

  it('leaves nothing to chance', () => {
    expect(domain.flatMap((source) => findNodes(source, (node) => isMember(node, 'Math', 'random')))).toEqual([]);
  });

  it('touches neither Node nor the browser', () => {
    const faults = domain.flatMap((source) =>
      findNodes(source, (node, parent) => {
        const isOwnName = parent?.property === node || parent?.key === node;
        return node.type === 'Identifier' && IMPURE.has(node.name as string) && !isOwnName;
      }),
    );
    expect(faults).toEqual([]);
  });
});

it('only infra/clock reads the clock on the server, so that BUZON_DESFASE moves everything', () => {
  // A stopwatch of the start, the stop, the embedded database and how far a replica is behind measures real waiting.
  const allowed = /^src\/(infra\/clock\/|ui\/|cli\/|demo\/postgres\/|infra\/db\/lectura\.ts)/;
  const faults = listSources(['src']).filter(({ path }) => !allowed.test(path));
  expect(faults.flatMap((source) => findNodes(source, readsClock))).toEqual([]);
});

function readsClock(node: Parameters<Parameters<typeof findNodes>[1]>[0]): boolean {
  const isBare = Array.isArray(node.arguments) && node.arguments.length === 0 && nameOf(node.callee) === 'Date';
  return isBare || isMember(node, 'Date', 'now') || isMember(node, 'performance', 'now');
}
