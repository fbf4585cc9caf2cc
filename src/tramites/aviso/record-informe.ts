import type { DestinoReportado } from '#formats/rebote/destino-reportado.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { applyRebotes, findReportado, lockReferencia } from './apply-reporte.ts';
import type { AvisoHallado } from './find-aviso-de-rebote.ts';

/** Once. It wins only over what was accepted or delivered; one that comes too early waits for the settling. */
export async function recordInforme(
  ctx: Contexto,
  { id, por }: AvisoHallado,
  { accion, codigo, diagnostico }: Pick<DestinoReportado, 'accion' | 'codigo' | 'diagnostico'>,
): Promise<'ANOTADO' | 'REPETIDO'> {
  const detalle = por === 'FIRMA' ? diagnostico : `${diagnostico} (reconocido por su destinatario)`.trim();
  return ctx.db.$transaction(async (tx) => {
    // Before the message is read: the settling of its attempt either is seen below, or comes after and sees this report.
    await lockReferencia(tx, id);
    const kept = await tx.reporteDeEntrega.createMany({
      data: { referencia: id, fuente: 'REBOTE', estado: accion, codigo, detalle, recibidoEn: ctx.now() },
      skipDuplicates: true,
    });
    await applyRebotes(tx, ctx, await findReportado(tx, id));
    return kept.count === 0 ? 'REPETIDO' : 'ANOTADO';
  });
}
