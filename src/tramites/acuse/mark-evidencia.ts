import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

/**
 * Whether whoever holds the QR of the acuse of a solicitud gets the certificate of who signed it too, with CURP and e-mail.
 * Does nothing for a folio that is not the titular's own.
 */
export async function markEvidencia(
  ctx: ContextoDeTitular,
  { folio, abierta }: { folio: string; abierta: boolean },
): Promise<void> {
  const { titularId } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    const acuse = await tx.acuse.findFirst({ where: { folio, tipo: 'SOLICITUD', titularId }, select: { id: true } });
    if (!acuse) return;
    const { count } = abierta
      ? await tx.evidenciaAbierta.createMany({
          data: { acuseId: acuse.id, abiertaEn: ctx.now() },
          skipDuplicates: true,
        })
      : await tx.evidenciaAbierta.deleteMany({ where: { acuseId: acuse.id } });
    if (count > 0) await appendBitacora(tx, ctx, { evento: 'EVIDENCIA_ABIERTA', folio, datos: { abierta } });
  });
}
