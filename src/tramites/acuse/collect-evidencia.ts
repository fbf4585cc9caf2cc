import { X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type DatosDeAcuseDeSolicitud, firmasDe, isPorConducto, parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import { readCertificados } from '#formats/der/read-piezas.ts';
import type { BuildCms } from '#infra/firma/build-cms.ts';
import type { SelloLeido } from '#infra/pades/read-sello-de-pdf.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { sha256 } from '#tramites/bitacora/hash-de.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { type Archivos, addConstancias } from '#tramites/entrega/collect-constancias.ts';
import { proveAcuse } from '#tramites/registro/prove-acuse.ts';
import { proveTiempo } from '#tramites/registro/prove-tiempo.ts';
import type { TiempoDeEvidencia } from '#wording/acuse/documento-de-evidencia.ts';
import { leemeDeEvidencia } from '#wording/acuse/leeme-de-evidencia.ts';
import { textoDeVersion, textoPlano } from '#wording/solicitud/textos.ts';
import { type AcuseVerificable, valorDe } from './find-acuse-verificable.ts';
import { RelacionDistinta, relateRegistros } from './relate-registros.ts';
import { findFirmas } from './verify-solicitud-firmada.ts';

/**
 * Everything with which a stranger verifies an acuse by openssl alone (contrato.md, «Addresses»). Recorded. Unless
 * `isCompleta` or the titular lets it be so, without the certificate of who signed: it has their CURP and e-mail.
 */
export async function collectEvidencia(
  ctx: Contexto & { buildCms: BuildCms },
  acuse: AcuseVerificable,
  { isCompleta }: { isCompleta: boolean },
): Promise<Archivos> {
  const { folio, tipo, titularId, cadenaOriginal, sello, certificado } = acuse;
  const datos = parseDatosDeAcuse(acuse.datos);
  const [delSello = '', ...autoridades] = readCertificados(utf8(certificado.pem)).map(toPem);
  const archivos: Archivos = new Map([
    ['cadena-original.txt', utf8(cadenaOriginal)],
    ['sello.sig', sello],
    ['certificado-del-sello.pem', utf8(delSello)],
  ]);
  if (autoridades.length > 0) archivos.set('autoridades-del-sello.pem', utf8(autoridades.join('')));
  const registros = await listNumeros(ctx, acuse);
  if (registros !== null) archivos.set('registros-patronales.txt', utf8(registros));
  // The certificate of a representative is not its client's to give.
  const isCubierta = !isCompleta && (acuse.abierta === null || isPorConducto(acuse.datos));
  if ('firma' in datos) await addSolicitud(ctx, datos, archivos, isCubierta);
  if (datos.porConducto && !isCubierta) await addDesignacion(ctx, datos.porConducto, archivos);
  // The file that came with it is its titular's alone: its hash is under the sello.
  if (datos.tipo === 'ACLARACION') archivos.set('planteamiento.txt', utf8(datos.texto));
  // They are of its titular alone, and of support.
  if (isCompleta) await addConstancias(ctx, { titularId, OR: [{ folio }, { acuseId: acuse.id }] }, archivos);
  const documento = await addDocumento(ctx, acuse.id, archivos);
  const registro = await proveAcuse(ctx, acuse.id);
  const pruebas = registro ? [...registro.archivos, ...(await proveTiempo(ctx, registro))] : [];
  for (const [name, bytes] of pruebas) archivos.set(name, bytes);
  const leeme = leemeDeEvidencia({
    datos,
    huella: new X509Certificate(certificado.pem).fingerprint256.replaceAll(':', '').toLowerCase(),
    valor: valorDe(sello),
    documento,
    isCubierta,
    has: (archivo) => archivos.has(archivo),
  });
  await appendBitacora(ctx.db, ctx, { evento: 'EVIDENCIA_DESCARGADA', titularId, folio, datos: { tipo } });
  return archivos.set('LEEME.txt', utf8(leeme));
}

/** What both signed so that one might act for the other, under its own sello: it names powers, registros and both signatures. */
async function addDesignacion(ctx: Contexto, { folio }: { folio: string }, archivos: Archivos): Promise<void> {
  const designacion = await ctx.db.acuse.findUnique({
    where: { folio_tipo: { folio, tipo: 'REPRESENTACION' } },
    select: { cadenaOriginal: true, sello: true, certificado: { select: { pem: true } } },
  });
  if (!designacion) return;
  archivos
    .set('designacion-cadena-original.txt', utf8(designacion.cadenaOriginal))
    .set('designacion-sello.sig', designacion.sello)
    .set('designacion-certificado-del-sello.pem', utf8(designacion.certificado.pem));
}

/** Also where it is no longer what is under the sello: whoever runs the commands must see that it does not agree. */
async function listNumeros(ctx: Contexto, acuse: AcuseVerificable): Promise<string | null> {
  const relacion = relateRegistros(ctx, parseDatosDeAcuse(acuse.datos));
  if (!relacion) return null;
  const lines: string[] = [];
  try {
    for await (const parte of relacion.partes()) for (const numero of parte) lines.push(`${numero}\n`);
  } catch (error) {
    if (!(error instanceof RelacionDistinta)) throw error;
    ctx.log.error(
      { folio: acuse.folio, tipo: acuse.tipo },
      'the evidence of an acuse has registros that it does not certify',
    );
  }
  return lines.join('');
}

async function addSolicitud(
  ctx: Contexto & { buildCms: BuildCms },
  datos: DatosDeAcuseDeSolicitud,
  archivos: Archivos,
  isCubierta: boolean,
): Promise<void> {
  const nombre = datos.tipo.toLowerCase();
  archivos
    .set(`${nombre}-cadena-original.txt`, utf8(datos.cadenaFirmada))
    .set(`texto-de-la-${nombre}.txt`, utf8(textoPlano(textoDeVersion(datos.textoVersion))));
  const firmantes = await findFirmas(ctx, datos);
  for (const [index, { archivo, numero, firma: base64 }] of firmasDe(datos).entries()) {
    const firma = Buffer.from(base64, 'base64');
    archivos.set(`${archivo}.sig`, firma);
    const firmante = firmantes[index];
    if (isCubierta || !firmante) continue;
    const {
      certificado: { der },
      consultaOcsp: { respuesta },
    } = firmante;
    archivos
      .set(`${archivo}.p7s`, ctx.buildCms({ certificado: der, firma }))
      .set(`certificado-del-firmante${numero}.pem`, utf8(toPem(der)));
    const autoridades = ctx.efirma.listAutoridades(der).map(toPem);
    if (!autoridades[0]) continue;
    archivos
      .set(`autoridad${numero}.pem`, utf8(autoridades[0]))
      .set(`autoridades${numero}.pem`, utf8(autoridades.join('')));
    if (respuesta) archivos.set(`ocsp${numero}.der`, respuesta);
  }
}

/** Null when there is no PDF yet, or it is from before documents were sealed. */
async function addDocumento(ctx: Contexto, acuseId: string, archivos: Archivos) {
  const documento = await ctx.db.acuseDocumento.findUnique({
    where: { acuseId },
    select: { pdf: true, emitidoEn: true, selloDeTiempo: { select: { objeto: true, token: true } } },
  });
  if (!documento) return null;
  const pdf = await promisify(gunzip)(documento.pdf);
  const sello = ctx.selloDePdf.read(pdf);
  if (!sello) return null;
  archivos
    .set('acuse.pdf', pdf)
    .set('sello-del-documento.p7s', sello.cms)
    .set('certificado-del-documento.pem', utf8(toPem(sello.certificado)));
  const tiempo = documento.selloDeTiempo && addTiempo(ctx, pdf, sello, documento.selloDeTiempo, archivos);
  return { antes: sello.antes, despues: sello.despues, emitidoEn: documento.emitidoEn, tiempo };
}

function addTiempo(
  ctx: Contexto,
  pdf: Buffer,
  { firma, posicionDeFirma }: SelloLeido,
  { objeto, token }: { objeto: 'SELLO_DEL_DOCUMENTO' | 'DOCUMENTO'; token: Uint8Array },
  archivos: Archivos,
): TiempoDeEvidencia | null {
  const isOfSello = objeto === 'SELLO_DEL_DOCUMENTO';
  const respuesta = ctx.verifySelloDeTiempo({ token, resumen: sha256(isOfSello ? firma : pdf) });
  if (respuesta.resultado !== 'SELLADO') return null;
  const { certificados, fecha } = respuesta.sello;
  archivos.set('sello-de-tiempo.der', token).set('autoridad-de-tiempo.pem', utf8(certificados.map(toPem).join('')));
  return { fecha, posicionDeFirma: isOfSello ? posicionDeFirma : null };
}

function toPem(der: Uint8Array): string {
  return new X509Certificate(der).toString();
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
