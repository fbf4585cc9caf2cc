import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import { type DatosDeAcuse, parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { type AcuseVerificable, findAcuseByArchivo } from './find-acuse-verificable.ts';
import { findEstadoActual } from './find-estado-actual.ts';
import { RelacionDistinta, relateRegistros } from './relate-registros.ts';
import { verifyAclaracionPresentada } from './verify-aclaracion-presentada.ts';
import { type TiempoCertificado, verifyDocumento } from './verify-documento.ts';
import { verifySolicitudFirmada } from './verify-solicitud-firmada.ts';

type Comparacion = 'IGUAL' | 'OTRO_ACUSE' | 'DISTINTO' | 'SIN_DOCUMENTO';

interface Verificacion {
  fallas: FallaDeAcuse[];
  datos: DatosDeAcuse;
  documento: string | null;
  /** Null when the document has no time stamp. */
  selloDeTiempo: TiempoCertificado | null;
  archivo: Comparacion | null;
  estadoActual: Awaited<ReturnType<typeof findEstadoActual>>;
}

/** Recomputed from what is stored. Each is recorded, but not what only asked for the headers: nobody saw it. */
export async function verifyAcuse(
  ctx: Contexto,
  acuse: AcuseVerificable,
  archivo: string | null,
  { isRecorded = true }: { isRecorded?: boolean } = {},
): Promise<Verificacion> {
  const datos = parseDatosDeAcuse(acuse.datos);
  const { documento, fallas, comparacion } = await ctx.lectura(
    (db) => review({ ...ctx, db, lectura: (read) => read(db) }, acuse, datos, archivo),
    ({ documento, fallas, comparacion }) =>
      documento !== null && fallas.length === 0 && (comparacion ?? 'IGUAL') === 'IGUAL',
  );
  const { folio, tipo } = acuse;
  if (isRecorded) await record(ctx, acuse, { fallas: fallas.join(' '), archivo: comparacion });
  if (fallas.length > 0) ctx.log.error({ folio, tipo, fallas }, 'a stored acuse does not agree with its sello');
  return {
    fallas,
    datos,
    documento: documento?.sha256 ?? null,
    selloDeTiempo: documento?.selloDeTiempo ?? null,
    archivo: comparacion,
    estadoActual: await findEstadoActual(ctx, datos),
  };
}

/** Whatever is amiss may be what a replica does not have yet. */
async function review(ctx: Contexto, acuse: AcuseVerificable, datos: DatosDeAcuse, archivo: string | null) {
  const documento = await verifyDocumento(ctx, acuse.id);
  const fallas: FallaDeAcuse[] = [
    ...judgeSello(acuse, datos),
    ...(documento?.fallas ?? []),
    ...((await hasItsRegistros(ctx, datos)) ? [] : (['REGISTROS_DISTINTOS'] as const)),
    ...(datos.tipo === 'SOLICITUD' ? await verifySolicitudFirmada(ctx, datos) : []),
    ...(datos.tipo === 'ACLARACION' ? await verifyAclaracionPresentada(ctx, datos) : []),
  ];
  const comparacion = archivo === null ? null : await compare(ctx, archivo, documento?.sha256);
  return { documento, fallas, comparacion };
}

function record(
  ctx: Contexto,
  { folio, tipo, titularId }: AcuseVerificable,
  hallado: { fallas: string; archivo: Comparacion | null },
) {
  const datos = { tipo, ...hallado };
  return ctx.db.$transaction((tx) => appendBitacora(tx, ctx, { evento: 'ACUSE_VERIFICADO', titularId, folio, datos }));
}

function judgeSello({ cadenaOriginal, sello, certificado, fecha }: AcuseVerificable, datos: DatosDeAcuse) {
  const fallas: FallaDeAcuse[] = [];
  const { validFrom, validTo } = new X509Certificate(certificado.pem);
  if (cadenaDeAcuse(datos) !== cadenaOriginal) fallas.push('CADENA_DISTINTA');
  const bytes = new TextEncoder().encode(cadenaOriginal);
  if (!verify('sha256', bytes, createPublicKey(certificado.pem), sello)) fallas.push('SELLO_INVALIDO');
  if (fecha < new Date(validFrom) || fecha > new Date(validTo)) fallas.push('CERTIFICADO_NO_VIGENTE');
  return fallas;
}

async function hasItsRegistros(ctx: Contexto, datos: DatosDeAcuse): Promise<boolean> {
  try {
    for await (const _ of relateRegistros(ctx, datos)?.partes() ?? []);
    return true;
  } catch (error) {
    if (error instanceof RelacionDistinta) return false;
    throw error;
  }
}

/** Another genuine acuse is told from an altered one: who has its SHA-256 can have it verified all the same. */
async function compare(ctx: Contexto, archivo: string, documento: string | undefined): Promise<Comparacion> {
  if (archivo === documento) return 'IGUAL';
  if (await findAcuseByArchivo(ctx, archivo)) return 'OTRO_ACUSE';
  return documento ? 'DISTINTO' : 'SIN_DOCUMENTO';
}
