import { SESIONES_A_LA_VEZ } from '#domain/sesion/duracion.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { openSince } from './find-sesion.ts';

/** The session rows that a browser's cookie named when somebody signed in there; of whatever kind. */
export interface SesionesDelNavegador {
  sesionId: string | null;
  sesionDeSoporteId: string | null;
}

/** Those that a certificate opened, of titular and staff: it is known not to be good any more. */
export async function cancelSesionesDeCertificado(tx: Tx, ctx: Contexto, huella: string): Promise<void> {
  const [fin] = await tx.$queryRaw<[Fin]>`
    SELECT cerrar_sesiones_de_certificado(${huella}, ${ctx.now()}) AS cerradas`;
  await record(tx, ctx, fin, 'CERTIFICADO_REVOCADO');
}

/** What this browser had open, whoever's it was, and the oldest of the person (titular or member) beyond five. */
export async function cancelSesionesAnteriores(
  tx: Tx,
  ctx: Contexto,
  personaId: string,
  { sesionId, sesionDeSoporteId }: SesionesDelNavegador,
): Promise<void> {
  const { ultimaActividadEn, creadaEn } = openSince(ctx.now());
  const [fin] = await tx.$queryRaw<[Fin]>`
    SELECT cerrar_sesiones_anteriores(${personaId}::uuid, ${sesionId}::uuid, ${sesionDeSoporteId}::uuid,
      ${SESIONES_A_LA_VEZ}::int, ${ultimaActividadEn.gt}, ${creadaEn.gt}, ${ctx.now()}) AS cerradas`;
  await record(tx, ctx, fin, 'OTRO_INGRESO');
}

type Fin = { cerradas: number };

async function record(tx: Tx, ctx: Contexto, { cerradas }: Fin, causa: string): Promise<void> {
  if (cerradas > 0) await appendBitacora(tx, ctx, { evento: 'SESIONES_TERMINADAS', datos: { causa, cerradas } });
}
