import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import { type DatosDeAcuse, type DatosDeAcuseDeMedio, parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import { situacionDeRepresentacion } from '#domain/representacion/estado.ts';
import { situacionDe } from '#domain/solicitud/estado.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { ESTADO_DE_REPRESENTACION } from '#tramites/vigencia/find-representacion.ts';
import { findEnVigor } from '#tramites/vigencia/list-solicitudes.ts';
import { type AcuseVerificable, findAcuseByArchivo, isSelloNuestro } from './find-acuse-verificable.ts';
import { buildFechado, type Fechado, verifyAclaracionPresentada, verifyMedio } from './lo-guardado.ts';
import { RelacionDistinta, relateRegistros } from './relate-registros.ts';
import { verifyDocumento } from './verify-documento.ts';
import { verifySolicitudFirmada } from './verify-solicitud-firmada.ts';

type Comparacion = 'IGUAL' | 'OTRO_ACUSE' | 'SELLADO_APARTE' | 'DISTINTO' | 'SIN_DOCUMENTO';

/** Recomputed from what is stored. Each is recorded, but not what only asked for the headers: nobody saw it. */
export async function verifyAcuse(
  ctx: Contexto,
  acuse: AcuseVerificable,
  archivo: string | null,
  { isRecorded = true, selloDelArchivo = null }: { isRecorded?: boolean; selloDelArchivo?: string | null } = {},
) {
  const datos = parseDatosDeAcuse(acuse.datos);
  const { documento, fallas, comparacion } = await ctx.lectura(
    (db) => review({ ...ctx, db, lectura: (read) => read(db) }, acuse, datos, { archivo, selloDelArchivo }),
    ({ documento, fallas, comparacion }) =>
      documento !== null && fallas.length === 0 && (comparacion ?? 'IGUAL') === 'IGUAL',
  );
  const { folio, tipo, titularId } = acuse;
  const hallado = { tipo, fallas: fallas.join(' '), archivo: comparacion };
  if (isRecorded) await appendBitacora(ctx.db, ctx, { evento: 'ACUSE_VERIFICADO', titularId, folio, datos: hallado });
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

/** SHA-256 of a file, and of the certificate whose seal its reader's browser found whole inside it. */
type Traido = Record<'archivo' | 'selloDelArchivo', string | null>;

/** Whatever is amiss may be what a replica does not have yet. */
async function review(ctx: Contexto, acuse: AcuseVerificable, datos: DatosDeAcuse, traido: Traido) {
  const documento = await verifyDocumento(ctx, acuse.id);
  const fallas: FallaDeAcuse[] = [
    ...judgeSello(acuse, datos),
    ...(documento?.fallas ?? []),
    ...((await hasItsRegistros(ctx, datos)) ? [] : (['REGISTROS_DISTINTOS'] as const)),
    ...(await verifyLoSuyo(ctx, datos, buildFechado(acuse, datos))),
  ];
  return { documento, fallas, comparacion: await compare(ctx, traido, documento) };
}

function verifyLoSuyo(ctx: Contexto, datos: DatosDeAcuse, fechado: Fechado): Promise<FallaDeAcuse[]> {
  if ('firma' in datos) return verifySolicitudFirmada(ctx, datos, fechado);
  return datos.tipo === 'ACLARACION'
    ? verifyAclaracionPresentada(ctx, datos, fechado)
    : verifyMedio(ctx, datos, fechado);
}

function judgeSello(acuse: AcuseVerificable, datos: DatosDeAcuse) {
  const { cadenaOriginal, sello, certificado, fecha, folio, tipo, titular } = acuse;
  const fallas: FallaDeAcuse[] = [];
  const { validFrom, validTo } = new X509Certificate(certificado.pem);
  const isSuya = cadenaDeAcuse(datos) === cadenaOriginal && datos.folio === folio && datos.tipo === tipo;
  if (!isSuya) fallas.push('CADENA_DISTINTA');
  const bytes = new TextEncoder().encode(cadenaOriginal);
  if (!verify('sha256', bytes, createPublicKey(certificado.pem), sello)) fallas.push('SELLO_INVALIDO');
  if (titular.rfc !== datos.rfc) fallas.push('TITULAR_DISTINTO');
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

type Documento = Awaited<ReturnType<typeof verifyDocumento>>;

/** Another genuine acuse is told from an altered one: who has its SHA-256 can have it verified all the same. */
async function compare(ctx: Contexto, traido: Traido, documento: Documento): Promise<Comparacion | null> {
  const { archivo, selloDelArchivo } = traido;
  if (archivo === null) return null;
  if (archivo === documento?.sha256 || archivo === documento?.revision) return 'IGUAL';
  if (await findAcuseByArchivo(ctx, archivo)) return 'OTRO_ACUSE';
  if (await isSelloNuestro(ctx, selloDelArchivo)) return 'SELLADO_APARTE';
  return documento ? 'DISTINTO' : 'SIN_DOCUMENTO';
}

/** Null when its record is not there, which only happens to data that was tampered with. */
export async function findEstadoActual(ctx: Pick<Contexto, 'db' | 'now'>, datos: DatosDeAcuse) {
  const { db } = ctx;
  switch (datos.tipo) {
    case 'SOLICITUD':
      return findDeSolicitud(ctx, datos.folio);
    case 'ACLARACION': {
      const aclaracion = await db.aclaracion.findUnique({ where: { folio: datos.folio }, select: { estado: true } });
      return aclaracion && { de: 'ACLARACION' as const, ...aclaracion };
    }
    case 'REPRESENTACION': {
      const designacion = { where: { folio: datos.folio }, select: ESTADO_DE_REPRESENTACION };
      const hallada = await db.representacion.findUnique(designacion);
      return hallada && { de: 'REPRESENTACION' as const, estado: situacionDeRepresentacion(hallada, ctx.now()) };
    }
    default:
      return findDeMedio(ctx, datos);
  }
}

async function findDeSolicitud({ db }: Pick<Contexto, 'db'>, folio: string) {
  const solicitud = await db.solicitud.findUnique({ where: { folio }, select: { estado: true, titularId: true } });
  if (!solicitud) return null;
  const enVigor = await findEnVigor(db, solicitud.titularId);
  const estado = situacionDe({ folio, estado: solicitud.estado }, enVigor);
  return {
    de: 'SOLICITUD' as const,
    estado,
    reemplazadaEn: estado === 'REEMPLAZADA' ? (enVigor?.fecha ?? null) : null,
  };
}

async function findDeMedio({ db, now }: Pick<Contexto, 'db' | 'now'>, { folio, folioDelMedio }: DatosDeAcuseDeMedio) {
  const medio = await db.medioDeContacto.findUnique({
    where: { folio: folioDelMedio ?? folio },
    select: { estado: true, venceEn: true, fechaDeBaja: true, registros: true },
  });
  if (!medio) return null;
  const { fechaDeBaja, registros } = medio;
  return { de: 'MEDIO' as const, estado: estadoVigente(medio, now()), fechaDeBaja, registros };
}
