import type { AtencionError } from '#domain/aclaracion/errores.ts';
import { parseTexto } from '#domain/aclaracion/texto.ts';
import type { DatosDeEvento } from '#domain/bitacora/evento.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type ContextoDeSoporte, holdInstante, type Tx } from '#tramites/contexto.ts';
import { insertMensaje } from './insert-mensaje.ts';
import { type AclaracionTomada, hasPeticion, lockAclaracion, moveAclaracion } from './lock-aclaracion.ts';

/** @param peticionId made once with the form: the same press arriving twice answers once. */
export function answerAclaracion(
  asked: ContextoDeSoporte,
  { folio, texto: typed, peticionId }: Record<'folio' | 'texto' | 'peticionId', string>,
) {
  return attend(asked, folio, 'ACLARACION_RESPONDIDA', async (tx, ctx, aclaracion) => {
    const texto = parseTexto(typed);
    if (!texto.ok) return texto;
    const { id: aclaracionId, estado, ultimo } = aclaracion;
    if (await hasPeticion(tx, aclaracionId, peticionId)) return ok(null);
    if (estado === 'CERRADA') return fail('ACLARACION_YA_CERRADA');
    const numero = ultimo.numero + 1;
    await insertMensaje(tx, ctx, { aclaracionId, numero, texto: texto.value, peticionId, adjunto: null });
    if (!(await moveAclaracion(tx, ctx, aclaracion, 'RESPONDER'))) throw new Error(`${folio} did not take the answer`);
    return ok({ numero, miembroId: ctx.actor.miembroId });
  });
}

export function takeAclaracion(asked: ContextoDeSoporte, folio: string) {
  return attend(asked, folio, 'ACLARACION_TOMADA', async (tx, ctx, aclaracion) =>
    (await moveAclaracion(tx, ctx, aclaracion, 'TOMAR')) ? ok({}) : fail('ACLARACION_YA_TOMADA'),
  );
}

/** Respondida → Cerrada, with its e-mail. One whose titular waits for an answer is not closed. */
export function closeAclaracion(asked: ContextoDeSoporte, folio: string) {
  return attend(asked, folio, 'ACLARACION_CERRADA', async (tx, ctx, aclaracion) => {
    if (aclaracion.estado === 'CERRADA') return fail('ACLARACION_YA_CERRADA');
    const isClosed = await moveAclaracion(tx, ctx, aclaracion, 'CERRAR');
    return isClosed ? ok({ miembroId: ctx.actor.miembroId }) : fail('ACLARACION_SIN_RESPUESTA');
  });
}

/**
 * The transaction of whoever attends an aclaración, at an instant that is not before its last message. `atencion` gives
 * what the bitácora says of it, or null where it was done before; all but «Atender» are told by e-mail.
 */
async function attend(
  asked: ContextoDeSoporte,
  folio: string,
  evento: 'ACLARACION_RESPONDIDA' | 'ACLARACION_TOMADA' | 'ACLARACION_CERRADA',
  atencion: (
    tx: Tx,
    ctx: ContextoDeSoporte,
    aclaracion: AclaracionTomada,
  ) => Promise<Result<DatosDeEvento | null, AtencionError>>,
): Promise<Result<{ folio: string }, AtencionError>> {
  if (!hasPermiso(asked.actor.rol, 'ATENDER')) return fail('SIN_PERMISO_DE_ATENDER');
  return asked.db.$transaction(async (tx) => {
    const aclaracion = await lockAclaracion(tx, folio);
    if (!aclaracion) return fail('ACLARACION_DESCONOCIDA');
    const ctx = holdInstante(asked, aclaracion.ultimo.fecha);
    const done = await atencion(tx, ctx, aclaracion);
    if (!done.ok) return done;
    if (done.value === null) return ok({ folio });
    const { id: aclaracionId, titularId } = aclaracion;
    await appendBitacora(tx, ctx, { evento, titularId, folio, datos: done.value });
    if (evento !== 'ACLARACION_TOMADA')
      await tellContactos(tx, ctx, { titularId, tipo: evento, aclaracionId, soloCorreos: true });
    return ok({ folio });
  });
}
