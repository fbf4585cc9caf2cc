import { format, stripVTControlCharacters } from 'node:util';
import { currentHilo } from '#infra/logger/hilo.ts';
import type { Logger } from '#infra/logger/logger.ts';
import { isMalformed } from '#server/is-malformed.ts';

const NIVELES = { debug: 'debug', trace: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;

/**
 * From now on all that Next, the libraries and Node itself would print goes into the log, a line of JSON for each, without
 * what an error quotes. Ends the process, as Node does, after what nobody caught.
 */
export function captureConsole(log: Logger): void {
  for (const [name, nivel] of Object.entries(NIVELES))
    console[name as keyof typeof NIVELES] = (...said: unknown[]) => {
      const error = said.find((each) => each instanceof Error);
      const text = toText(format(...said.filter((each) => each !== error)));
      // Of a request: what could not be read of it is told once, where it is answered (app/_server/tell-error.ts).
      if (isMalformed(error) && currentHilo()) return;
      if (isHangUp(error)) log.info('whoever asked hung up before the end of what they sent');
      else if (error || text) log[nivel](error ? { error } : {}, text);
    };
  captureStream(process.stdout, (line) => log.info(line));
  captureStream(process.stderr, (line) => log.warn(line));
  process.removeAllListeners('warning');
  process.on('warning', (error) => log.warn({ error }, 'warning'));
  process.on('uncaughtException', (error) => {
    log.fatal({ error }, 'nobody caught this');
    process.exit(1);
  });
}

/** As Node tells it, and Next prints it: anybody may do it, however often, and nothing of ours failed. */
function isHangUp(error: unknown): boolean {
  return error instanceof Error && error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET';
}

/** The log itself writes to the file descriptor, past this. */
function captureStream(stream: NodeJS.WriteStream, tell: (line: string) => void): void {
  stream.write = (chunk: Uint8Array | string, ...rest: unknown[]) => {
    const text = toText(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    for (const line of text.split('\n')) if (line.trim()) tell(line);
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(done as () => void);
    return true;
  };
}

function toText(said: string): string {
  return stripVTControlCharacters(said).trim();
}
