import { type ChildProcess, spawn } from 'node:child_process';
import { verify, type X509Certificate } from 'node:crypto';
import { createTurnos } from '../turnos/turnos.ts';
import { openCertificadoDeSello } from './certificado-de-sello.ts';
import type { Sello } from './sello.ts';

interface ComandoDeSello {
  cert: string;
  /** What `sh -c` runs: bytes on standard input, signature on standard output. */
  comando: string;
  /** What it runs with: none of the portal's settings. */
  env: NodeJS.ProcessEnv;
  now: Date;
}

/** A device that does not answer fails what was to be certified, whole, while whoever asked still waits. */
const LIMITE_MS = 8_000;
const A_LA_VEZ = 4;

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

const NO_CORRESPONDE =
  'SELLO_COMANDO: lo que devolvió no es una firma RSA-SHA256 (PKCS#1 v1.5) de la llave de SELLO_CERT; revisa el comando y su llave.';

function explain({ message }: Error): never {
  throw new Error(`SELLO_COMANDO: ${message}`);
}

function isSignature({ publicKey }: X509Certificate, bytes: Uint8Array, firma: Uint8Array): boolean {
  return firma.length > 0 && verify('RSA-SHA256', bytes, publicKey, firma);
}

interface ComandoOptions extends Pick<ComandoDeSello, 'comando' | 'env'> {
  limiteMs: number;
  /** Devices have few sessions. The rest wait, first come first served. */
  aLaVez: number;
}

const RESPUESTA_BYTES = 8_192;

/**
 * What does not answer in time is ended whole, with what it started. Its own words are for its log: perhaps secret. What it
 * gives rejects with one line for the operator.
 */
export function createRunComando({ comando, env, limiteMs, aLaVez }: ComandoOptions) {
  const turnos = createTurnos(aLaVez);
  const tarde = () => new Error(`no alcanzó turno en ${limiteMs / 1000} segundos; lo anterior tarda demasiado.`);
  return (bytes: Uint8Array): Promise<Uint8Array> => {
    const limite = AbortSignal.timeout(limiteMs);
    return turnos.run(() => ask(start(comando, env), bytes, limite, limiteMs), limite, tarde);
  };
}

/** Through a pipe: what Node gives as standard input is a socket, which cannot be opened by name (/dev/stdin). */
function start(comando: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn('/bin/sh', ['-c', `cat | {\n${comando}\n}`], {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

function ask(child: ChildProcess, bytes: Uint8Array, limite: AbortSignal, limiteMs: number): Promise<Uint8Array> {
  return new Promise<Uint8Array>((resolve, reject) => {
    const giveUp = (reason: string) => {
      end(child);
      reject(new Error(reason));
    };
    const onLimite = () =>
      giveUp(`no respondió en ${limiteMs / 1000} segundos; revisa el dispositivo o el servicio que firma.`);
    limite.addEventListener('abort', onLimite, { once: true });
    const partes: Buffer[] = [];
    let total = 0;
    child.stdout?.on('data', (parte: Buffer) => {
      total += parte.length;
      partes.push(parte);
      if (total > RESPUESTA_BYTES) giveUp('devolvió demasiados datos para ser una firma; revísalo.');
    });
    child.once('error', () => giveUp('no se pudo ejecutar; revisa que esta máquina tenga /bin/sh.'));
    child.once('close', (code) => {
      limite.removeEventListener('abort', onLimite);
      if (code === 0) resolve(new Uint8Array(Buffer.concat(partes)));
      else reject(new Error(`terminó con el código ${code ?? 'desconocido'}; ejecútalo a mano para ver la causa.`));
    });
    // One that ends without reading says so by its answer.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(bytes);
  });
}

function end(child: ChildProcess): void {
  child.stdout?.destroy();
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
