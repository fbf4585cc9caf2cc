import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, holdInstante, lockTitular } from '#tramites/contexto.ts';
import { findMedioPorConfirmar } from './find-medio-by-token.ts';

/**
 * «Sí, lo sigo usando»: whoever gets the yearly message there says so, and its proof counts from now, for whatever the titular
 * proved with it. Pressed twice it succeeds twice and counts once.
 */
export async function validateMedioAntiguo(ctx: Contexto, token: string) {
  const found = await findMedioPorConfirmar(ctx, token);
  if (!found.ok || found.value.isConfirmado) return found;
  const { titularId, valorComparable, confirmacionPedidaEn } = found.value;
  await ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, titularId);
    const aLaVez = holdInstante(ctx, confirmacionPedidaEn);
    const confirmados = await tx.$queryRaw<{ folio: string }[]>`
      UPDATE medio_de_contacto SET confirmado_en = greatest(${aLaVez.now()}, fecha_de_validacion, confirmacion_pedida_en)
      WHERE titular_id = ${titularId}::uuid AND valor_comparable = ${valorComparable} AND estado = 'VALIDADO'
        AND coalesce(confirmado_en < ${confirmacionPedidaEn}, true)
      RETURNING folio`;
    const apuntes = confirmados.map(({ folio }) => ({ evento: 'MEDIO_CONFIRMADO', titularId, folio }) as const);
    await appendBitacora(tx, aLaVez, apuntes);
  });
  return findMedioPorConfirmar(ctx, token);
}
