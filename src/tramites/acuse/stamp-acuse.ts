import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { findDocumento } from './print-acuse.ts';

const HOUR_MS = 3_600_000;

/**
 * Of a document that was issued before its time stamp: the stamp of its bytes, and its second revision. Throws TiempoPendiente while
 * the service does not answer; at its last try the job leaves another in its place.
 */
export async function stampAcuse(ctx: Contexto, acuseId: string, { isLast }: { isLast: boolean }): Promise<void> {
  if (!ctx.stampTime) return;
  const motivo = (await stampDocumento(ctx, acuseId)) ?? (await stampRevision(ctx, acuseId));
  if (motivo === null) return;
  if (!isLast) throw new TiempoPendiente(`acuse ${acuseId}: no time stamp yet: ${motivo}`);
  await addTarea(ctx.db, ctx, 'sellar-tiempo', { acuseId }, new Date(ctx.now().getTime() + HOUR_MS));
}

class TiempoPendiente extends Error {}

/** @returns why there is none yet; null where there is one, or none is to be had. */
async function stampDocumento(ctx: Contexto, acuseId: string): Promise<string | null> {
  const documento = await ctx.db.acuseDocumento.findUnique({
    where: { acuseId },
    select: { sha256: true, selloDeTiempo: { select: { acuseId: true } } },
  });
  if (!ctx.stampTime || !documento || documento.selloDeTiempo) return null;
  const respuesta = await ctx.stampTime(Buffer.from(documento.sha256, 'hex'));
  if (respuesta.resultado !== 'SELLADO') return respuesta.motivo;
  const { token, fecha } = respuesta.sello;
  const { folio, tipo, titularId } = await ctx.db.acuse.findUniqueOrThrow({
    where: { id: acuseId },
    select: { folio: true, tipo: true, titularId: true },
  });
  await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.selloDeTiempo.createMany({
      data: { acuseId, objeto: 'DOCUMENTO', token, fecha, obtenidoEn: ctx.now() },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await appendBitacora(tx, ctx, { evento: 'SELLO_DE_TIEMPO_OBTENIDO', titularId, folio, datos: { tipo } });
  });
  return null;
}

/** Of which documents there is a second revision: those that were sealed and stamped afterwards. */
export const TARDE = { certificadoDeSello: { not: null }, selloDeTiempo: { objeto: 'DOCUMENTO' } } as const;

/** @returns why there is none yet; null where there is one, or none is needed. */
async function stampRevision(ctx: Contexto, acuseId: string): Promise<string | null> {
  const pendientes = await ctx.db.acuseDocumento.count({ where: { acuseId, ...TARDE, revision: null } });
  const pdf = pendientes > 0 && (await findDocumento(ctx, acuseId));
  if (!pdf) return null;
  const revision = await ctx.selloDePdf.stampRevision(pdf);
  if (!revision) return 'none of its second revision';
  const cola = new Uint8Array(revision.subarray(pdf.length));
  const data = { acuseId, cola, sha256: hashDe(revision), obtenidaEn: ctx.now() };
  await ctx.db.revisionDeDocumento.createMany({ data, skipDuplicates: true });
  return null;
}

/** The issued bytes with the stamp inside, after them; asked for now if it was not yet. Null without an answer, or where none is needed. */
export async function findRevision(ctx: Contexto, acuseId: string): Promise<Buffer | null> {
  await stampRevision(ctx, acuseId);
  const pdf = await findDocumento(ctx, acuseId);
  const stored = await ctx.db.revisionDeDocumento.findUnique({ where: { acuseId }, select: { cola: true } });
  return pdf && stored && Buffer.concat([pdf, stored.cola]);
}
