import { lengthGsm7 } from '#formats/texto/gsm7.ts';

/** A run of text; with `url`, a link. */
export interface Tramo {
  texto: string;
  url?: string;
}

/** A paragraph. A `nota` is set apart: less important than the rest, yet to be read. */
export interface Bloque {
  tramos: Tramo[];
  tono?: 'nota';
}

/** The wording of an e-mail, without layout: infra/correo makes the HTML and the plain text from it. */
export interface ContenidoDeCorreo {
  mecanismo: 'CORREO_ELECTRONICO';
  /** Which wording it is, `family/number`. A wording that was sent never changes: it gets a new number. */
  version: string;
  asunto: string;
  /** The line that mail programs show beside the subject. */
  resumen: string;
  parrafos: Bloque[];
}

export interface ContenidoDeSms {
  mecanismo: 'TELEFONO';
  version: string;
  /** One SMS: 160 characters of GSM-7 at most. */
  texto: string;
}

export type Contenido = ContenidoDeCorreo | ContenidoDeSms;

/** A kind of aviso. */
export interface Aviso<Datos> {
  /** How support calls it, after «el correo» or «el SMS». */
  nombre: string;
  redacta: (datos: Datos) => Contenido;
}

export const SMS_MAXIMO = 160;

/** A paragraph from texts and links, in reading order. */
export function parrafo(...tramos: (string | Tramo)[]): Bloque {
  return { tramos: tramos.map((tramo) => (typeof tramo === 'string' ? { texto: tramo } : tramo)) };
}

export function nota(...tramos: (string | Tramo)[]): Bloque {
  return { ...parrafo(...tramos), tono: 'nota' };
}

/** A link that shows its whole address. */
export function enlace(url: string): Tramo {
  return { texto: url, url };
}

/** What the mails about a folio are made from. */
export interface DatosDeCorreo {
  folio: string;
  /** Public address of the portal. */
  appUrl: string;
  esDemo: boolean;
}

type Redactado = Pick<ContenidoDeCorreo, 'version' | 'asunto' | 'resumen' | 'parrafos'>;

/** An e-mail with the end that each has; in demo it says so, and nowhere else. */
export function correo(esDemo: boolean, { parrafos, ...redactado }: Redactado): ContenidoDeCorreo {
  const cierre = ['Este es un mensaje automático: no lo respondas.'];
  if (esDemo)
    cierre.push('Este mensaje es de demostración: no es una comunicación oficial del IMSS ni tiene efectos legales.');
  return {
    mecanismo: 'CORREO_ELECTRONICO',
    ...redactado,
    parrafos: [...parrafos, ...cierre.map((texto) => nota(texto))],
  };
}

/** One SMS. Throws RangeError when the text does not fit in one, or has a character outside GSM-7 (a bug). */
export function sms(version: string, texto: string): ContenidoDeSms {
  const length = lengthGsm7(texto);
  if (length === null || length > SMS_MAXIMO) throw new RangeError(`${version} does not fit in one SMS`);
  return { mecanismo: 'TELEFONO', version, texto };
}
