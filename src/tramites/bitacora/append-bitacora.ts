import type { DatosDeEvento, Evento } from '#domain/bitacora/evento.ts';
import { inPartes } from '#domain/partes.ts';
import type { Actor, Contexto, FilaDeBitacora, Tx } from '#tramites/contexto.ts';

export interface Apunte {
  evento: Evento;
  titularId?: string | null;
  folio?: string | null;
  datos?: DatosDeEvento;
}

/** The only way into the bitácora. Throws when the facts look like an e-mail address or a phone number. */
export async function appendBitacora(
  tx: Tx,
  ctx: Pick<Contexto, 'now' | 'actor' | 'alFinal'>,
  apuntes: Apunte | readonly Apunte[],
): Promise<void> {
  const filas = [apuntes].flat().map((apunte) => toFila(ctx, apunte));
  if (ctx.alFinal) for (const fila of filas) ctx.alFinal.apuntes.push(fila);
  else await insertFilas(tx, filas);
}

/** Those that a transaction left for its end (`alFinal`). */
export async function insertFilas(tx: Tx, filas: readonly FilaDeBitacora[]): Promise<void> {
  for (const parte of inPartes(filas))
    await tx.$executeRaw`
      INSERT INTO bitacora (fecha, evento, actor, titular_id, folio, datos)
      SELECT fecha, evento, actor, "titularId", folio, datos
      FROM jsonb_to_recordset(${JSON.stringify(parte)}::jsonb)
        AS fila (fecha timestamptz, evento text, actor text, "titularId" uuid, folio text, datos jsonb)`;
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
