import type { Prisma } from '#generated/prisma/client.ts';
import { tellAllContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendApuntes } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

/** Frees its place (guide IV). Every trámite that counts places calls it first: no limit depends on the worker. */
export async function cancelMediosVencidos(
  tx: Tx,
  ctx: Pick<Contexto, 'now' | 'actor' | 'desfaseMs'>,
  filter: Pick<Prisma.MedioDeContactoWhereInput, 'id' | 'titularId' | 'registros'>,
): Promise<{ id: string; folio: string }[]> {
  const now = ctx.now();
  const vencidos = await tx.medioDeContacto.updateManyAndReturn({
    where: { ...filter, estado: 'EN_PROCESO', venceEn: { lte: now } },
    data: { estado: 'CANCELADO', fechaDeCancelacion: now },
    select: { id: true, folio: true, titularId: true },
  });
  if (vencidos.length === 0) return vencidos;
  await appendApuntes(
    tx,
    ctx,
    vencidos.map(({ titularId, folio }) => ({
      evento: 'MEDIO_CANCELADO',
      titularId,
      folio,
      datos: { causa: 'PLAZO' },
    })),
  );
  await tellAllContactos(
    tx,
    ctx,
    vencidos.map(({ id, titularId }) => ({ titularId, tipo: 'MEDIO_CANCELADO', medioId: id })),
  );
  return vencidos;
}
