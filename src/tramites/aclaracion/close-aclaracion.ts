import type { AtencionError } from '#domain/aclaracion/errores.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { holdInstante } from '#tramites/instante/hold-instante.ts';
import { lockAclaracion } from './lock-aclaracion.ts';
import { moveAclaracion } from './move-aclaracion.ts';

/** Respondida → Cerrada, with its e-mail. One whose titular waits for an answer is not closed. */
export async function closeAclaracion(
  ctx: ContextoDeSoporte,
  folio: string,
): Promise<Result<{ folio: string }, AtencionError>> {
  if (!hasPermiso(ctx.actor.rol, 'ATENDER')) return fail('SIN_PERMISO_DE_ATENDER');
  return ctx.db.$transaction(async (tx) => {
    const aclaracion = await lockAclaracion(tx, folio);
    if (!aclaracion) return fail('ACLARACION_DESCONOCIDA');
    const aLaVez = holdInstante(ctx, aclaracion.ultimo.fecha);
    if (aclaracion.estado === 'CERRADA') return fail('ACLARACION_YA_CERRADA');
    if (!(await moveAclaracion(tx, aLaVez, aclaracion, 'CERRAR'))) return fail('ACLARACION_SIN_RESPUESTA');
    const { id, titularId } = aclaracion;
    const { miembroId } = ctx.actor;
    await appendBitacora(tx, aLaVez, { evento: 'ACLARACION_CERRADA', titularId, folio, datos: { miembroId } });
    const tipo = 'ACLARACION_CERRADA';
    await tellContactos(tx, aLaVez, { titularId, tipo, aclaracionId: id, soloCorreos: true });
    return ok({ folio });
  });
}
