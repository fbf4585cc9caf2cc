import { isDeRegistros, isPorConducto } from '#domain/acuse/datos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { acusesDe } from '#tramites/vigencia/alcance.ts';
import { TARDE } from './stamp-acuse.ts';

export async function listAcuses(ctx: ContextoDeTitular) {
  const acuses = await ctx.db.acuse.findMany({
    where: await acusesDe(ctx),
    orderBy: [{ fecha: 'desc' }, { folio: 'desc' }],
    select: {
      folio: true,
      tipo: true,
      fecha: true,
      datos: true,
      abierta: { select: { acuseId: true } },
      documento: { where: TARDE, select: { acuseId: true } },
    },
  });
  return acuses.map(({ datos, abierta, documento, ...acuse }) => ({
    ...acuse,
    isDeRegistros: isDeRegistros(datos),
    canAbrirse: acuse.tipo === 'SOLICITUD' && !isPorConducto(datos),
    isAbierta: abierta !== null,
    isRevisado: documento !== null,
  }));
}

/**
 * Whether whoever holds the QR of the acuse of a solicitud gets the certificate of who signed it too, with CURP and e-mail.
 * Does nothing for a folio that is not the titular's own, nor for what a representative signed: that certificate is not theirs.
 */
export async function markEvidencia(ctx: ContextoDeTitular, { folio, abierta }: { folio: string; abierta: boolean }) {
  const { titularId } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    const where = { folio, tipo: 'SOLICITUD', titularId } as const;
    const acuse = await tx.acuse.findFirst({ where, select: { id: true, datos: true } });
    if (!acuse || isPorConducto(acuse.datos)) return;
    const { count } = abierta
      ? await tx.evidenciaAbierta.createMany({
          data: { acuseId: acuse.id, abiertaEn: ctx.now() },
          skipDuplicates: true,
        })
      : await tx.evidenciaAbierta.deleteMany({ where: { acuseId: acuse.id } });
    if (count > 0) await appendBitacora(tx, ctx, { evento: 'EVIDENCIA_ABIERTA', folio, datos: { abierta } });
  });
}
