import { fail, ok, type Result } from '#domain/result.ts';
import type { NotaError } from '#domain/soporte/errores.ts';
import { parseNota } from '#domain/soporte/texto-de-soporte.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findFolio } from './find-folio.ts';

/** Never changed nor removed; another one corrects it. */
export async function addNota(
  ctx: ContextoDeSoporte,
  { folio, texto }: { folio: string; texto: string },
): Promise<Result<null, NotaError>> {
  const nota = parseNota(texto);
  if (!nota.ok) return nota;
  const hallado = await findFolio(ctx, folio);
  if (!hallado) return fail('FOLIO_NO_ENCONTRADO');
  const { titularId } = hallado;
  const { sesionId, miembroId } = ctx.actor;
  return ctx.db.$transaction(async (tx) => {
    const { id: notaId } = await tx.notaDeFolio.create({
      data: { folio: hallado.folio, titularId, sesionId, texto: nota.value, fecha: ctx.now() },
      select: { id: true },
    });
    const datos = { miembroId, notaId };
    await appendBitacora(tx, ctx, { evento: 'NOTA_AGREGADA', titularId, folio: hallado.folio, datos });
    return ok(null);
  });
}
