import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import type { RenderAcuse } from '#infra/pdf/render-acuse.ts';
import type { SelloDeTiempo } from '#infra/tsa/create-verify-sello-de-tiempo.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import { type Contexto, holdInstante } from '#tramites/contexto.ts';
import { storeCertificadoDeSello } from '#tramites/sello/store-certificado-de-sello.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { plantillaDeVersion } from '#wording/acuse/plantillas.ts';
import { relateRegistros } from './relate-registros.ts';

export type ContextoDeEmision = Contexto & { renderAcuse: RenderAcuse; esDemo: boolean };

/** Made once, by the worker or at the first download: whoever comes second returns the bytes of the first. */
export async function printAcuse(ctx: ContextoDeEmision, acuseId: string): Promise<Buffer> {
  const acuse = await findAcuse(ctx, acuseId);
  const issued = acuse.documento && (await findDocumento(ctx, acuseId));
  if (issued) return issued;
  const impreso = { ...acuse, pdf: await render(ctx, acuse) };
  const { selloDeTiempo, motivo } = await ctx.selloDePdf.seal(impreso.pdf);
  if (motivo) ctx.log.warn({ acuseId, motivo }, 'an acuse is issued before its time stamp');
  return (await storeDocumento(ctx, impreso, selloDeTiempo)) ? impreso.pdf : printAcuse(ctx, acuseId);
}

/** The issued bytes; null while there are none. */
export async function findDocumento(ctx: Contexto, acuseId: string): Promise<Buffer | null> {
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

function findAcuse({ db }: Contexto, id: string) {
  return db.acuse.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      fecha: true,
      certificadoDeSello: true,
      datos: true,
      plantilla: true,
      cadenaOriginal: true,
      sello: true,
      certificado: { select: { serie: true, esDemo: true } },
      documento: { select: { acuseId: true } },
    },
  });
}
type AcuseHallado = Awaited<ReturnType<typeof findAcuse>>;

async function render(ctx: ContextoDeEmision, acuse: AcuseHallado): Promise<Buffer> {
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
    validez: await ctx.selloDePdf.askValidez(),
    onProgress: (hechos, total) => keepAvance(ctx, acuse.id, hechos, total),
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

type AcuseImpreso = AcuseHallado & { pdf: Buffer };

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
