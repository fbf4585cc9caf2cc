import type { AtencionError } from '#domain/aclaracion/errores.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { holdInstante } from '#tramites/instante/hold-instante.ts';
import { lockAclaracion } from './lock-aclaracion.ts';
import { moveAclaracion } from './move-aclaracion.ts';

export async function takeAclaracion(
  ctx: ContextoDeSoporte,
  folio: string,
): Promise<Result<{ folio: string }, AtencionError>> {
  if (!hasPermiso(ctx.actor.rol, 'ATENDER')) return fail('SIN_PERMISO_DE_ATENDER');
  return ctx.db.$transaction(async (tx) => {
    const aclaracion = await lockAclaracion(tx, folio);
    if (!aclaracion) return fail('ACLARACION_DESCONOCIDA');
    const aLaVez = holdInstante(ctx, aclaracion.ultimo.fecha);
    if (!(await moveAclaracion(tx, aLaVez, aclaracion, 'TOMAR'))) return fail('ACLARACION_YA_TOMADA');
    const { titularId } = aclaracion;
    await appendBitacora(tx, aLaVez, { evento: 'ACLARACION_TOMADA', titularId, folio });
    return ok({ folio });
  });
}
