import type { EnlaceError } from '#domain/medio-de-contacto/errores.ts';
import { ok, type Result } from '#domain/result.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { holdInstante } from '#tramites/instante/hold-instante.ts';
import { TRANSACCION_MASIVA } from '#tramites/registro-patronal/transaccion-masiva.ts';
import { cancelMediosVencidos } from './cancel-medios-vencidos.ts';
import { findMedioByToken, type MedioDeEnlace } from './find-medio-by-token.ts';
import { lockTitular } from './lock.ts';

/**
 * «Este correo no es mío»: the medio is Cancelado, what was still to be sent is dropped, and its titular is told. Once its 72
 * hours are over it had ended by itself: that is recorded first, and what was said is recorded apart.
 */
export async function disownCorreo(ctx: Contexto, token: string): Promise<Result<null, EnlaceError>> {
  const found = await findMedioByToken(ctx, token);
  if (!found.ok) return found;
  const { id, folio, titularId, fechaDeRegistro } = found.value;
  return ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, titularId);
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
    return ok(null);
  }, TRANSACCION_MASIVA);
}

async function recordLate(tx: Tx, ctx: Contexto, { id, titularId, folio }: MedioDeEnlace): Promise<void> {
  const said = await tx.$executeRaw`
    UPDATE medio_de_contacto SET ajeno_en = greatest(${ctx.now()}, fecha_de_cancelacion)
    WHERE id = ${id}::uuid AND estado = 'CANCELADO' AND ajeno_en IS NULL`;
  if (said > 0) await appendBitacora(tx, ctx, { evento: 'CORREO_AJENO', titularId, folio, datos: { enPlazo: false } });
}
