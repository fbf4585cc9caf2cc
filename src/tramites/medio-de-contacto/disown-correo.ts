import type { EnlaceError } from '#domain/medio-de-contacto/errores.ts';
import { ok, type Result } from '#domain/result.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { findMedioByToken } from './find-medio-by-token.ts';

/**
 * «Este correo no es mío»: whoever gets the messages of a registration stops them. The medio is Cancelado, which drops
 * what was still to be sent, and its titular's validated contacts are told.
 */
export async function disownCorreo(ctx: Contexto, token: string): Promise<Result<null, EnlaceError>> {
  const found = await findMedioByToken(ctx, token);
  if (!found.ok) return found;
  const { id, folio, titularId } = found.value;
  return ctx.db.$transaction(async (tx) => {
    const now = ctx.now();
    const disowned = await tx.medioDeContacto.updateMany({
      where: { id, estado: 'EN_PROCESO' },
      data: { estado: 'CANCELADO', fechaDeCancelacion: now, ajenoEn: now },
    });
    if (disowned.count > 0) {
      await appendBitacora(tx, ctx, { evento: 'CORREO_AJENO', titularId, folio });
      await tellContactos(tx, ctx, { titularId, tipo: 'MEDIO_CANCELADO', medioId: id });
    }
    return ok(null);
  });
}
