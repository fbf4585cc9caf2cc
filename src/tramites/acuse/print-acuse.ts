import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import type { RenderAcuse } from '#infra/pdf/render-acuse.ts';
import type { SelloDeTiempo } from '#infra/tsa/create-verify-sello-de-tiempo.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import { type Contexto, holdInstante } from '#tramites/contexto.ts';
import { storeCertificadoDeSello } from '#tramites/sello/store-certificado-de-sello.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { plantillaDeVersion } from '#wording/acuse/plantillas.ts';
import { relateRegistros } from './relate-registros.ts';

export type ContextoDeEmision = Contexto & { renderAcuse: RenderAcuse; esDemo: boolean };

/** Made once, by the worker or at the first download: whoever comes second returns the bytes of the first. */
export async function printAcuse(ctx: ContextoDeEmision, acuseId: string): Promise<Buffer> {
  const issued = await findDocumento(ctx, acuseId);
  if (issued) return issued;
  const impreso = await renderStored(ctx, acuseId);
  const { selloDeTiempo, motivo } = await ctx.selloDePdf.seal(impreso.pdf);
  if (motivo) ctx.log.warn({ acuseId, motivo }, 'an acuse is issued before its time stamp');
  return (await storeDocumento(ctx, impreso, selloDeTiempo)) ? impreso.pdf : printAcuse(ctx, acuseId);
}

async function findDocumento(ctx: Contexto, acuseId: string): Promise<Buffer | null> {
  const documento = await ctx.db.acuseDocumento.findUnique({
    where: { acuseId },
    select: { pdf: true, sha256: true },
  });
  if (!documento) return null;
  const pdf = await promisify(gunzip)(documento.pdf);
  if (hashDe(pdf) !== documento.sha256)
    throw new Error(`acuse ${acuseId}: the stored bytes are not those that were issued`);
  return pdf;
}

async function renderStored(ctx: ContextoDeEmision, acuseId: string) {
  const acuse = await ctx.db.acuse.findUniqueOrThrow({
    where: { id: acuseId },
    select: {
      id: true,
      fecha: true,
      certificadoDeSello: true,
      datos: true,
      plantilla: true,
      cadenaOriginal: true,
      sello: true,
      certificado: { select: { serie: true, esDemo: true } },
    },
  });
  const datos = parseDatosDeAcuse(acuse.datos);
  const pdf = await ctx.renderAcuse({
    datos,
    plantilla: plantillaDeVersion(acuse.plantilla),
    cadenaOriginal: acuse.cadenaOriginal,
    sello: acuse.sello,
    serieDelSello: acuse.certificado.serie,
    appUrl: ctx.appUrl,
    demo: ctx.esDemo || acuse.certificado.esDemo,
    registros: relateRegistros(ctx, datos),
    campo: ctx.selloDePdf.campo,
    onProgress: (hechos, total) => keepAvance(ctx, acuseId, hechos, total),
  });
  return { ...acuse, pdf };
}

async function keepAvance(ctx: Contexto, acuseId: string, hechos: number, total: number): Promise<void> {
  const avance = { hechos, total, modificadoEn: ctx.now() };
  await ctx.db.avanceDeEmision.upsert({
    where: { acuseId },
    create: { acuseId, ...avance },
    update: avance,
    select: { acuseId: true },
  });
}

type AcuseImpreso = Awaited<ReturnType<typeof renderStored>>;

/** False where another process was first. Its time stamp goes with it or, without an answer, the job that asks again. */
async function storeDocumento(ctx: Contexto, impreso: AcuseImpreso, selloDeTiempo: SelloDeTiempo | null) {
  const { id: acuseId, fecha, certificadoDeSello, pdf } = impreso;
  const emitidoEn = holdInstante(ctx, fecha).now();
  const data = {
    acuseId,
    pdf: new Uint8Array(await promisify(gzip)(pdf)),
    sha256: hashDe(pdf),
    bytes: pdf.length,
    emitidoEn,
    certificadoDeSello: ctx.sello.huella,
  };
  return ctx.db.$transaction(async (tx) => {
    if (certificadoDeSello !== ctx.sello.huella) await storeCertificadoDeSello(tx, ctx);
    const { count } = await tx.acuseDocumento.createMany({ data, skipDuplicates: true });
    if (count === 0) return false;
    if (selloDeTiempo) {
      const { token, fecha } = selloDeTiempo;
      const sello = { acuseId, objeto: 'SELLO_DEL_DOCUMENTO' as const, token, fecha, obtenidoEn: emitidoEn };
      await tx.selloDeTiempo.create({ data: sello, select: { acuseId: true } });
    } else if (ctx.stampTime) await addTarea(tx, ctx, 'sellar-tiempo', { acuseId });
    return true;
  });
}

const HOUR_MS = 3_600_000;

/** Throws TiempoPendiente while the service does not answer; at its last try the job leaves another in its place. */
export async function stampAcuse(ctx: Contexto, acuseId: string, { isLast }: { isLast: boolean }): Promise<void> {
  const documento = await ctx.db.acuseDocumento.findUnique({
    where: { acuseId },
    select: { sha256: true, selloDeTiempo: { select: { acuseId: true } } },
  });
  if (!ctx.stampTime || !documento || documento.selloDeTiempo) return;
  const respuesta = await ctx.stampTime(Buffer.from(documento.sha256, 'hex'));
  if (respuesta.resultado === 'SELLADO') return keep(ctx, acuseId, respuesta.sello);
  if (!isLast) throw new TiempoPendiente(`acuse ${acuseId}: no time stamp yet: ${respuesta.motivo}`);
  await addTarea(ctx.db, ctx, 'sellar-tiempo', { acuseId }, new Date(ctx.now().getTime() + HOUR_MS));
}

class TiempoPendiente extends Error {}

async function keep(ctx: Contexto, acuseId: string, { token, fecha }: { token: Uint8Array<ArrayBuffer>; fecha: Date }) {
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
}
