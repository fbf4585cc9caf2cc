import { simpleParser } from 'mailparser';
import { type DestinoReportado, parseDeliveryStatus } from '#domain/rebote/parse-delivery-status.ts';

/** A delivery status notification (RFC 3464), and the message of ours that it is about. */
export interface Notificacion {
  destinos: DestinoReportado[];
  /** Left part of the Message-ID of what came back, in lower case; null when it is not given. */
  messageId: string | null;
}

/**
 * Reads a message as a notification of delivery; null for everything else: complaints (ARF), answers of machines and
 * people, spam. Never throws for what a message holds.
 */
export async function readRebote(source: Buffer): Promise<Notificacion | null> {
  if (!/^content-type:\s*multipart\/report\b/im.test(headersOf(source))) return null;
  const mail = await simpleParser(source, PARSE).catch(() => null);
  if (!mail || reportTypeOf(mail.headers.get('content-type')) !== 'delivery-status') return null;
  const estado = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  if (!estado) return null;
  const original = mail.attachments.find(({ contentType }) =>
    /^(message\/rfc822|text\/rfc822-headers)$/.test(contentType),
  );
  return {
    destinos: parseDeliveryStatus(estado.content.toString('latin1')),
    messageId: original ? messageIdIn(original.content) : null,
  };
}

const PARSE = {
  keepDeliveryStatus: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  maxHtmlLengthToParse: 100_000,
} as const;

function headersOf(source: Buffer): string {
  const text = source.subarray(0, 65_536).toString('latin1');
  const end = text.search(/\r?\n\r?\n/);
  return (end < 0 ? text : text.slice(0, end)).replace(/\r?\n[ \t]+/g, ' ');
}

function reportTypeOf(contentType: unknown): string | undefined {
  const { params } = (contentType ?? {}) as { params?: Record<string, string> };
  return params?.['report-type']?.toLowerCase();
}

/** Of the message that came back, whole or only its headers. */
function messageIdIn(original: Buffer): string | null {
  const id = /^message-id:\s*<([^@<>\s]{1,100})@/im.exec(headersOf(original))?.[1];
  return id?.toLowerCase() ?? null;
}
