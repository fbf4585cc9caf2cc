import { type ParsedMail, simpleParser } from 'mailparser';
import type { Campos } from '#formats/rebote/destino-reportado.ts';
import { within } from '../turnos/within.ts';

export interface Mensaje {
  cabeceras: Campos;
  texto: string;
  partes: { tipo: string; texto: string }[];
  incluidos: Mensaje[];
}

const PARSE = {
  keepDeliveryStatus: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
} as const;
/** A report of a report of a report: no honest gateway goes deeper. */
const NIVELES = 4;
const MAX_PARTES = 50;
const PARSE_MS = 10_000;

/** Null when it is no message. Never throws for what it holds, and ends in seconds. */
export async function openMensaje(source: Buffer, nivel = 0): Promise<Mensaje | null> {
  const mail = await parse(source);
  const cabeceras = mail ? camposOf(mail) : new Map<string, string>();
  if (!mail || cabeceras.size === 0) return null;
  const adjuntos = mail.attachments.slice(0, MAX_PARTES);
  const partes = adjuntos
    .filter(({ contentType, size }) => size > 0 && !/^(?:image|audio|video)\//.test(contentType))
    .map(({ contentType: tipo, content }) => ({
      tipo,
      texto: content.toString(content[3] === 0 ? 'utf16le' : 'utf8'),
    }));
  const cerrados = adjuntos.filter(
    ({ contentType }) => nivel < NIVELES && /^message\/(?:rfc822|global)$/.test(contentType),
  );
  const incluidos: Mensaje[] = [];
  for (const { content } of cerrados) {
    const incluido = await openMensaje(content, nivel + 1);
    if (incluido) incluidos.push(incluido);
  }
  return { cabeceras, texto: mail.text || withoutTags(mail.html || ''), partes, incluidos };
}

export async function readCampos(group: string): Promise<Campos> {
  const mail = await parse(Buffer.from(`${group}\n\n`));
  return mail ? camposOf(mail) : new Map();
}

async function parse(source: Buffer): Promise<ParsedMail | null> {
  return within(PARSE_MS, simpleParser(source, PARSE)).catch(() => null);
}

/** The first of each name, decoded where people read it. Header lines come as bytes, one a character. */
function camposOf({ headerLines = [], subject, from }: ParsedMail): Campos {
  const campos = new Map<string, string>();
  for (const { key, line } of headerLines) {
    const colon = line.indexOf(':');
    if (key === '' || colon < 0 || /\s/.test(key) || campos.has(key)) continue;
    const value = Buffer.from(line.slice(colon + 1), 'latin1').toString('utf8');
    campos.set(key, value.replace(/\s+/g, ' ').trim());
  }
  if (subject) campos.set('subject', subject);
  if (from?.text) campos.set('from', from.text);
  return campos;
}

function withoutTags(html: string): string {
  const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', nbsp: ' ' };
  return html
    .replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&#(\d{1,5});/g, (_, unit: string) => String.fromCharCode(Number(unit)))
    .replace(/&(lt|gt|amp|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ');
}
