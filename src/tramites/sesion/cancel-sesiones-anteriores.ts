import { SESIONES_A_LA_VEZ } from '#domain/sesion/duracion.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { openSince } from './find-sesion.ts';

/** The session rows that a browser's cookie named when somebody signed in there; of whatever kind. */
export interface SesionesDelNavegador {
  sesionId: string | null;
  sesionDeSoporteId: string | null;
}

/** What this browser had open, whoever's it was, and the oldest of the person (titular or member) beyond five. */
export async function cancelSesionesAnteriores(
  tx: Tx,
  ctx: Contexto,
  { titularId = null, miembroId = null }: { titularId?: string | null; miembroId?: string | null },
  { sesionId, sesionDeSoporteId }: SesionesDelNavegador,
): Promise<void> {
  const { ultimaActividadEn, creadaEn } = openSince(ctx.now());
  const [{ cerradas }] = await tx.$queryRaw<[{ cerradas: number }]>`
    SELECT cerrar_sesiones_anteriores(${titularId ?? miembroId}::uuid, ${sesionId}::uuid, ${sesionDeSoporteId}::uuid,
      ${SESIONES_A_LA_VEZ}::int, ${ultimaActividadEn.gt}, ${creadaEn.gt}, ${ctx.now()}) AS cerradas`;
  const datos = { causa: 'OTRO_INGRESO', cerradas };
  if (cerradas > 0) await appendBitacora(tx, ctx, { evento: 'SESIONES_TERMINADAS', titularId, datos });
}
