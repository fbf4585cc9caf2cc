import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { makeTempDir } from './carpeta-temporal.ts';

/** What openssl says of a signature, from the bytes that were stored; throws where it does not verify. */
export function verifyWithOpenssl({
  cadenaOriginal,
  firma,
  certificado,
}: Record<'firma' | 'certificado', Uint8Array> & { cadenaOriginal: string }) {
  const dir = makeTempDir();
  writeFileSync(`${dir}/texto`, cadenaOriginal);
  writeFileSync(`${dir}/firma`, firma);
  writeFileSync(`${dir}/cer`, certificado);
  const pem = execFileSync('openssl', ['x509', '-inform', 'DER', '-in', `${dir}/cer`, '-pubkey', '-noout']);
  writeFileSync(`${dir}/pem`, pem);
  const verify = ['dgst', '-sha256', '-verify', `${dir}/pem`, '-signature', `${dir}/firma`, `${dir}/texto`];
  return execFileSync('openssl', verify, { encoding: 'utf8', stdio: 'pipe' });
}
