/** On globalThis: the bundled portal and its starter load this file apart. */
const REGISTRY = Symbol.for('buzon.cierre');

type Closer = () => Promise<void>;

function registry(): Closer[] {
  const holder = globalThis as typeof globalThis & { [REGISTRY]?: Closer[] };
  holder[REGISTRY] ??= [];
  return holder[REGISTRY];
}

/** The last registered ends first, before the embedded parts. */
export function onClose(close: Closer): void {
  registry().push(close);
}

/** A failure of one does not keep the others from ending. */
export async function runClosers(): Promise<void> {
  const closers = registry().splice(0).reverse();
  for (const close of closers) await close().catch(() => undefined);
}
