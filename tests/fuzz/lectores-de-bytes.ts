import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judgeAdjunto } from '#domain/adjunto/judge-adjunto.ts';
import { readCertificado } from '#domain/efirma/read-certificado.ts';
import { readEncabezado } from '#domain/padron/columnas.ts';
import { readRegistroDelPadron } from '#domain/padron/registro-del-padron.ts';
import { tipoDeArchivo } from '#formats/archivo/tipo-de-archivo.ts';
import { readSignedData } from '#formats/cms/read-signed-data.ts';
import { CODIFICACIONES, type Codificacion, createDecodificador, createSondeo } from '#formats/csv/codificacion.ts';
import { createRenglones } from '#formats/csv/renglones.ts';
import { berToDer } from '#formats/der/ber-to-der.ts';
import { type DerElement, DerError, readChildren, readDer } from '#formats/der/der.ts';
import { unwrapPem } from '#formats/der/read-bloques.ts';
import { readPiezas } from '#formats/der/read-piezas.ts';
import { readX509 } from '#formats/der/x509.ts';
import { classifyUso } from '#formats/der/x509-uso.ts';
import { chainCertificado, createVerificador } from '#infra/efirma/create-verificador.ts';
import { loadTrustStore } from '#infra/efirma/load-trust-store.ts';
import { findSigner } from '#infra/firma/find-signer.ts';
import { OcspRefusal, readOcspAnswer } from '#infra/ocsp/read-ocsp-answer.ts';
import { verifyOcspAnswer } from '#infra/ocsp/verify-ocsp-answer.ts';
import { readSelloDePdf } from '#infra/pades/read-sello-de-pdf.ts';
import { readCorreo } from '#infra/rebotes/read-correo.ts';
import { readRebote } from '#infra/rebotes/read-rebote.ts';
import { readTsaAnswer, TsaRefusal } from '#infra/tsa/create-stamp-time.ts';
import { createVerifySelloDeTiempo } from '#infra/tsa/create-verify-sello-de-tiempo.ts';
import { readTstInfo } from '#infra/tsa/read-tst-info.ts';
import { openPair } from '#ui/efirma/open-pair.ts';
import { isPdf, readSelloEnNavegador } from '#ui/verificar/sello-en-navegador.ts';
import { failing, type Lector, ofBytes } from './lector.ts';

const CORPUS = fileURLToPath(new URL('corpus', import.meta.url));
const AHORA = new Date('2026-11-24T12:00:00Z');
const KB = 1024;
/** What the pages take of a file for an e.firma, and the portal of an answer (ui/efirma/campo, infra/ocsp/consult-ocsp). */
const [ARCHIVO, RESPUESTA, CARTA, ADJUNTO] = [64 * KB, 64 * KB, 64 * KB, 256 * KB];

const autoridades = loadTrustStore(`${CORPUS}/autoridades`);
const certificado = readFileSync(`${CORPUS}/der/fisica.cer`);
const emisor = readFileSync(`${CORPUS}/autoridades/ac.cer`);
const verifyTiempo = createVerifySelloDeTiempo(autoridades);

const ESTRICTOS = failing(
  [DerError],
  [
    ...ofBytes('der', ARCHIVO, {
      'formats/der/der': (bytes) => walk(readDer(bytes)),
      'formats/der/ber-to-der': berToDer,
      'formats/der/x509': (bytes) => classifyUso(readX509(bytes)),
    }),
    ...ofBytes('der', RESPUESTA, {
      'formats/cms/read-signed-data': readSignedData,
      'infra/firma/find-signer': (bytes) =>
        findSigner(readSignedData(bytes), (hash) => createHash(hash).update(bytes).digest()),
      'infra/tsa/read-tst-info': readTstInfo,
    }),
  ],
);

/** What people choose, paste and attach, and what the portal keeps of it. */
const SIN_FALLA = [
  ...ofBytes('der', ARCHIVO, {
    'formats/der/read-piezas': readPiezas,
    'formats/der/read-bloques': unwrapPem,
    'domain/efirma/read-certificado': readCertificado,
    'infra/efirma/create-verificador (cadena)': (bytes) => chainCertificado(bytes, autoridades),
    'infra/efirma/create-verificador': (bytes) => createVerificador(autoridades).verifyCertificado(bytes, AHORA),
    'infra/tsa/create-verify-sello-de-tiempo': (token) => verifyTiempo({ token, resumen: new Uint8Array(32) }),
    'infra/ocsp/verify-ocsp-answer': (der) => verifyOcspAnswer({ der, certificado, emisor, now: AHORA, nonce: null }),
  }),
  ...ofBytes('archivos', ADJUNTO, {
    'domain/adjunto/judge-adjunto': (bytes) => [tipoDeArchivo(bytes), judgeAdjunto(bytes)],
    'infra/pades/read-sello-de-pdf': (bytes) => readSelloDePdf(Buffer.from(bytes)),
    'ui/verificar/sello-en-navegador': (bytes) => [isPdf(bytes), readSelloEnNavegador(Uint8Array.from(bytes))],
  }),
  ...ofBytes('rebotes', CARTA, {
    'infra/rebotes/read-rebote': (bytes) => readRebote(Buffer.from(bytes)),
    'infra/rebotes/read-correo': readCorreo,
  }),
];

/** By a command, in its own process, and piece by piece: 64 kB may be thirty thousand rows. */
const EN_UNA_ORDEN: Lector[] = ofBytes('csv', CARTA, { 'formats/csv y domain/padron': readPadron }).map((lector) => ({
  ...lector,
  limiteMs: 500,
}));

/** In the worker of a page, on the machine of who chose the files: a derivation alone may ask for a million rounds. */
const EN_EL_NAVEGADOR: Lector[] = ofBytes('der', ARCHIVO, {
  'ui/efirma/open-pair (certificado)': (bytes) =>
    openPair({ certificado: bytes, llave: null, contrasena: new Uint8Array() }),
  'ui/efirma/open-pair (llave)': (llave) =>
    openPair({ certificado, llave, contrasena: Buffer.from('Taller.Costura78') }),
}).map((lector) => ({ ...lector, limiteMs: 8_000 }));

export const LECTORES_DE_BYTES: readonly Lector[] = [
  ...ESTRICTOS,
  ...failing([DerError, OcspRefusal], ofBytes('der', RESPUESTA, { 'infra/ocsp/read-ocsp-answer': readOcspAnswer })),
  ...failing([DerError, TsaRefusal], ofBytes('der', RESPUESTA, { 'infra/tsa/create-stamp-time': readTsaAnswer })),
  ...SIN_FALLA,
  ...EN_UNA_ORDEN,
  ...EN_EL_NAVEGADOR,
];

/** All of it, as deep as it goes: a reader of a part would stop before. */
function walk(element: DerElement, depth = 0): number {
  if (!(element.tag & 0x20) || depth > 40) return 1;
  return readChildren(element).reduce((sum, child) => sum + walk(child, depth + 1), 1);
}

function readPadron(bytes: Uint8Array): unknown {
  const sondeo = createSondeo();
  sondeo.add(bytes);
  const told = sondeo.judge();
  if (!(CODIFICACIONES as readonly string[]).includes(told)) return told;
  const decodificador = createDecodificador(told as Codificacion);
  const renglones = createRenglones();
  const todos = [...renglones.push(decodificador.decode(bytes) + decodificador.end()), ...renglones.end()];
  const [primero, ...filas] = todos.flatMap((renglon) => ('campos' in renglon ? [renglon.campos] : []));
  const encabezado = readEncabezado(primero ?? []);
  return encabezado.ok && filas.map((campos) => readRegistroDelPadron(campos, encabezado.value));
}
