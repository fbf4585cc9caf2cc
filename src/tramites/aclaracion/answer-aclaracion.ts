import type { AtencionError } from '#domain/aclaracion/errores.ts';
import { parseTexto } from '#domain/aclaracion/texto.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { holdInstante } from '#tramites/instante/hold-instante.ts';
import { insertMensaje } from './insert-mensaje.ts';
import { hasPeticion, lockAclaracion } from './lock-aclaracion.ts';
import { moveAclaracion } from './move-aclaracion.ts';

interface PeticionDeRespuesta {
  folio: string;
  texto: string;
  /** Made once with the form: the same press arriving twice answers once. */
  peticionId: string;
}

export async function answerAclaracion(
  ctx: ContextoDeSoporte,
  { folio, texto: typed, peticionId }: PeticionDeRespuesta,
): Promise<Result<{ folio: string }, AtencionError>> {
  if (!hasPermiso(ctx.actor.rol, 'ATENDER')) return fail('SIN_PERMISO_DE_ATENDER');
  const texto = parseTexto(typed);
  if (!texto.ok) return texto;
  return ctx.db.$transaction(async (tx) => {
    const aclaracion = await lockAclaracion(tx, folio);
    if (!aclaracion) return fail('ACLARACION_DESCONOCIDA');
    const aLaVez = holdInstante(ctx, aclaracion.ultimo.fecha);
    const { id, titularId, ultimo } = aclaracion;
    if (await hasPeticion(tx, id, peticionId)) return ok({ folio });
    if (aclaracion.estado === 'CERRADA') return fail('ACLARACION_YA_CERRADA');
    const numero = ultimo.numero + 1;
    await insertMensaje(tx, aLaVez, { aclaracionId: id, numero, texto: texto.value, peticionId, adjunto: null });
    if (!(await moveAclaracion(tx, aLaVez, aclaracion, 'RESPONDER')))
      throw new Error(`${folio} did not take the answer`);
    const { miembroId } = ctx.actor;
    await appendBitacora(tx, aLaVez, {
      evento: 'ACLARACION_RESPONDIDA',
      titularId,
      folio,
      datos: { numero, miembroId },
    });
    const tipo = 'ACLARACION_RESPONDIDA';
    await tellContactos(tx, aLaVez, { titularId, tipo, aclaracionId: id, soloCorreos: true });
    return ok({ folio });
  });
}
