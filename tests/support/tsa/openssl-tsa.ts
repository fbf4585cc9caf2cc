import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { loadTrustStore, type TrustStore } from '#infra/efirma/load-trust-store.ts';
import { makeTempDir } from '../efirma/autoridad-de-prueba.ts';

/** A real time stamping service (`openssl ts -reply`) over HTTP on a free port, with an authority of its own. */
export interface OpensslTsa {
  url: string;
  /** Folder of the authority that vouches for it. */
  acDir: string;
  /** How often it was asked. */
  requests(): number;
  /** What it does from now on instead of stamping; null to stamp again. */
  misbehave(how: Respuesta | null): void;
  close(): Promise<void>;
}

/** Given the good answer, answers in its own way. */
export type Respuesta = (answer: Buffer, response: ServerResponse) => void;

const CONFIG = `
[tsa]
default_tsa = uno
[uno]
serial = serie
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
[raiz]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[tiempo]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
`;

const acDirs: string[] = [];

/** The authorities of every service that was started here: whom these tests trust for time. */
export function autoridadesDeTiempo(): TrustStore {
  return acDirs.flatMap((acDir) => loadTrustStore(acDir));
}

export async function startOpensslTsa(): Promise<OpensslTsa> {
  const dir = makeTempDir();
  makeAutoridad(dir);
  let requests = 0;
  let misbehaviour: Respuesta | null = null;
  // One after the other: openssl counts its stamps in a file.
  let previous: Promise<unknown> = Promise.resolve();
  const stamp = async (request: IncomingMessage, response: ServerResponse) => {
    requests += 1;
    const query = await buffer(request);
    const current = previous.then(() => reply(dir, query));
    previous = current.catch(() => undefined);
    const answer = await current;
    if (misbehaviour) return misbehaviour(answer, response);
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer);
  };
  const server = createServer((request, response) => void stamp(request, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const acDir = join(dir, 'autoridades');
  mkdirSync(acDir);
  copyFileSync(join(dir, 'raiz.pem'), join(acDir, 'raiz.pem'));
  acDirs.push(acDir);
  return {
    acDir,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests: () => requests,
    misbehave: (how) => {
      misbehaviour = how;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A root and, signed by it, the certificate that stamps; both keys are made here and now. */
function makeAutoridad(dir: string): void {
  writeFileSync(join(dir, 'tsa.cnf'), CONFIG);
  writeFileSync(join(dir, 'serie'), '01\n');
  const openssl = (...args: string[]) => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: dir, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  const newKey = (name: string, subject: string) =>
    ['req', '-newkey', 'rsa:2048', '-nodes', '-utf8', '-keyout', `${name}.key`, '-subj', subject] as const;
  openssl(
    ...newKey('raiz', '/O=Autoridad de Tiempo de Prueba/CN=Raíz'),
    '-x509',
    '-days',
    '3650',
    '-out',
    'raiz.pem',
    '-config',
    'tsa.cnf',
    '-extensions',
    'raiz',
  );
  openssl(
    ...newKey('tsa', '/O=Autoridad de Tiempo de Prueba/CN=Sello de tiempo de prueba'),
    '-out',
    'tsa.csr',
    '-config',
    'tsa.cnf',
  );
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'raiz.pem',
    '-CAkey',
    'raiz.key',
    '-days',
    '3650',
    '-out',
    'tsa.pem',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    'tiempo',
  );
}

async function reply(dir: string, query: Buffer): Promise<Buffer> {
  const [asked, answered] = [`${randomUUID()}.tsq`, `${randomUUID()}.tsr`];
  writeFileSync(join(dir, asked), query);
  const options = [
    '-queryfile',
    asked,
    '-signer',
    'tsa.pem',
    '-inkey',
    'tsa.key',
    '-chain',
    'raiz.pem',
    '-out',
    answered,
  ];
  const child = spawn('openssl', ['ts', '-reply', '-config', 'tsa.cnf', ...options], { cwd: dir });
  await once(child, 'exit');
  return readFileSync(join(dir, answered));
}
