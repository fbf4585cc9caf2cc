import { simpleParser } from 'mailparser';
import { readLayout } from '../correo/layout.ts';

/** What a mail of ours said, as its HMAC is over it, from the file that a mail program saves; null for any other file. */
export async function readCorreo(archivo: Uint8Array): Promise<string | null> {
  const options = { skipHtmlToText: true, skipTextToHtml: true };
  const correo = await simpleParser(Buffer.from(archivo), options).catch(() => null);
  return correo?.html ? readLayout(correo.html) : null;
}
