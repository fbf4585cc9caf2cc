import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import type { Folio } from '#domain/folio.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type ContextoDeEmision, printAcuse } from './print-acuse.ts';

type ExportacionError = 'ACUSE_NO_EXISTE';

/** The PDF of any acuse, for whoever operates the portal; issued now if it was not yet. Recorded before it is given. */
export async function exportAcuse(
  ctx: ContextoDeEmision,
  folio: Folio,
  tipo: TipoDeAcuse,
): Promise<Result<Buffer, ExportacionError>> {
  const acuse = await ctx.db.acuse.findUnique({
    where: { folio_tipo: { folio, tipo } },
    select: { id: true, titularId: true },
  });
  if (!acuse) return fail('ACUSE_NO_EXISTE');
  const pdf = await printAcuse(ctx, acuse.id);
  const { titularId } = acuse;
  await ctx.db.$transaction((tx) =>
    appendBitacora(tx, ctx, { evento: 'ACUSE_EXPORTADO', titularId, folio, datos: { tipo } }),
  );
  return ok(pdf);
}
