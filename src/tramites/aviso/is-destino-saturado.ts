import { CORREOS_POR_DIRECCION_Y_DIA, SMS_POR_NUMERO_Y_DIA } from '#domain/medio-de-contacto/limites.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import type { Destino } from './create-aviso.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A daily cap by address or number over all titulares, so that nobody can use the portal to flood a stranger. */
export async function isDestinoSaturado(
  tx: Tx,
  ctx: Contexto,
  { mecanismo, valorComparable }: Pick<Destino, 'mecanismo' | 'valorComparable'>,
): Promise<boolean> {
  const since = new Date(ctx.now().getTime() - DAY_MS);
  const sent = await tx.aviso.count({
    where: { mecanismo, destinoComparable: valorComparable, creadoEn: { gt: since } },
  });
  return sent >= (mecanismo === 'TELEFONO' ? SMS_POR_NUMERO_Y_DIA : CORREOS_POR_DIRECCION_Y_DIA);
}
