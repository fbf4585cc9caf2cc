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

export function enlace(url: string): Tramo {
  return { texto: url, url };
}

/** What the mails about a folio are made from. */
export interface DatosDeCorreo {
  folio: string;
  appUrl: string;
  esDemo: boolean;
}

/** Of the public log, the latest signed head when a message was made: whoever keeps the message keeps that. */
export interface CabezaCitada {
  origen: string;
  tamano: string;
  /** In base64. */
  raiz: string;
}

/** As `bitacora:verificar -- --contra` reads it, from the message as it came; nothing while there was no head. */
export function citaDeCabeza(cabeza: CabezaCitada | null | undefined, appUrl: string): Bloque[] {
  if (!cabeza) return [];
  const { origen, tamano, raiz } = cabeza;
  return [
    nota(
      `Guarda este correo: con la cabeza del registro público de hechos ${origen}, que era ${tamano}:${raiz}, cualquiera puede comprobar después que nada anterior se quitó ni se cambió. Cómo se comprueba: `,
      enlace(`${appUrl}/registro`),
    ),
  ];
}

interface Redactado extends Pick<ContenidoDeCorreo, 'version' | 'asunto' | 'resumen'> {
  /** Text alone is a paragraph. */
  parrafos: (string | Bloque)[];
}

/** An e-mail with the end that each has; in demo it says so, and nowhere else. */
export function correo(esDemo: boolean, { parrafos, ...redactado }: Redactado): ContenidoDeCorreo {
  const cierre = ['Este es un mensaje automático: no lo respondas.'];
  if (esDemo)
    cierre.push('Este mensaje es de demostración: no es una comunicación oficial del IMSS ni tiene efectos legales.');
  return {
    mecanismo: 'CORREO_ELECTRONICO',
    ...redactado,
    parrafos: [
      ...parrafos.map((each) => (typeof each === 'string' ? parrafo(each) : each)),
      ...cierre.map((texto) => nota(texto)),
    ],
  };
}

/** One SMS. Throws RangeError when the text does not fit in one, or has a character outside GSM-7 (a bug). */
export function sms(version: string, texto: string): ContenidoDeSms {
  const length = lengthGsm7(texto);
  if (length === null || length > SMS_MAXIMO) throw new RangeError(`${version} does not fit in one SMS`);
  return { mecanismo: 'TELEFONO', version, texto };
}

/** What its HMAC is over: of an e-mail subject, preview and paragraphs with links; of an SMS its very text. */
export function textoEnviado(contenido: Contenido): string {
  if (contenido.mecanismo === 'TELEFONO') return contenido.texto;
  const { asunto, resumen, parrafos } = contenido;
  const texto = parrafos.map(({ tramos }) =>
    tramos.map(({ texto, url }) => (url ? `${texto} <${url}>` : texto)).join(''),
  );
  return [asunto, resumen, ...texto].join('\n\n');
}
