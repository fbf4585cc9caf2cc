import type { Contexto } from '#tramites/contexto.ts';
import { AVISO_REPORTADO, applyReporte, lockReferencia, type Reporte } from './apply-reporte.ts';

/** Reports repeat, overtake each other and may come before the SMS's SID is stored: its settling applies those. */
export async function recordEntrega(ctx: Contexto, sid: string, { estado, codigo }: Reporte): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    await lockReferencia(tx, sid);
    const kept = await tx.reporteDeEntrega.createMany({
      data: { referencia: sid, fuente: 'TWILIO', estado, codigo, recibidoEn: ctx.now() },
      skipDuplicates: true,
    });
    if (kept.count === 0) return;
    const intento = await tx.intentoDeEnvio.findUnique({
      where: { idDelProveedor: sid },
      select: { aviso: { select: AVISO_REPORTADO } },
    });
    if (intento) await applyReporte(tx, ctx, intento.aviso, { estado, codigo });
  });
}
