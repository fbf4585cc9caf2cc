import { fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTempDir, openCarpetaTemporal } from '../support/carpeta-temporal.ts';
import { startPortal } from '../support/portal.ts';
import { LECTORES_DE_BYTES } from './lectores-de-bytes.ts';
import { LECTORES_DE_TEXTOS } from './lectores-de-textos.ts';
import { pedirDeTodo } from './pedir-de-todo.ts';
import type { Resultado } from './probar-lector.ts';

const HALLAZGOS = fileURLToPath(new URL('../.salida/fuzz', import.meta.url));
const TALLER = fileURLToPath(new URL('taller.ts', import.meta.url));
/** What a reader may hold, in megabytes. */
const MEMORIA_MB = 256;
/** Nobody comes back from it. The portal's own process would be as stuck. */
const CALLADO_MS = 60_000;
/** Of the time, what the portal gets. */
const PARTE_DEL_PORTAL = 0.4;
const TODAS = Number.MAX_SAFE_INTEGER;

export interface Corrida {
  semilla: number;
  ms: number;
  veces?: number;
  /** Only the readers that have one of these in their name. */
  palabras?: readonly string[];
  conPortal: boolean;
  conLoDeFuera: boolean;
  progress(line: string): void;
}

/** Reads and asks mutated things until the time is over. @returns one row for each reader, and one for the portal. */
export async function runFuzz(corrida: Corrida): Promise<Resultado[]> {
  const { ms, conPortal, palabras = [] } = corrida;
  const nombres = listNombres().filter((nombre) => palabras.every((palabra) => nombre.includes(palabra)));
  const own = conPortal ? ms * (1 - PARTE_DEL_PORTAL) : ms;
  const filas: Resultado[] = [];
  for (let rest = nombres; rest.length > 0; rest = rest.filter((each) => !filas.some(({ nombre }) => nombre === each)))
    filas.push(...(await runTaller(rest, own / nombres.length, corrida)));
  return conPortal ? [...filas, await runPortal(corrida)] : filas;
}

export function listNombres(): string[] {
  return [...LECTORES_DE_BYTES, ...LECTORES_DE_TEXTOS].map(({ nombre }) => nombre);
}

/** Those that were judged before the process ended, with the one that ended it. */
function runTaller(nombres: string[], ms: number, corrida: Corrida): Promise<Resultado[]> {
  const pendiente = path.join(makeTempDir(), 'entrada');
  const { semilla, veces = TODAS, conLoDeFuera, progress } = corrida;
  const asked = JSON.stringify({ nombres, semilla, veces, ms, conLoDeFuera, pendiente });
  const child = fork(TALLER, [asked], {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${MEMORIA_MB}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const filas: Resultado[] = [];
  let now = { nombre: nombres[0] ?? '', hechas: 0 };
  let said = '';
  const isStuck = () => child.kill('SIGKILL');
  let late = setTimeout(isStuck, CALLADO_MS);
  child.stderr?.on('data', (chunk) => (said += chunk));
  child.on('message', (message: typeof now | (Omit<Resultado, 'falla'> & { falla: Guardada | null })) => {
    clearTimeout(late);
    late = setTimeout(isStuck, CALLADO_MS);
    if ('hechas' in message) now = message;
    else filas.push(settle(message, progress));
  });
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      const causa = signal === 'SIGKILL' ? 'no terminó' : `acabó con el proceso: ${said.slice(0, 400)}`;
      const falla = { motivo: causa, entrada: readPendiente(pendiente) };
      resolve(code === 0 ? filas : [...filas, { nombre: now.nombre, veces: now.hechas, falla }]);
    });
  });
}

interface Guardada {
  motivo: string;
  entrada: string;
}

function settle(
  { falla, ...fila }: Omit<Resultado, 'falla'> & { falla: Guardada | null },
  progress: Corrida['progress'],
): Resultado {
  progress(`${fila.nombre}: ${fila.veces}${falla ? `, ${falla.motivo}` : ''}`);
  return { ...fila, falla: falla && { motivo: falla.motivo, entrada: Buffer.from(falla.entrada, 'base64') } };
}

function readPendiente(file: string): Buffer {
  const kept = readFileSync(file);
  return kept.length < 4 ? kept : kept.subarray(4, 4 + kept.readUInt32LE(0));
}

async function runPortal({ semilla, ms, progress }: Corrida): Promise<Resultado> {
  progress('Arranco un portal');
  const portal = await startPortal({ LOG_NIVEL: 'error' });
  try {
    const tell = (veces: number) => veces % 500 === 0 && progress(`peticiones al portal: ${veces}`);
    return await pedirDeTodo({ portal, semilla, ms: ms * PARTE_DEL_PORTAL, tell });
  } finally {
    await portal.stop();
  }
}

/** `npm run fuzz`. @returns the exit code. */
export async function fuzzCommand(corrida: Omit<Corrida, 'progress' | 'conLoDeFuera'>): Promise<number> {
  openCarpetaTemporal();
  const startedAt = Date.now();
  const progress = (line: string) => console.log(`${Math.round((Date.now() - startedAt) / 1000)} s  ${line}`);
  const filas = await runFuzz({ ...corrida, conLoDeFuera: true, progress });
  const kept = filas.map((fila, nth) => ({ fila, file: fila.falla && keep(nth, fila.falla.entrada) }));
  console.log(`\n${kept.map(({ fila, file }) => drawFila(fila, file)).join('\n')}\n`);
  const bad = filas.filter(({ falla }) => falla);
  const calls = filas.reduce((sum, { veces }) => sum + veces, 0);
  console.log(`${calls} llamadas, ${bad.length} con falla. Se repite con --semilla ${corrida.semilla}.`);
  return bad.length > 0 || filas.length === 0 ? 1 : 0;
}

function keep(nth: number, entrada: Buffer): string {
  mkdirSync(HALLAZGOS, { recursive: true });
  const file = path.join(HALLAZGOS, `entrada-${nth}`);
  writeFileSync(file, entrada);
  return path.relative(process.cwd(), file);
}

function drawFila({ nombre, veces, falla }: Resultado, file: string | null): string {
  const row = `${nombre.padEnd(48)} ${String(veces).padStart(9)}  ${falla ? 'MAL' : 'bien'}`;
  return falla ? `${row}\n    ${falla.motivo}\n    entrada: ${file}` : row;
}
