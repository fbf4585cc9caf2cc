import { type DatosDeAcuse, type DatosDeAcuseDeAclaracion, isDeMedio } from '#domain/acuse/datos.ts';
import type { PasoDeEvidencia } from '#domain/acuse/paso-de-evidencia.ts';
import { type DocumentoDeEvidencia, pasosDeDocumento } from './documento-de-evidencia.ts';
import { nombreDeAcuse } from './nombre-de-acuse.ts';

/** What there is to be verified, beside the sello. */
export interface PartesDeEvidencia {
  datos: DatosDeAcuse;
  valor: string;
  /** The issued PDF; null while there is none. */
  documento: DocumentoDeEvidencia | null;
  /** Without the certificate of who signed. */
  isCubierta: boolean;
  hasRegistros: boolean;
  hasOcsp: boolean;
  hasAutoridades: boolean;
}

/**
 * `LEEME.txt`: what each file is and the openssl commands that verify it, each indented by four spaces. An e.firma is
 * judged at the moment at which it signed, since certificates expire.
 */
export function leemeDeEvidencia(partes: PartesDeEvidencia): string {
  const { datos, valor, documento } = partes;
  const pasos = [
    ...pasosDeSello(valor),
    ...pasosDeRegistros(partes),
    ...pasosDelTipo(partes),
    ...pasosDeDocumento(documento),
  ];
  const cabeza = [
    `Evidencia del ${nombreDeAcuse(datos.tipo)}, folio ${datos.folio}`,
    '',
    'Con OpenSSL 3 y una terminal abierta en esta carpeta, cada orden de abajo comprueba una parte del acuse sin',
    'necesidad de este portal. Este archivo contiene datos personales: compártelo sólo con quien deba comprobarlo.',
  ];
  const cuerpo = pasos.flatMap(({ titulo, explicacion, comandos }, index) => [
    '',
    `${index + 1}. ${titulo}`,
    `   ${explicacion}`,
    '',
    ...comandos.map((comando) => `    ${comando}`),
  ]);
  return `${[...cabeza, ...cuerpo].join('\n')}\n`;
}

function pasosDeSello(valor: string): PasoDeEvidencia[] {
  return [
    {
      titulo: 'El sello es del certificado y de la cadena original',
      explicacion: 'Debe responder «Verified OK».',
      comandos: [
        'openssl x509 -in certificado-del-sello.pem -noout -pubkey > llave-publica-del-sello.pem',
        'openssl dgst -sha256 -verify llave-publica-del-sello.pem -signature sello.sig cadena-original.txt',
      ],
    },
    {
      titulo: 'De quién es el certificado del sello y de cuándo a cuándo sirve',
      explicacion: 'La fecha de elaboración que dice la cadena original debe estar entre las dos.',
      comandos: ['openssl x509 -in certificado-del-sello.pem -noout -subject -serial -dates'],
    },
    {
      titulo: 'El valor de verificación impreso en el acuse',
      explicacion: `Debe responder ${valor}.`,
      comandos: ['openssl dgst -sha256 -binary sello.sig | base32 | cut -c1-10'],
    },
  ];
}

function pasosDeRegistros({ datos, hasRegistros }: PartesDeEvidencia): PasoDeEvidencia[] {
  if (!hasRegistros || !isDeMedio(datos)) return [];
  return [
    {
      titulo: 'Los registros patronales son los que el sello ampara',
      explicacion: `Debe terminar en ${datos.registros?.sha256}, como en la cadena original.`,
      comandos: ['openssl dgst -sha256 registros-patronales.txt'],
    },
  ];
}

function pasosDelTipo(partes: PartesDeEvidencia): PasoDeEvidencia[] {
  return partes.datos.tipo === 'ACLARACION' ? pasosDeAclaracion(partes.datos) : pasosDeSolicitud(partes);
}

function pasosDeAclaracion({ textoSha256, adjunto }: DatosDeAcuseDeAclaracion): PasoDeEvidencia[] {
  const planteamiento: PasoDeEvidencia = {
    titulo: 'El planteamiento es el que el sello ampara',
    explicacion: `Debe terminar en ${textoSha256}, como en la cadena original.`,
    comandos: ['openssl dgst -sha256 planteamiento.txt'],
  };
  if (!adjunto) return [planteamiento];
  return [
    planteamiento,
    {
      titulo: 'El archivo adjunto (no viene aquí: lo conserva quien presentó la aclaración)',
      explicacion: `Cópialo a esta carpeta como adjunto. Debe terminar en ${adjunto.sha256}, como en la cadena original.`,
      comandos: ['test ! -f adjunto || openssl dgst -sha256 adjunto'],
    },
  ];
}

function pasosDeSolicitud({ datos, isCubierta, hasOcsp, hasAutoridades }: PartesDeEvidencia): PasoDeEvidencia[] {
  if (datos.tipo !== 'SOLICITUD') return [];
  const momento = Math.floor(Date.parse(datos.fechaDeFirma) / 1000);
  const autoridades = `-CAfile autoridades.pem -partial_chain -attime ${momento}`;
  const texto: PasoDeEvidencia = {
    titulo: 'El texto firmado es el de la versión que dice la cadena',
    explicacion: `Debe terminar en ${datos.textoSha256}.`,
    comandos: ['openssl dgst -sha256 texto-de-la-solicitud.txt'],
  };
  if (isCubierta) return [texto, SIN_CERTIFICADO];
  const firma: PasoDeEvidencia[] = [
    texto,
    {
      titulo: 'La firma es del titular y de la cadena que firmó',
      explicacion: 'Debe responder «Verified OK».',
      comandos: [
        'openssl x509 -in certificado-del-firmante.pem -noout -pubkey > llave-publica-del-firmante.pem',
        'openssl dgst -sha256 -verify llave-publica-del-firmante.pem -signature solicitud.sig solicitud-cadena-original.txt',
      ],
    },
  ];
  if (!hasAutoridades) return firma;
  return [
    ...firma,
    {
      titulo: 'El certificado era de la autoridad que lo emitió y estaba vigente al firmar',
      explicacion: 'Debe responder «certificado-del-firmante.pem: OK».',
      comandos: [`openssl verify ${autoridades} certificado-del-firmante.pem`],
    },
    {
      titulo: 'Lo mismo, con la firma en formato CMS (PKCS#7)',
      explicacion: 'Debe responder «CMS Verification successful» (otros programas leen este formato).',
      comandos: [
        `openssl cms -verify -binary -inform DER -in solicitud.p7s -content solicitud-cadena-original.txt -purpose any ${autoridades} -out cms-verificado.txt`,
      ],
    },
    ...(hasOcsp ? [pasoDeOcsp(autoridades)] : []),
  ];
}

const SIN_CERTIFICADO: PasoDeEvidencia = {
  titulo: 'La firma del titular (aquí no viene su certificado, que lleva su CURP y su correo)',
  explicacion:
    'La evidencia completa, que descarga el titular, o quien él permita, prueba además que la firma es suya, que su certificado era de la autoridad y estaba vigente, y que no estaba revocado.',
  comandos: [],
};

function pasoDeOcsp(autoridades: string): PasoDeEvidencia {
  return {
    titulo: 'El certificado no estaba revocado al firmar (respuesta OCSP del servicio de revocación)',
    explicacion: 'Debe responder «Response verify OK» y «certificado-del-firmante.pem: good».',
    comandos: [
      `openssl ocsp -respin ocsp.der -issuer autoridad.pem -cert certificado-del-firmante.pem -no_nonce -validity_period 3153600000 ${autoridades}`,
    ],
  };
}
