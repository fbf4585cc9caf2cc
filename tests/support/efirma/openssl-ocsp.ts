import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AutoridadDePrueba, makeTempDir } from './autoridad-de-prueba.ts';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

export interface OpensslOcsp {
  url: string;
  close(): void;
}

/** `openssl ocsp` as a responder on a free port, for serials that are good or revoked; others are unknown to it. */
export async function startOpensslOcsp(
  autoridad: AutoridadDePrueba,
  series: { buenas: string[]; revocadas: string[] },
  ...options: string[]
): Promise<OpensslOcsp> {
  const dir = makeTempDir();
  const file = (name: string, content: string) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };
  const index = indexOf(series);
  const signer = ['-rsigner', file('ocsp.pem', asPem(autoridad.ocsp.cer)), '-rkey', file('ocsp.key', keyOf(autoridad))];
  const args = ['-index', file('index.txt', index), '-CA', file('ac.pem', asPem(autoridad.ac.cer)), ...signer];
  const child = spawn('openssl', ['ocsp', '-port', '0', ...args, '-nmin', '1', ...options]);
  const port = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      const accepting = /ACCEPT \S*:(\d+)/.exec(output)?.[1];
      if (accepting) resolve(accepting);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(output)));
  });
  return { url: `http://127.0.0.1:${port}/`, close: () => child.kill() };
}

/** With the kinds of list that there are, for `-crlexts`: only of users, of what others issued, and changes to another list. */
const CA_CNF = `[ca]
default_ca = ac
[ac]
database = index.txt
default_md = sha256
default_crl_days = 30
[de_personas]
issuingDistributionPoint = critical,@personas
[de_otras]
issuingDistributionPoint = critical,@otras
[cambios]
2.5.29.27 = critical,ASN1:INTEGER:1
[personas]
onlyuser = TRUE
[otras]
indirectCRL = TRUE
`;

/** The authority's list of these serials, DER, as `openssl ca` writes it with these options. */
export function makeOpensslCrl(autoridad: AutoridadDePrueba, revocadas: string[], ...options: string[]): Buffer {
  const dir = makeTempDir();
  const write = (name: string, content: string) => writeFileSync(join(dir, name), content);
  write('index.txt', indexOf({ buenas: [], revocadas }));
  write('index.txt.attr', '');
  write('ac.pem', asPem(autoridad.ac.cer));
  write('ac.key', autoridad.ac.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  write('ca.cnf', CA_CNF);
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
  run('ca', '-gencrl', '-config', 'ca.cnf', '-cert', 'ac.pem', '-keyfile', 'ac.key', '-out', 'l.pem', ...options);
  return run('crl', '-in', 'l.pem', '-outform', 'DER');
}

/** The database of `openssl ca`. */
function indexOf(series: { buenas: string[]; revocadas: string[] }): string {
  const line = (state: string, revoked: string, serie: string) =>
    [state, '401231235959Z', revoked, Buffer.from(serie).toString('hex'), 'unknown', '/CN=x'].join('\t');
  const lines = [
    ...series.buenas.map((serie) => line('V', '', serie)),
    ...series.revocadas.map((serie) => line('R', '250101000000Z', serie)),
  ];
  return lines.map((each) => `${each}\n`).join('');
}

export function asPem(der: Uint8Array): string {
  return new X509Certificate(der).toString();
}

function keyOf({ ocsp }: AutoridadDePrueba): string {
  return ocsp.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
