import type { Contexto } from '#tramites/contexto.ts';
import { AVISO_REPORTADO, lockReferencia, moveAviso } from './apply-reporte.ts';

/** What a mail server gave back for good. */
export interface Rebote {
  /** From the Message-ID of what was sent: 122 random bits that only the message carries. */
  avisoId: string;
  /** Enhanced status code, `5.…`. */
  codigo: string;
  diagnostico: string;
}

export type ResultadoDeRebote = 'ANOTADO' | 'REPETIDO' | 'AJENO';

/**
 * Keeps a bounce once and marks its message «rebotado»; whether the medio was proved is apart from it. AJENO when no e-mail
 * of ours has this id. A bounce may come when the message had been settled in another way: it is kept, and wins only over
 * «aceptado».
 */
export async function recordRebote(
  ctx: Contexto,
  { avisoId, codigo, diagnostico }: Rebote,
): Promise<ResultadoDeRebote> {
  return ctx.db.$transaction(async (tx) => {
    const aviso = await tx.aviso.findUnique({
      where: { id: avisoId, mecanismo: 'CORREO_ELECTRONICO' },
      select: AVISO_REPORTADO,
    });
    if (!aviso) return 'AJENO';
    await lockReferencia(tx, avisoId);
    const kept = await tx.reporteDeEntrega.createMany({
      data: {
        referencia: avisoId,
        fuente: 'REBOTE',
        estado: 'failed',
        codigo,
        detalle: diagnostico,
        recibidoEn: ctx.now(),
      },
      skipDuplicates: true,
    });
    if (kept.count === 0) return 'REPETIDO';
    if (aviso.estado === 'ACEPTADO') await moveAviso(tx, ctx, aviso, { estado: 'REBOTADO', motivo: codigo });
    return 'ANOTADO';
  });
}
