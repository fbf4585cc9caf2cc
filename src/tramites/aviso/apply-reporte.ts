import { estadoTrasReporte } from '#domain/aviso/reporte.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { folioOf } from './find-aviso.ts';

interface AvisoReportado {
  id: string;
  titularId: string;
  tipo: string;
  estado: Parameters<typeof estadoTrasReporte>[0];
  medio: { folio: string } | null;
  aclaracion: { folio: string } | null;
}

export interface Reporte {
  estado: string;
  /** Error code of the provider; empty for none. */
  codigo: string;
}

/** Moves a message that was taken to where a report says, if it says anything, and records it. */
export async function applyReporte(tx: Tx, ctx: Contexto, aviso: AvisoReportado, reporte: Reporte): Promise<void> {
  const next = estadoTrasReporte(aviso.estado, reporte.estado);
  if (next)
    await moveAviso(tx, ctx, aviso, { estado: next, motivo: next === 'RECHAZADO' ? reporte.codigo || null : null });
}

/** Of a message, what a report of it needs. */
export const AVISO_REPORTADO = {
  id: true,
  titularId: true,
  tipo: true,
  estado: true,
  medio: { select: { folio: true } },
  aclaracion: { select: { folio: true } },
} as const;

/** Settles a message anew: only from the state it was read in, so that two reports at once move it once each. */
export async function moveAviso(
  tx: Tx,
  ctx: Contexto,
  aviso: AvisoReportado,
  { estado, motivo }: { estado: 'ENTREGADO' | 'RECHAZADO' | 'REBOTADO'; motivo: string | null },
): Promise<boolean> {
  const { id, titularId, tipo } = aviso;
  const moved = await tx.aviso.updateMany({
    where: { id, estado: aviso.estado },
    data: { estado, motivo, resueltoEn: ctx.now() },
  });
  if (moved.count === 0) return false;
  await appendBitacora(tx, ctx, {
    evento: 'ENVIO_RESUELTO',
    titularId,
    folio: folioOf(aviso),
    datos: { avisoId: id, tipo, estado, motivo },
  });
  return true;
}

/** What was told of an SMS before its attempt was settled: applied now, under the lock that reports take as well. */
export async function applyEarlyReportes(tx: Tx, ctx: Contexto, aviso: { id: string }, sid: string): Promise<void> {
  await lockReferencia(tx, sid);
  const reportes = await tx.reporteDeEntrega.findMany({
    where: { referencia: sid, fuente: 'TWILIO' },
    orderBy: { id: 'asc' },
    select: { estado: true, codigo: true },
  });
  for (const reporte of reportes) {
    const fresh = await tx.aviso.findUniqueOrThrow({ where: { id: aviso.id }, select: AVISO_REPORTADO });
    await applyReporte(tx, ctx, fresh, reporte);
  }
}

/** One at a time for a message: a report and the settling of its attempt would else each miss the other. */
export async function lockReferencia(tx: Tx, referencia: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${referencia}, 7301))`;
}
