import { DerError, readChildren, readDer, TAG } from '#formats/der/der.ts';
import { expectTag, readUnsigned } from '#formats/der/der-value.ts';

const GRANTED = 0;
const GRANTED_WITH_MODS = 1;

/** RFC 3161, 2.4.2, unverified. Throws TsaRefusal when the service gave none, and DerError when it is malformed. */
export function readTsaAnswer(der: Uint8Array): Uint8Array {
  const [info, token] = readChildren(expectTag(readDer(der), TAG.sequence));
  const [status] = readChildren(expectTag(info, TAG.sequence));
  const octets = readUnsigned(expectTag(status, TAG.integer));
  const code = octets[0] ?? GRANTED;
  if (octets.length > 1 || (code !== GRANTED && code !== GRANTED_WITH_MODS)) throw new TsaRefusal(`status ${code}`);
  if (!token) throw new DerError('granted without a token');
  return token.raw;
}

/** The service understood and did not stamp; the message is a short reason for the log. */
export class TsaRefusal extends Error {}
