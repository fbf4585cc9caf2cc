/** On globalThis: the bundled portal and its starter load this file apart. */
const REGISTRY = Symbol.for('buzon.cierre');

type Closer = () => Promise<void>;
type Registry = Record<'drains' | 'closers', Closer[]>;

function registry(): Registry {
  const holder = globalThis as typeof globalThis & { [REGISTRY]?: Registry };
  holder[REGISTRY] ??= { drains: [], closers: [] };
  return holder[REGISTRY];
}

/** The last registered ends first, before the embedded parts. */
export function onClose(close: Closer): void {
  registry().closers.push(close);
}

/** Registers what ends before all that, whenever it is registered: who brings the work for which the rest is there. */
export function onDrain(drain: Closer): void {
  registry().drains.push(drain);
}

/** A failure of one does not keep the others from ending. */
export async function runClosers(): Promise<void> {
  const { drains, closers } = registry();
  for (const close of [...drains.splice(0), ...closers.splice(0).reverse()]) await close().catch(() => undefined);
}
