import { fail, ok } from '#domain/result.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type ContextoDeTitular, holdInstante } from '#tramites/contexto.ts';
import { aclaracionesDe } from '#tramites/vigencia/alcance.ts';
import { type Escrito, insertMensaje, judgeEscrito } from './insert-mensaje.ts';
import { hasPeticion, lockAclaracion, moveAclaracion } from './lock-aclaracion.ts';

interface PeticionDeReplica extends Escrito {
  folio: string;
  peticionId: string;
}

/** What its titular writes while it is not closed; one that had its answer then waits for another. */
export async function replyAclaracion(ctx: ContextoDeTitular, peticion: PeticionDeReplica) {
  const { folio, peticionId } = peticion;
  const escrito = judgeEscrito(peticion);
  if (!escrito.ok) return escrito;
  return ctx.db.$transaction(async (tx) => {
    const aclaracion = await lockAclaracion(tx, folio, aclaracionesDe(ctx));
    if (!aclaracion) return fail('ACLARACION_NO_ENCONTRADA');
    const aLaVez = holdInstante(ctx, aclaracion.ultimo.fecha);
    if (await hasPeticion(tx, aclaracion.id, peticionId)) return ok({ folio });
    if (aclaracion.estado === 'CERRADA') return fail('ACLARACION_CERRADA');
    const numero = aclaracion.ultimo.numero + 1;
    const adjunto = await insertMensaje(tx, aLaVez, {
      aclaracionId: aclaracion.id,
      numero,
      peticionId,
      ...escrito.value,
    });
    if (!(await moveAclaracion(tx, aLaVez, aclaracion, 'REPLICAR')))
      throw new Error(`${folio} did not take the message`);
    await appendBitacora(tx, aLaVez, {
      evento: 'ACLARACION_REPLICADA',
      folio,
      datos: { numero, sha256DelAdjunto: adjunto?.sha256 ?? null },
    });
    return ok({ folio });
  });
}
