import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { makeCertificadoDeDemo } from '#infra/sello/certificado-de-demo.ts';
import type { Sello } from '#infra/sello/sello.ts';

const pairs = new Map<number, { publicKey: KeyObject; privateKey: KeyObject }>();

/** A sello with a key made here and now, whose certificate is valid from the day before `now`. */
export function makeSello({ now, bits = 2048 }: { now: Date; bits?: number }): Sello {
  const pair = pairs.get(bits) ?? generateKeyPairSync('rsa', { modulusLength: bits });
  pairs.set(bits, pair);
  const serie = '99999000000000000001';
  const certificadoPem = makeCertificadoDeDemo(pair, serie, now);
  return {
    huella: new X509Certificate(certificadoPem).fingerprint256.replaceAll(':', '').toLowerCase(),
    serie,
    certificadoPem,
    isDemo: true,
    sign: async (bytes) => new Uint8Array(sign('RSA-SHA256', bytes, pair.privateKey)),
  };
}
