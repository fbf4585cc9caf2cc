import { sign } from 'node:crypto';
import type { EfirmaEmitida } from '#demo/autoridad/issue-efirma.ts';

/** RSA-SHA256 (PKCS#1 v1.5) with the e.firma's private key, as the browser does. */
export function firmar(efirma: EfirmaEmitida, text: string): Uint8Array {
  return new Uint8Array(sign('RSA-SHA256', Buffer.from(text), efirma.llaves.privateKey));
}
