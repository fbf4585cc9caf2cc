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
export async function appendBitacora(
  tx: Tx,
  ctx: Pick<Contexto, 'now' | 'actor'>,
  apuntes: Apunte | readonly Apunte[],
): Promise<void> {
  for (const parte of inPartes([apuntes].flat()))
    await tx.bitacora.createMany({ data: parte.map((apunte) => toFila(ctx, apunte)) });
}

function toFila(
  { now, actor }: Pick<Contexto, 'now' | 'actor'>,
  { evento, titularId, folio = null, datos = {} }: Apunte,
) {
  refusePersonalData(datos);
  const conducto = actor.tipo === 'TITULAR' ? actor.porConducto : undefined;
  return {
    fecha: now(),
    evento,
    actor: nameActor(actor),
    titularId: titularId ?? (actor.tipo === 'TITULAR' ? actor.titularId : null),
    folio,
    datos: conducto ? { ...datos, designacion: conducto.folio } : datos,
  };
}

/** With a session, which tells the person: a titular's, that of whoever acts for the titular, or a staff member's. */
function nameActor(actor: Actor): string {
  if ('porConducto' in actor && actor.porConducto) return `REPRESENTANTE:${actor.sesionId}`;
  return 'sesionId' in actor ? `${actor.tipo}:${actor.sesionId}` : actor.tipo;
}

const LOOKS_PERSONAL = /[^\s@]@[^\s@]+\.[^\s@]|\+52\d{10}/;

function refusePersonalData(datos: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(datos)) {
    if (typeof value === 'string' && LOOKS_PERSONAL.test(value)) throw new Error(`bitácora: personal data in «${key}»`);
  }
}
