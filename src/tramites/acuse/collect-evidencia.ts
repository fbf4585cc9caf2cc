import { type DatosDeAcuseDeSolicitud, parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import type { BuildCms } from '#infra/firma/build-cms.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { leemeDeEvidencia } from '#wording/acuse/leeme-de-evidencia.ts';
import { textoDeVersion, textoPlano } from '#wording/solicitud/textos.ts';
import { addDocumento } from './add-documento.ts';
import { type Archivos, toPem, utf8 } from './archivos-de-evidencia.ts';
import { type AcuseVerificable, valorDe } from './find-acuse-verificable.ts';
import { RelacionDistinta, relateRegistros } from './relate-registros.ts';

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
  const archivos: Archivos = new Map([
    ['cadena-original.txt', utf8(cadenaOriginal)],
    ['sello.sig', sello],
    ['certificado-del-sello.pem', utf8(certificado.pem)],
  ]);
  const registros = await listNumeros(ctx, acuse);
  if (registros) archivos.set('registros-patronales.txt', utf8(registros));
  const isCubierta = !isCompleta && acuse.abierta === null;
  if (datos.tipo === 'SOLICITUD') await addSolicitud(ctx, datos, archivos, isCubierta);
  // The file that came with it is its titular's alone: its hash is under the sello.
  if (datos.tipo === 'ACLARACION') archivos.set('planteamiento.txt', utf8(datos.texto));
  const documento = await addDocumento(ctx, acuse.id, archivos);
  const leeme = leemeDeEvidencia({
    datos,
    valor: valorDe(sello),
    documento,
    isCubierta,
    hasRegistros: registros !== null,
    hasOcsp: archivos.has('ocsp.der'),
    hasAutoridades: archivos.has('autoridades.pem'),
  });
  await ctx.db.$transaction((tx) =>
    appendBitacora(tx, ctx, { evento: 'EVIDENCIA_DESCARGADA', titularId, folio, datos: { tipo } }),
  );
  return archivos.set('LEEME.txt', utf8(leeme));
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
  { folio, firma: base64, cadenaFirmada, textoVersion }: DatosDeAcuseDeSolicitud,
  archivos: Archivos,
  isCubierta: boolean,
): Promise<void> {
  const { certificado, consultaOcsp } = await ctx.db.solicitud.findUniqueOrThrow({
    where: { folio },
    select: { certificado: { select: { der: true } }, consultaOcsp: { select: { respuesta: true } } },
  });
  const firma = Buffer.from(base64, 'base64');
  const autoridades = ctx.efirma.listAutoridades(certificado.der);
  archivos
    .set('solicitud-cadena-original.txt', utf8(cadenaFirmada))
    .set('solicitud.sig', firma)
    .set('texto-de-la-solicitud.txt', utf8(textoPlano(textoDeVersion(textoVersion))));
  if (isCubierta) return;
  archivos
    .set('solicitud.p7s', ctx.buildCms({ certificado: certificado.der, firma }))
    .set('certificado-del-firmante.pem', utf8(toPem(certificado.der)));
  const [emisor] = autoridades;
  if (!emisor) return;
  archivos.set('autoridad.pem', utf8(toPem(emisor))).set('autoridades.pem', utf8(autoridades.map(toPem).join('')));
  if (consultaOcsp.respuesta) archivos.set('ocsp.der', consultaOcsp.respuesta);
}
