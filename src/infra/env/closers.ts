import { enElProceso } from './en-el-proceso.ts';

type Closer = () => Promise<void>;

const registry = enElProceso('cierre', () => ({ drains: [] as Closer[], closers: [] as Closer[] }));

/** The last registered ends first, before the embedded parts. */
export function onClose(close: Closer): void {
  registry.closers.push(close);
}

/** Registers what ends before all that, whenever it is registered: who brings the work for which the rest is there. */
export function onDrain(drain: Closer): void {
  registry.drains.push(drain);
}

/** A failure of one does not keep the others from ending. */
export async function runClosers(): Promise<void> {
  const { drains, closers } = registry;
  for (const close of [...drains.splice(0), ...closers.splice(0).reverse()]) await close().catch(() => undefined);
}
