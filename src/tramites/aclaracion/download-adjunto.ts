import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte, ContextoDeTitular } from '#tramites/contexto.ts';
import { aclaracionesDe } from '#tramites/vigencia/alcance.ts';

/** Null when there is none or it is another titular's. Recorded. */
export async function downloadAdjunto(ctx: ContextoDeTitular | ContextoDeSoporte, folio: string, numero: number) {
  const suya = isDeTitular(ctx) ? aclaracionesDe(ctx) : {};
  const mensaje = await ctx.db.mensajeDeAclaracion.findFirst({
    where: { numero, aclaracion: { folio, ...suya } },
    select: {
      aclaracion: { select: { titularId: true } },
      adjunto: { select: { nombre: true, sha256: true, contenido: true } },
    },
  });
  if (!mensaje?.adjunto) return null;
  const { nombre, sha256, contenido } = mensaje.adjunto;
  const { titularId } = mensaje.aclaracion;
  await appendBitacora(ctx.db, ctx, { evento: 'ADJUNTO_DESCARGADO', titularId, folio, datos: { numero, sha256 } });
  return { nombre, contenido };
}

function isDeTitular(ctx: ContextoDeTitular | ContextoDeSoporte): ctx is ContextoDeTitular {
  return ctx.actor.tipo === 'TITULAR';
}
