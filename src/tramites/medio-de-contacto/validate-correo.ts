import type { EnlaceError } from '#domain/medio-de-contacto/errores.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { runSealed } from '#tramites/acuse/run-sealed.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { TRANSACCION_MASIVA } from '#tramites/registro-patronal/summarize-registros.ts';
import { cancelMediosVencidos } from './cancel-medio.ts';
import { findMedioByToken } from './find-medio-by-token.ts';
import { lockTitular } from './lock.ts';
import { settleValidacion } from './settle-validacion.ts';

/** Guide V, steps 5 and 6. The same link pressed twice succeeds twice and counts once. */
export async function validateCorreo(ctx: Contexto, token: string): Promise<Result<{ folio: string }, EnlaceError>> {
  const found = await findMedioByToken(ctx, token);
  if (!found.ok) return found;
  const medio = found.value;
  const isOwn = ctx.actor.tipo === 'TITULAR' && ctx.actor.titularId === medio.titularId;
  return runSealed(ctx, TRANSACCION_MASIVA, async (tx, ctx) => {
    await lockTitular(tx, medio.titularId);
    if (await settleValidacion(tx, ctx, medio.id, isOwn ? 'ENLACE_CON_SESION' : 'ENLACE')) return ok(medio);
    await cancelMediosVencidos(tx, ctx, { id: medio.id });
    const { estado, ajenoEn } = await tx.medioDeContacto.findUniqueOrThrow({
      where: { id: medio.id },
      select: { estado: true, ajenoEn: true },
    });
    if (estado === 'VALIDADO') return ok(medio);
    if (ajenoEn) return fail('ENLACE_AJENO');
    return fail(estado === 'BAJA' ? 'ENLACE_DE_MEDIO_DADO_DE_BAJA' : 'ENLACE_VENCIDO');
  });
}
