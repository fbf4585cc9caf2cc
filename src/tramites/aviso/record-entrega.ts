import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { folioOf } from './find-aviso.ts';

/** What a provider says after it accepted a message. */
export interface Entrega {
  idDelProveedor: string;
  estado: 'ENTREGADO' | 'RECHAZADO';
}

/**
 * Records what became of an accepted message. Callbacks repeat and overtake each other: only Aceptado moves, and an
 * unknown id changes nothing: false, since it may only be early and come again.
 */
export async function recordEntrega(ctx: Contexto, { idDelProveedor, estado }: Entrega): Promise<boolean> {
  const intento = await ctx.db.intentoDeEnvio.findUnique({
    where: { idDelProveedor },
    select: {
      aviso: {
        select: {
          id: true,
          titularId: true,
          tipo: true,
          medio: { select: { folio: true } },
          aclaracion: { select: { folio: true } },
        },
      },
    },
  });
  if (!intento) return false;
  const { id, titularId, tipo } = intento.aviso;
  await ctx.db.$transaction(async (tx) => {
    const moved = await tx.aviso.updateMany({
      where: { id, estado: 'ACEPTADO' },
      data: { estado, resueltoEn: ctx.now() },
    });
    if (moved.count === 0) return;
    await appendBitacora(tx, ctx, {
      evento: 'ENVIO_RESUELTO',
      titularId,
      folio: folioOf(intento.aviso),
      datos: { avisoId: id, tipo, estado },
    });
  });
  return true;
}
