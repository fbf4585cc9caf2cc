import { generateKeyPairSync, type KeyObject, randomInt, sign, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { makeCertificadoDeDemo } from '#demo/sello/ensure-sello-de-demo.ts';
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

/** A new certificate, valid ten years from the day before `now`, and its key without password, as an operator has them: two files. */
export function writePar(path: string, now: Date): { cert: string; key: string } {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [cert, key] = [`${path}.pem`, `${path}.key`] as const;
  const serie = `88888${String(randomInt(2 ** 47)).padStart(15, '0')}`;
  writeFileSync(cert, makeCertificadoDeDemo(pair, serie, now));
  writeFileSync(key, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { cert, key };
}
