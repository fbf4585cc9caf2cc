import type { RegistroError } from '#domain/medio-de-contacto/errores.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { type MedioLeido, parseMedio } from '#domain/medio-de-contacto/medio.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { cancelMediosVencidos } from './cancel-medios-vencidos.ts';
import { findLugar } from './find-lugar.ts';
import { lockTitular } from './lock.ts';

/** Says what would stop a registration, which checks again. */
export async function checkMedioDeContacto(
  ctx: ContextoDeTitular,
  { mecanismo, valor }: { mecanismo: Mecanismo; valor: string },
): Promise<Result<MedioLeido, RegistroError>> {
  const medio = parseMedio(mecanismo, valor);
  if (!medio.ok) return medio;
  return ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, ctx.actor.titularId);
    await cancelMediosVencidos(tx, ctx, { titularId: ctx.actor.titularId });
    const lugar = await findLugar(tx, ctx, medio.value);
    return lugar.ok ? ok(medio.value) : lugar;
  });
}
