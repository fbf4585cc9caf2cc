import type { Contexto } from '#tramites/contexto.ts';
import { AVISO_REPORTADO, applyRebotes, lockReferencia } from './apply-reporte.ts';
import { avisoIdOf, isIdDeMensaje } from './id-de-mensaje.ts';

/** What a mail server gave back for good. */
export interface Rebote {
  /** Left part of the Message-ID of what was sent. */
  idDeMensaje: string;
  /** Enhanced status code, as `5.1.1`. */
  codigo: string;
  diagnostico: string;
}

export type ResultadoDeRebote = 'ANOTADO' | 'REPETIDO' | 'AJENO';

/**
 * Keeps a bounce once and marks its message «rebotado»; whether the medio was proved is apart from it. AJENO when no e-mail
 * of ours has this id, or it was not made here. A bounce may come when the message had been settled in another way: it is kept, and wins only over
 * «aceptado»; one that comes before the message is settled waits for that.
 */
export async function recordRebote(
  ctx: Contexto,
  { idDeMensaje, codigo, diagnostico }: Rebote,
): Promise<ResultadoDeRebote> {
  const avisoId = avisoIdOf(idDeMensaje);
  if (!avisoId) return 'AJENO';
  return ctx.db.$transaction(async (tx) => {
    // Before the message is read: the settling of its attempt either is seen below, or comes after and sees this bounce.
    await lockReferencia(tx, avisoId);
    const aviso = await tx.aviso.findUnique({
      where: { id: avisoId, mecanismo: 'CORREO_ELECTRONICO' },
      select: { ...AVISO_REPORTADO, intentos: { select: { claveId: true } } },
    });
    const isOurs = ({ claveId }: { claveId: string | null }) => isIdDeMensaje(ctx.claves, claveId ?? '', idDeMensaje);
    if (!aviso?.intentos.some(isOurs)) return 'AJENO';
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
    await applyRebotes(tx, ctx, aviso);
    return kept.count === 0 ? 'REPETIDO' : 'ANOTADO';
  });
}
