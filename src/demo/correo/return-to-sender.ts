import type { SMTPServerEnvelope } from 'smtp-server';
import { deliver } from './maildir.ts';

interface Rebote {
  accion: string;
  codigo: string;
  diagnostico: string;
}

/** `rebota@…`, `rebota-lleno@…`, `rebota-demora@…`. */
const REBOTES: Record<string, Rebote> = {
  rebota: { accion: 'failed', codigo: '5.1.1', diagnostico: 'smtp; 550 5.1.1 User unknown' },
  'rebota-lleno': { accion: 'failed', codigo: '5.2.2', diagnostico: 'smtp; 552 5.2.2 Mailbox full' },
  'rebota-demora': { accion: 'delayed', codigo: '4.4.1', diagnostico: 'smtp; 451 4.4.1 No answer from host' },
};

const LIMITE = '----=_rebote';

/** As mail servers send it (RFC 3464), into the same Maildir. Only for the demo's addresses that bounce. */
export async function returnToSender(
  { folder, now }: { folder: string; now: () => Date },
  { mailFrom, rcptTo }: SMTPServerEnvelope,
  message: Buffer,
): Promise<void> {
  for (const { address } of rcptTo) {
    const rebote = REBOTES[address.split('@')[0]?.toLowerCase() ?? ''];
    if (!rebote || !mailFrom) continue;
    await deliver(folder, now(), buildDsn(rebote, mailFrom.address, address, headersOf(message), now()));
  }
}

function headersOf(message: Buffer): string {
  const text = message.toString('utf8');
  return text.slice(0, Math.max(0, text.indexOf('\r\n\r\n')));
}

function buildDsn(rebote: Rebote, from: string, to: string, headers: string, date: Date): string {
  const { accion, codigo, diagnostico } = rebote;
  return [
    'Return-Path: <>',
    `Delivered-To: ${from}`,
    'From: MAILER-DAEMON@correo.example',
    `To: <${from}>`,
    `Date: ${date.toUTCString()}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${LIMITE}"`,
    '',
    `--${LIMITE}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The message could not be delivered.',
    '',
    `--${LIMITE}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; correo.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${accion}`,
    `Status: ${codigo}`,
    `Diagnostic-Code: ${diagnostico}`,
    '',
    `--${LIMITE}`,
    'Content-Type: text/rfc822-headers',
    '',
    headers,
    '',
    `--${LIMITE}--`,
    '',
  ].join('\r\n');
}
