import { type DatosDeAcuse, type DatosDeAcuseDeAclaracion, firmasDe, isDeMedio } from '#domain/acuse/datos.ts';
import { type DocumentoDeEvidencia, pasosDeDocumento } from './documento-de-evidencia.ts';
import { type Paso, paso, writeLeeme } from './leeme.ts';
import { LAS_ENTREGAS } from './leeme-de-entrega.ts';
import { nombreDeAcuse } from './nombre-de-acuse.ts';

/** What there is to be verified, beside the sello. */
interface PartesDeEvidencia {
  datos: DatosDeAcuse;
  valor: string;
  /** SHA-256 of the certificate of the sello. */
  huella: string;
  /** The issued PDF; null while there is none. */
  documento: DocumentoDeEvidencia | null;
  /** Without the certificate of who signed. */
  isCubierta: boolean;
  /** Whether it comes with that file. */
  has: (archivo: string) => boolean;
}

/**
 * `LEEME.txt`: what each file is and the openssl commands that verify it, each indented by four spaces. An e.firma is
 * judged at the moment at which it signed, since certificates expire.
 */
export function leemeDeEvidencia(partes: PartesDeEvidencia): string {
  const { datos, documento, has } = partes;
  const pasos = [
    ...pasosDeSello(partes),
    ...pasosDeRegistros(partes),
    ...pasosDelTipo(partes),
    ...(has('designacion-sello.sig') ? [LA_DESIGNACION] : []),
    ...pasosDeDocumento(documento),
    ...(has('entrega-1-1.sig') ? [LAS_ENTREGAS] : []),
    ...(has('registro-prueba.txt') ? [EN_EL_REGISTRO] : []),
    ...(has('tiempo-1.der') ? [DESDE_CUANDO] : []),
  ];
  const cabeza = [
    `Evidencia del ${nombreDeAcuse(datos.tipo)}, folio ${datos.folio}`,
    '',
    'Con OpenSSL 3 y una terminal abierta en esta carpeta, cada orden de abajo comprueba una parte del acuse sin',
    'necesidad de este portal; «sh verificar.sh» las corre todas y compara además cada archivo con los demás.',
    'Este archivo contiene datos personales: compártelo sólo con quien deba comprobarlo.',
  ];
  return writeLeeme(cabeza, pasos);
}

function pasosDeSello({ datos, valor, huella, has }: PartesDeEvidencia): Paso[] {
  return [
    paso(
      'El sello es del certificado y de la cadena original',
      'Debe responder «Verified OK».',
      'openssl x509 -in certificado-del-sello.pem -noout -pubkey > llave-publica-del-sello.pem',
      'openssl dgst -sha256 -verify llave-publica-del-sello.pem -signature sello.sig cadena-original.txt',
    ),
    paso(
      'De quién es el certificado del sello y de cuándo a cuándo sirve',
      `La fecha de elaboración que dice la cadena original debe estar entre las dos. Que sea el Instituto lo dice la huella del certificado, publicada en /registro: ${huella}.`,
      'openssl x509 -in certificado-del-sello.pem -noout -subject -serial -dates -fingerprint -sha256',
    ),
    ...(has('autoridades-del-sello.pem')
      ? [
          paso(
            'El certificado del sello es de la autoridad que lo emitió',
            'Debe responder «certificado-del-sello.pem: OK». Los de autoridades-del-sello.pem los publica esa autoridad: compáralos.',
            `openssl verify -partial_chain -CAfile autoridades-del-sello.pem -attime ${Math.floor(Date.parse(datos.fecha) / 1000)} certificado-del-sello.pem`,
          ),
        ]
      : []),
    paso(
      'El valor de verificación impreso en el acuse',
      `Debe responder ${valor}.`,
      'openssl dgst -sha256 -binary sello.sig | base32 | cut -c1-10',
    ),
  ];
}

const LA_DESIGNACION = paso(
  'El titular designó a quien lo hizo por él',
  'Debe responder «Verified OK». Esa cadena dice a quién, con qué facultades, para qué Registros Patronales y hasta cuándo, con las firmas de los dos; su folio está en la cadena original del acuse.',
  'openssl x509 -in designacion-certificado-del-sello.pem -noout -pubkey > llave-publica-de-la-designacion.pem',
  'openssl dgst -sha256 -verify llave-publica-de-la-designacion.pem -signature designacion-sello.sig designacion-cadena-original.txt',
);

function pasosDeRegistros({ datos, has }: PartesDeEvidencia): Paso[] {
  if (!has('registros-patronales.txt') || !isDeMedio(datos)) return [];
  return [
    paso(
      'Los registros patronales son los que el sello ampara',
      `Debe terminar en ${datos.registros?.sha256}, como en la cadena original.`,
      'openssl dgst -sha256 registros-patronales.txt',
    ),
  ];
}

function pasosDelTipo(partes: PartesDeEvidencia): Paso[] {
  return partes.datos.tipo === 'ACLARACION' ? pasosDeAclaracion(partes.datos) : pasosDeSolicitud(partes);
}

function pasosDeAclaracion({ textoSha256, adjunto }: DatosDeAcuseDeAclaracion): Paso[] {
  const planteamiento = paso(
    'El planteamiento es el que el sello ampara',
    `Debe terminar en ${textoSha256}, como en la cadena original.`,
    'openssl dgst -sha256 planteamiento.txt',
  );
  if (!adjunto) return [planteamiento];
  return [
    planteamiento,
    paso(
      'El archivo adjunto (no viene aquí: lo conserva quien presentó la aclaración)',
      `Cópialo a esta carpeta como adjunto. Debe terminar en ${adjunto.sha256}, como en la cadena original.`,
      'test ! -f adjunto || openssl dgst -sha256 adjunto',
    ),
  ];
}

function pasosDeSolicitud(partes: PartesDeEvidencia): Paso[] {
  const { datos, isCubierta } = partes;
  if (!('firma' in datos)) return [];
  const texto = paso(
    'El texto firmado es el de la versión que dice la cadena',
    `Debe terminar en ${datos.textoSha256}.`,
    `openssl dgst -sha256 texto-de-la-${datos.tipo.toLowerCase()}.txt`,
  );
  if (isCubierta) return [texto, SIN_CERTIFICADO];
  const cadena = `${datos.tipo.toLowerCase()}-cadena-original.txt`;
  return [texto, ...firmasDe(datos).flatMap((firma) => pasosDeFirma(firma, cadena, partes))];
}

function pasosDeFirma(
  { archivo, numero, fechaDeFirma, rfc }: ReturnType<typeof firmasDe>[number],
  cadena: string,
  { datos, has }: PartesDeEvidencia,
): Paso[] {
  const momento = Math.floor(Date.parse(fechaDeFirma) / 1000);
  const autoridades = `-CAfile autoridades${numero}.pem -partial_chain -attime ${momento}`;
  const [certificado, llave] = [`certificado-del-firmante${numero}.pem`, `llave-publica-del-firmante${numero}.pem`];
  const firma = paso(
    `La firma es ${rfc === datos.rfc ? 'del titular' : 'del representante'} y de la cadena que firmó`,
    'Debe responder «Verified OK».',
    `openssl x509 -in ${certificado} -noout -pubkey > ${llave}`,
    `openssl dgst -sha256 -verify ${llave} -signature ${archivo}.sig ${cadena}`,
  );
  if (!has(`autoridades${numero}.pem`)) return [firma];
  return [
    firma,
    paso(
      'El certificado era de la autoridad que lo emitió y estaba vigente al firmar',
      `Debe responder «${certificado}: OK».`,
      `openssl verify ${autoridades} ${certificado}`,
    ),
    paso(
      'Lo mismo, con la firma en formato CMS (PKCS#7)',
      'Debe responder «CMS Verification successful» (otros programas leen este formato).',
      `openssl cms -verify -binary -inform DER -in ${archivo}.p7s -content ${cadena} -purpose any ${autoridades} -out cms-verificado.txt`,
    ),
    ...(has(`ocsp${numero}.der`)
      ? [
          paso(
            'El certificado no estaba revocado al firmar (respuesta OCSP del servicio de revocación)',
            `Debe responder «Response verify OK» y «${certificado}: good».`,
            `openssl ocsp -respin ocsp${numero}.der -issuer autoridad${numero}.pem -cert ${certificado} -no_nonce -validity_period 3153600000 ${autoridades}`,
          ),
        ]
      : []),
  ];
}

const EN_EL_REGISTRO = paso(
  'El acuse está en el registro público de hechos',
  'registro-hecho.txt es el acuse; su SHA-256 está en registro-renglon.txt, y el de ese renglón, con registro-sal.txt, es la hoja que registro-prueba.txt lleva hasta una cabeza firmada: «sh verificar.sh» lo comprueba. Quien haya guardado una cabeza sabe desde cuándo no ha cambiado.',
  'openssl dgst -sha256 registro-hecho.txt registro-renglon.txt',
);

const DESDE_CUANDO = paso(
  'Desde cuándo está ahí, según terceros',
  'Cada tiempo-N.txt dice cómo estaba el registro un día y tiempo-N.der es el sello de tiempo de una TSA sobre él. El primero ampara el acuse y cada uno de los que siguen, los anteriores, que se sellaron otra vez antes de que venciera su TSA o de que su algoritmo se volviera débil (RFC 4998): «sh verificar.sh» los comprueba, el último hoy. Si ya venció, descarga la evidencia otra vez. Valen lo que valgan sus autoridades, que son estas: compáralas con las que cada una publica.',
  'openssl crl2pkcs7 -nocrl -certfile autoridades-de-tiempo.pem | openssl pkcs7 -print_certs -noout',
  'for x in tiempo-*.der; do openssl ts -reply -token_in -in "$x" -text; done',
);

const SIN_CERTIFICADO = paso(
  'La firma del titular (aquí no viene su certificado, que lleva su CURP y su correo)',
  'La evidencia completa, que descarga el titular, o quien él permita, prueba además que la firma es suya, que su certificado era de la autoridad y estaba vigente, y que no estaba revocado.',
);
