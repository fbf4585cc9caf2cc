import type { EnlaceError } from '#domain/medio-de-contacto/errores.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { runSealed } from '#tramites/acuse/issue-acuse.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, holdInstante, lockDestino, lockTitular, type Tx } from '#tramites/contexto.ts';
import { TRANSACCION_MASIVA } from '#tramites/registro-patronal/summarize-registros.ts';
import { cancelMediosVencidos } from './cancel-medio.ts';
import { findMedioByToken, type MedioDeEnlace } from './find-medio-by-token.ts';
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

/**
 * «Este correo no es mío»: the medio is Cancelado, what was still to be sent is dropped, and its titular is told. Once its 72
 * hours are over it had ended by itself: that is recorded first, and what was said is recorded apart. From then on this
 * titular registers the mailbox no more, and with `paraTodos` nobody does, until whoever reads it takes that back.
 */
export async function disownCorreo(ctx: Contexto, token: string, { paraTodos = false } = {}) {
  const found = await findMedioByToken(ctx, token);
  if (!found.ok) return found;
  const { id, folio, titularId, fechaDeRegistro, valorComparable } = found.value;
  return ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, titularId);
    await lockDestino(tx, valorComparable);
    // One instant for both: what the deadline did not end now is in time.
    const deAhora = holdInstante(ctx);
    await cancelMediosVencidos(tx, deAhora, { id });
    const aLaVez = holdInstante(deAhora, fechaDeRegistro);
    const now = aLaVez.now();
    const disowned = await tx.medioDeContacto.updateMany({
      where: { id, estado: 'EN_PROCESO' },
      data: { estado: 'CANCELADO', fechaDeCancelacion: now, ajenoEn: now },
    });
    if (disowned.count > 0) {
      await appendBitacora(tx, aLaVez, { evento: 'CORREO_AJENO', titularId, folio, datos: { enPlazo: true } });
      await tellContactos(tx, aLaVez, { titularId, tipo: 'MEDIO_CANCELADO', medioId: id });
    } else await recordLate(tx, aLaVez, found.value);
    if (paraTodos) await closeForAll(tx, aLaVez, found.value);
    return ok(null);
  }, TRANSACCION_MASIVA);
}

/** «Este correo sí es mío», of a link whose address was disowned: its titular may register it again, and so may all others. */
export async function reopenCorreo(ctx: Contexto, token: string): Promise<Result<null, EnlaceError>> {
  const found = await findMedioByToken(ctx, token);
  if (!found.ok) return found;
  const { folio, titularId, valorComparable } = found.value;
  return ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, titularId);
    await lockDestino(tx, valorComparable);
    const reopened = await tx.$executeRaw`
      UPDATE medio_de_contacto SET cerrado_en = NULL,
        reabierto_en = CASE WHEN titular_id = ${titularId}::uuid THEN greatest(${ctx.now()}, ajeno_en) END
      WHERE ajeno_en IS NOT NULL AND reabierto_en IS NULL AND buzon_de(valor_comparable) = buzon_de(${valorComparable})
        AND (titular_id = ${titularId}::uuid OR cerrado_en IS NOT NULL)`;
    if (reopened > 0) await appendBitacora(tx, ctx, { evento: 'CORREO_REABIERTO', titularId, folio });
    return ok(null);
  });
}

async function closeForAll(tx: Tx, ctx: Contexto, { id, titularId, folio }: MedioDeEnlace): Promise<void> {
  const closed = await tx.$executeRaw`
    UPDATE medio_de_contacto SET cerrado_en = greatest(${ctx.now()}, ajeno_en)
    WHERE id = ${id}::uuid AND ajeno_en IS NOT NULL AND cerrado_en IS NULL AND reabierto_en IS NULL`;
  if (closed > 0) await appendBitacora(tx, ctx, { evento: 'CORREO_CERRADO', titularId, folio });
}

async function recordLate(tx: Tx, ctx: Contexto, { id, titularId, folio }: MedioDeEnlace): Promise<void> {
  const said = await tx.$executeRaw`
    UPDATE medio_de_contacto SET ajeno_en = greatest(${ctx.now()}, fecha_de_cancelacion)
    WHERE id = ${id}::uuid AND estado = 'CANCELADO' AND ajeno_en IS NULL`;
  if (said > 0) await appendBitacora(tx, ctx, { evento: 'CORREO_AJENO', titularId, folio, datos: { enPlazo: false } });
}
