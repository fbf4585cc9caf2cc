import type { DatosDeEvento, Evento } from '#domain/bitacora/evento.ts';
import { inPartes } from '#domain/partes.ts';
import type { Actor, Contexto, Tx } from '#tramites/contexto.ts';

export interface Apunte {
  evento: Evento;
  titularId?: string | null;
  folio?: string | null;
  datos?: DatosDeEvento;
}

/** The only way into the bitácora. Throws when the facts look like an e-mail address or a phone number. */
export function appendBitacora(tx: Tx, ctx: Pick<Contexto, 'now' | 'actor'>, apunte: Apunte): Promise<void> {
  return appendApuntes(tx, ctx, [apunte]);
}

const POR_PARTE = 1_000;

export async function appendApuntes(
  tx: Tx,
  ctx: Pick<Contexto, 'now' | 'actor'>,
  apuntes: readonly Apunte[],
): Promise<void> {
  for (const parte of inPartes(apuntes, POR_PARTE))
    await tx.bitacora.createMany({ data: parte.map((apunte) => toFila(ctx, apunte)) });
}

function toFila(
  { now, actor }: Pick<Contexto, 'now' | 'actor'>,
  { evento, titularId, folio = null, datos = {} }: Apunte,
) {
  refusePersonalData(datos);
  return {
    fecha: now(),
    evento,
    actor: nameActor(actor),
    titularId: titularId ?? (actor.tipo === 'TITULAR' ? actor.titularId : null),
    folio,
    datos,
  };
}

/** With a session, which tells the person: a titular's or a staff member's. */
function nameActor(actor: Actor): string {
  return 'sesionId' in actor ? `${actor.tipo}:${actor.sesionId}` : actor.tipo;
}

const LOOKS_PERSONAL = /[^\s@]@[^\s@]+\.[^\s@]|\+52\d{10}/;

function refusePersonalData(datos: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(datos)) {
    if (typeof value === 'string' && LOOKS_PERSONAL.test(value)) throw new Error(`bitácora: personal data in «${key}»`);
  }
}
