import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte, ContextoDeTitular } from '#tramites/contexto.ts';

/** Null when there is none or it is another titular's. Recorded. */
export async function downloadAdjunto(
  ctx: ContextoDeTitular | ContextoDeSoporte,
  folio: string,
  numero: number,
): Promise<{ nombre: string; contenido: Uint8Array } | null> {
  const { actor } = ctx;
  const mensaje = await ctx.db.mensajeDeAclaracion.findFirst({
    where: { numero, aclaracion: { folio, ...(actor.tipo === 'TITULAR' && { titularId: actor.titularId }) } },
    select: {
      aclaracion: { select: { titularId: true } },
      adjunto: { select: { nombre: true, sha256: true, contenido: true } },
    },
  });
  if (!mensaje?.adjunto) return null;
  const { nombre, sha256, contenido } = mensaje.adjunto;
  await ctx.db.$transaction((tx) =>
    appendBitacora(tx, ctx, {
      evento: 'ADJUNTO_DESCARGADO',
      titularId: mensaje.aclaracion.titularId,
      folio,
      datos: { numero, sha256 },
    }),
  );
  return { nombre, contenido };
}
