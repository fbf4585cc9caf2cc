import { inPartes } from '#domain/partes.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import type { ContextoDeAcuses } from './issue-acuse.ts';

/** Signatures asked for at once: a command that seals is a process for each. */
const SELLOS_A_LA_VEZ = 8;
/** What changes meanwhile is another acuse, to be sealed again. */
const VUELTAS = 5;

/** Ends a transaction whose acuses are not sealed yet: nothing of it is kept. */
class FaltanSellos extends Error {}

/** The same code as the database's own when two transactions change what each has read: nothing was done. */
class CambioMientras extends Error {
  readonly code = '40001';
}

/**
 * A transaction that issues acuses. Where the key is elsewhere nobody waits for it with rows in hand: the work is done
 * to learn what is to be sealed and undone, that is sealed, and it is done again at the same instant with the same
 * folios. What then has changed is sealed anew. Throws what `work` throws, or why nothing could be sealed.
 */
export async function runSealed<Ctx extends ContextoDeAcuses & Pick<Contexto, 'db'>, T>(
  ctx: Ctx,
  options: { timeout?: number },
  work: (tx: Tx, ctx: Ctx) => Promise<T>,
): Promise<T> {
  if (!ctx.sello.isDeFuera) return ctx.db.$transaction((tx) => work(tx, ctx), options);
  const instante = ctx.now();
  const sellos = new Map<string, Uint8Array>();
  const folios: bigint[] = [];
  for (let vuelta = 0; vuelta < VUELTAS; vuelta++) {
    const faltan = new Map<string, Uint8Array>();
    const sello = Object.create(ctx.sello, {
      isDeFuera: { value: false },
      sign: { value: async (bytes: Uint8Array) => find(sellos, faltan, bytes) },
    });
    try {
      return await ctx.db.$transaction(async (tx) => {
        const done = await work(tx, { ...ctx, now: () => instante, sello, folios: { usados: 0, sacados: folios } });
        if (faltan.size > 0) throw new FaltanSellos();
        return done;
      }, options);
    } catch (error) {
      if (!(error instanceof FaltanSellos)) throw error;
    }
    for (const parte of inPartes([...faltan], SELLOS_A_LA_VEZ))
      await Promise.all(parte.map(async ([cadena, bytes]) => sellos.set(cadena, await ctx.sello.sign(bytes))));
  }
  throw new CambioMientras('what is to be certified changes each time that it is sealed');
}

/** The sello of a cadena; until there is one, bytes that are never kept. */
function find(sellos: Map<string, Uint8Array>, faltan: Map<string, Uint8Array>, bytes: Uint8Array): Uint8Array {
  const cadena = Buffer.from(bytes).toString('base64');
  const sello = sellos.get(cadena);
  if (!sello) faltan.set(cadena, bytes);
  return sello ?? new Uint8Array();
}
