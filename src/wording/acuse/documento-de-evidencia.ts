import { type Paso, paso } from './leeme.ts';

/** The issued PDF of an acuse, as the commands of its evidence need to know it. */
export interface DocumentoDeEvidencia {
  /** Bytes of `acuse.pdf` before and after the room of its seal: what the seal covers. */
  antes: number;
  despues: number;
  emitidoEn: Date;
  tiempo: TiempoDeEvidencia | null;
}

export interface TiempoDeEvidencia {
  fecha: Date;
  /** Where the signature begins in the CMS of the seal, when the time stamp is of it; null when it is of the whole file. */
  posicionDeFirma: number | null;
}

/** The steps that verify the seal inside the PDF, and who says when it was there. */
export function pasosDeDocumento(documento: DocumentoDeEvidencia | null): Paso[] {
  if (!documento) return [];
  const { antes, despues, emitidoEn, tiempo } = documento;
  return [
    paso(
      'El PDF lleva dentro el sello del Instituto y no ha cambiado',
      'Las dos primeras órdenes juntan lo que ampara: todo, menos el sello mismo. La última debe responder «CAdES Verification successful».',
      `head -c ${antes} acuse.pdf > documento-sellado.bin`,
      `tail -c ${despues} acuse.pdf >> documento-sellado.bin`,
      `openssl cms -verify -cades -binary -inform DER -in sello-del-documento.p7s -content documento-sellado.bin -purpose any -CAfile certificado-del-documento.pem -partial_chain -attime ${seconds(emitidoEn)} -out documento-verificado.bin`,
    ),
    paso(
      'De quién es el certificado con que se selló el PDF',
      'Es el vigente cuando se hizo el PDF; puede ser posterior al que selló la cadena original.',
      'openssl x509 -in certificado-del-documento.pem -noout -subject -serial -dates',
    ),
    ...(tiempo ? pasosDeTiempo(tiempo) : []),
  ];
}

function pasosDeTiempo({ fecha, posicionDeFirma }: TiempoDeEvidencia): Paso[] {
  const isOfFile = posicionDeFirma === null;
  const data = isOfFile ? 'acuse.pdf' : 'firma-del-documento.bin';
  const verify = `openssl ts -verify -token_in -in sello-de-tiempo.der -data ${data} -CAfile autoridad-de-tiempo.pem -partial_chain -attime ${seconds(fecha)}`;
  const extract = `openssl asn1parse -inform DER -in sello-del-documento.p7s -strparse ${posicionDeFirma} -noout -out ${data}`;
  return [
    paso(
      isOfFile
        ? 'El PDF ya existía en la fecha que dice un tercero'
        : 'El sello del PDF ya existía en la fecha que dice un tercero',
      'La primera orden muestra esa fecha («Time stamp», en UTC); la última debe responder «Verification: OK».',
      'openssl ts -reply -token_in -in sello-de-tiempo.der -text',
      ...(isOfFile ? [] : [extract]),
      verify,
    ),
    paso(
      'Quién es ese tercero',
      'El sello de tiempo vale lo que valga su autoridad: comprueba con ella que el certificado sea suyo.',
      'openssl x509 -in autoridad-de-tiempo.pem -noout -subject -issuer -serial -dates',
    ),
  ];
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
