import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import type { RenderAcuse } from '#infra/pdf/render-acuse.ts';
import { plantillaDeVersion } from '#wording/acuse/plantillas.ts';
import type { Contexto } from '../contexto.ts';
import { relateRegistros } from './relate-registros.ts';
import { storeDocumento } from './store-documento.ts';

export type ContextoDeEmision = Contexto & { renderAcuse: RenderAcuse; esDemo: boolean };

/** Made once, by the worker or at the first download: whoever comes second returns the bytes of the first. */
export async function printAcuse(ctx: ContextoDeEmision, acuseId: string): Promise<Buffer> {
  const issued = await findDocumento(ctx, acuseId);
  if (issued) return issued;
  const pdf = await renderStored(ctx, acuseId);
  const { selloDeTiempo, motivo } = await ctx.selloDePdf.seal(pdf);
  if (motivo) ctx.log.warn({ acuseId, motivo }, 'an acuse is issued before its time stamp');
  await storeDocumento(ctx, acuseId, pdf, selloDeTiempo);
  const stored = await findDocumento(ctx, acuseId);
  if (!stored) throw new Error(`acuse ${acuseId}: its document was not stored`);
  return stored;
}

async function findDocumento(ctx: Contexto, acuseId: string): Promise<Buffer | null> {
  const documento = await ctx.db.acuseDocumento.findUnique({
    where: { acuseId },
    select: { pdf: true, sha256: true },
  });
  if (!documento) return null;
  const pdf = await promisify(gunzip)(documento.pdf);
  if (createHash('sha256').update(pdf).digest('hex') !== documento.sha256)
    throw new Error(`acuse ${acuseId}: the stored bytes are not those that were issued`);
  return pdf;
}

async function renderStored(ctx: ContextoDeEmision, acuseId: string): Promise<Buffer> {
  const acuse = await ctx.db.acuse.findUniqueOrThrow({
    where: { id: acuseId },
    select: {
      datos: true,
      plantilla: true,
      cadenaOriginal: true,
      sello: true,
      certificado: { select: { serie: true, esDemo: true } },
    },
  });
  const datos = parseDatosDeAcuse(acuse.datos);
  return ctx.renderAcuse({
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
