/** What a delivery status notification says of one recipient (RFC 3464, 2.3). */
export interface DestinoReportado {
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded`; anything else as it came, in lower case. */
  accion: string;
  /** Enhanced status code, as `5.1.1`; empty when there is none. */
  codigo: string;
  /** What the server that refused it said; empty when it is not told. */
  diagnostico: string;
}

const MAX_DESTINOS = 50;
const MAX_DIAGNOSTICO = 500;

/**
 * Reads the body of a `message/delivery-status`: groups of fields separated by empty lines, the first about the message
 * and one for each recipient. Never throws: what is not of this form gives no recipient.
 */
export function parseDeliveryStatus(text: string): DestinoReportado[] {
  const groups = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n+/);
  return groups
    .map(readFields)
    .filter((fields) => fields.has('action'))
    .slice(0, MAX_DESTINOS)
    .map((fields) => ({
      accion: (fields.get('action') ?? '').toLowerCase(),
      codigo: /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fields.get('status') ?? '')?.[1] ?? '',
      diagnostico: clean(fields.get('diagnostic-code') ?? ''),
    }));
}

/** Names in lower case; a line that begins with a blank goes on with the one before. The first of a name counts. */
function readFields(group: string): Map<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^([!-9;-~]{1,64}):[ \t]*(.*)$/.exec(line) ?? [];
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), (value ?? '').trim());
  }
  return fields;
}

function clean(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, MAX_DIAGNOSTICO);
}
