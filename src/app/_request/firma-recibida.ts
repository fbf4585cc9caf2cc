import { z } from 'zod';

const fromBase64 = (text: string) => Buffer.from(text, 'base64');

/** What a browser sends that signed with an e.firma: the answer to a challenge, with its certificate (DER). */
export const firmaSchema = z.object({
  nonce: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  certificado: z.base64().max(12_000).transform(fromBase64),
  firma: z.base64().max(1_400).transform(fromBase64),
});
