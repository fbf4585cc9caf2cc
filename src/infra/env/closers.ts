/** What must end before the process does. Kept on globalThis: the bundled portal and its starter load this file apart. */
const REGISTRY = Symbol.for('buzon.cierre');

type Closer = () => Promise<void>;

function registry(): Closer[] {
  const holder = globalThis as typeof globalThis & { [REGISTRY]?: Closer[] };
  holder[REGISTRY] ??= [];
  return holder[REGISTRY];
}

/** Registers what to end on Ctrl-C or SIGTERM; the last registered ends first, before the embedded parts. */
export function onClose(close: Closer): void {
  registry().push(close);
}

/** Ends everything registered, once; a failure of one does not keep the others from ending. */
export async function runClosers(): Promise<void> {
  const closers = registry().splice(0).reverse();
  for (const close of closers) await close().catch(() => undefined);
}
