import { type ChildProcess, spawn } from 'node:child_process';

/** Rejects with one line for the operator. */
type RunComando = (bytes: Uint8Array) => Promise<Uint8Array>;

interface ComandoOptions {
  /** What `sh -c` runs. It is the operator's: nothing of a person's is ever part of it. */
  comando: string;
  env: NodeJS.ProcessEnv;
  limiteMs: number;
  /** Devices have few sessions. The rest wait, first come first served. */
  aLaVez: number;
}

const RESPUESTA_BYTES = 8_192;

/** What does not answer in time is ended whole, with what it started. Its own words are for its log: perhaps secret. */
export function createRunComando({ comando, env, limiteMs, aLaVez }: ComandoOptions): RunComando {
  const inTurn = createTurnos(aLaVez);
  return (bytes) => {
    const limite = AbortSignal.timeout(limiteMs);
    return inTurn(() => {
      if (limite.aborted)
        throw new Error(`no alcanzó turno en ${limiteMs / 1000} segundos; lo anterior tarda demasiado.`);
      return ask(start(comando, env), bytes, limite, limiteMs);
    });
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

function createTurnos(aLaVez: number) {
  const esperan: (() => void)[] = [];
  let libres = aLaVez;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (libres > 0) libres -= 1;
    else await new Promise<void>((resolve) => esperan.push(resolve));
    try {
      return await work();
    } finally {
      const next = esperan.shift();
      if (next) next();
      else libres += 1;
    }
  };
}
