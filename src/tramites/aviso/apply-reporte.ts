import { estadoTrasReporte, motivoDeReporte } from '#domain/aviso/reporte.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, holdInstante, type Tx } from '#tramites/contexto.ts';

type AvisoReportado = Awaited<ReturnType<typeof findReportado>>;

type Reporte = Record<'estado' | 'codigo', string>;

export async function applyReporte(tx: Tx, ctx: Contexto, aviso: AvisoReportado, reporte: Reporte): Promise<void> {
  const next = estadoTrasReporte(aviso.estado, reporte.estado);
  if (next)
    await moveAviso(tx, ctx, aviso, { estado: next, motivo: next === 'RECHAZADO' ? motivoDeReporte(reporte) : null });
}

/**
 * The first bounce wins, or else the delivery that a server confirmed, in whatever order they came. Whoever calls it
 * holds the lock of the message's id.
 */
export async function applyRebotes(tx: Tx, ctx: Contexto, aviso: AvisoReportado): Promise<void> {
  const isPorSaber = aviso.estado === 'ACEPTADO' || aviso.estado === 'QUIZA_ENTREGADO';
  if (!isPorSaber && aviso.estado !== 'ENTREGADO') return;
  const reportes = await tx.reporteDeEntrega.findMany({
    where: { referencia: aviso.id, fuente: 'REBOTE', estado: { in: ['failed', 'delivered'] } },
    orderBy: { id: 'asc' },
    select: { estado: true, codigo: true },
  });
  const rebote = reportes.find(({ estado }) => estado === 'failed');
  if (rebote) await moveAviso(tx, ctx, aviso, { estado: 'REBOTADO', motivo: rebote.codigo });
  else if (reportes.length > 0 && isPorSaber) await moveAviso(tx, ctx, aviso, { estado: 'ENTREGADO', motivo: null });
}

const AVISO_REPORTADO = {
  id: true,
  titularId: true,
  tipo: true,
  estado: true,
  folio: true,
  resueltoEn: true,
} as const;

export function findReportado(tx: Tx, id: string) {
  return tx.aviso.findUniqueOrThrow({ where: { id }, select: AVISO_REPORTADO });
}

/** Settles a message anew: only from the state it was read in, so that two reports at once move it once each. */
async function moveAviso(
  tx: Tx,
  ctx: Contexto,
  aviso: AvisoReportado,
  { estado, motivo }: { estado: 'ENTREGADO' | 'RECHAZADO' | 'REBOTADO'; motivo: string | null },
): Promise<void> {
  const { id, titularId, tipo, folio } = aviso;
  const aLaVez = holdInstante(ctx, aviso.resueltoEn);
  const data = { estado, motivo, resueltoEn: aLaVez.now() };
  const { count } = await tx.aviso.updateMany({ where: { id, estado: aviso.estado }, data });
  const datos = { avisoId: id, tipo, estado, motivo };
  if (count > 0) await appendBitacora(tx, aLaVez, { evento: 'ENVIO_RESUELTO', titularId, folio, datos });
}

/** What was told of a message before its attempt was settled: applied now, under the lock that reports take as well. */
export async function applyEarlyReportes(
  tx: Tx,
  ctx: Contexto,
  aviso: AvisoReportado & { mecanismo: Mecanismo },
  idDelProveedor: string | null,
): Promise<void> {
  if (aviso.mecanismo === 'CORREO_ELECTRONICO') {
    await lockReferencia(tx, aviso.id);
    return applyRebotes(tx, ctx, aviso);
  }
  if (idDelProveedor === null) return;
  await lockReferencia(tx, idDelProveedor);
  const reportes = await tx.reporteDeEntrega.findMany({
    where: { referencia: idDelProveedor, fuente: 'TWILIO' },
    orderBy: { id: 'asc' },
    select: { estado: true, codigo: true },
  });
  for (const reporte of reportes) await applyReporte(tx, ctx, await findReportado(tx, aviso.id), reporte);
}

/** One at a time for a message: a report and the settling of its attempt would else each miss the other. */
export async function lockReferencia(tx: Tx, referencia: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${referencia}, 7301))`;
}

/** Reports repeat, overtake each other and may come before the SMS's SID is stored: its settling applies those. */
export async function recordEntrega(ctx: Contexto, sid: string, { estado, codigo }: Reporte): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    await lockReferencia(tx, sid);
    const [aviso] = await tx.$queryRaw<AvisoReportado[]>`
      WITH nuevo AS (
        INSERT INTO reporte_de_entrega (referencia, fuente, estado, codigo, recibido_en)
        VALUES (${sid}, 'TWILIO', ${estado}, ${codigo}, ${ctx.now()}) ON CONFLICT DO NOTHING RETURNING referencia
      )
      SELECT aviso.id, titular_id AS "titularId", tipo::text, aviso.estado::text, folio, resuelto_en AS "resueltoEn"
      FROM nuevo JOIN intento_de_envio ON id_del_proveedor = referencia JOIN aviso ON aviso.id = aviso_id`;
    if (aviso) await applyReporte(tx, ctx, aviso, { estado, codigo });
  });
}
