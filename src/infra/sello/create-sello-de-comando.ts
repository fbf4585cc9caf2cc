import { execFile } from 'node:child_process';
import { verify, type X509Certificate } from 'node:crypto';
import { openCertificadoDeSello } from './certificado-de-sello.ts';
import type { Sello } from './sello.ts';

export interface ComandoDeSello {
  /** Path of the certificate (X.509, DER or PEM). */
  cert: string;
  /** What `sh -c` runs: bytes on standard input, signature on standard output. */
  comando: string;
  /** What it runs with: none of the portal's settings. */
  env: NodeJS.ProcessEnv;
  now: Date;
}

/** Below the 15 seconds of a transaction: a device that does not answer fails what was to be certified, whole. */
const LIMITE_MS = 8_000;
const RESPUESTA_BYTES = 8_192;
const PRUEBA = new TextEncoder().encode('Prueba del sello al arrancar');

/**
 * A sello whose key is elsewhere (an HSM, a service): the portal knows the certificate and how to ask. Every signature is
 * verified before it is used. The command is the operator's and nothing of a person's is ever part of it.
 * Throws an Error with one line for the operator when the certificate cannot seal at `now`.
 */
export function createSelloDeComando({ cert, comando, env, now }: ComandoDeSello): Sello {
  const { parsed, datos } = openCertificadoDeSello(cert, now);
  return {
    ...datos,
    async sign(bytes) {
      const firma = await run(comando, env, bytes);
      if (!isSignature(parsed, bytes, firma)) throw new Error(NO_CORRESPONDE);
      return firma;
    },
  };
}

/** Asks for one signature, so that a command that cannot seal is known at the start. Rejects with one line. */
export async function tryComandoDeSello(comando: ComandoDeSello): Promise<void> {
  await createSelloDeComando(comando).sign(PRUEBA);
}

const NO_CORRESPONDE =
  'SELLO_COMANDO: lo que devolvió no es una firma RSA-SHA256 (PKCS#1 v1.5) de la llave de SELLO_CERT; revisa el comando y su llave.';

/** What the command says of a failure is for its own log: it may name what only the operator should read. */
function run(comando: string, env: NodeJS.ProcessEnv, bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const options = { env, encoding: 'buffer', timeout: LIMITE_MS, maxBuffer: RESPUESTA_BYTES } as const;
    // Through a pipe: what Node gives as standard input is a socket, which cannot be opened by name (/dev/stdin).
    const child = execFile('/bin/sh', ['-c', `cat | {\n${comando}\n}`], options, (error, stdout) => {
      if (error) reject(new Error(`SELLO_COMANDO: ${explain(error)}`));
      else resolve(new Uint8Array(stdout));
    });
    // One that ends without reading says so by its answer.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(bytes);
  });
}

function explain({ code, killed }: { code?: string | number | null; killed?: boolean }): string {
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'devolvió demasiados datos para ser una firma; revísalo.';
  if (killed) return `no respondió en ${LIMITE_MS / 1000} segundos; revisa el dispositivo o el servicio que firma.`;
  return `terminó con el código ${code ?? 'desconocido'}; ejecútalo a mano para ver la causa.`;
}

function isSignature({ publicKey }: X509Certificate, bytes: Uint8Array, firma: Uint8Array): boolean {
  return firma.length > 0 && verify('RSA-SHA256', bytes, publicKey, firma);
}
