import { verify, type X509Certificate } from 'node:crypto';
import { openCertificadoDeSello } from './certificado-de-sello.ts';
import { createRunComando } from './create-run-comando.ts';
import type { Sello } from './sello.ts';

interface ComandoDeSello {
  cert: string;
  /** Bytes on standard input, signature on standard output. */
  comando: string;
  /** What it runs with: none of the portal's settings. */
  env: NodeJS.ProcessEnv;
  now: Date;
}

/** A device that does not answer fails what was to be certified, whole, while whoever asked still waits. */
const LIMITE_MS = 8_000;
const A_LA_VEZ = 4;
const PRUEBA = new TextEncoder().encode('Prueba del sello al arrancar');

/**
 * The key is elsewhere (an HSM, a service). Every signature is verified before it is used. The command is the
 * operator's: nothing of a person's is ever part of it. Throws one line for the operator.
 */
export function createSelloDeComando({ cert, comando, env, now }: ComandoDeSello): Sello {
  const { parsed, datos } = openCertificadoDeSello(cert, now);
  const run = createRunComando({ comando, env, limiteMs: LIMITE_MS, aLaVez: A_LA_VEZ });
  return {
    ...datos,
    isDeFuera: true,
    async sign(bytes) {
      const firma = await run(bytes).catch(explain);
      if (!isSignature(parsed, bytes, firma)) throw new Error(NO_CORRESPONDE);
      return firma;
    },
  };
}

/** So that a command that cannot seal is known at the start. Rejects with one line. */
export async function tryComandoDeSello(comando: ComandoDeSello): Promise<void> {
  await createSelloDeComando(comando).sign(PRUEBA);
}

const NO_CORRESPONDE =
  'SELLO_COMANDO: lo que devolvió no es una firma RSA-SHA256 (PKCS#1 v1.5) de la llave de SELLO_CERT; revisa el comando y su llave.';

function explain({ message }: Error): never {
  throw new Error(`SELLO_COMANDO: ${message}`);
}

function isSignature({ publicKey }: X509Certificate, bytes: Uint8Array, firma: Uint8Array): boolean {
  return firma.length > 0 && verify('RSA-SHA256', bytes, publicKey, firma);
}
