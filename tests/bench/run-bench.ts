import { mkdirSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, type Resultado } from './compare.ts';
import { describeInforme } from './describe-informe.ts';
import type { Medida } from './medida.ts';
import { MEDIDAS } from './medidas.ts';

/** What one run of the bench found, as it is written to its file. */
export interface Informe {
  fecha: string;
  rapido: boolean;
  maquina: { procesador: string; nucleos: number; memoriaGb: number; node: string; sistema: string };
  medidas: InformeDeMedida[];
}

export interface InformeDeMedida {
  name: string;
  what: string;
  segundos: number;
  notas: string[];
  resultados: Resultado[];
  /** Why there are no results. */
  falla: string | null;
}

const INFORME = 'tests/.salida/bench.json';
const ROUNDS = { completo: 11, rapido: 5 };
const WARM_UPS = 1;
const GRANDE = { filas: 5_000_000, gb: 30 };

interface Tamano {
  rapido: boolean;
  grande: boolean;
}

export function listMedidas(): number {
  const longest = Math.max(...MEDIDAS.map(({ name }) => name.length));
  for (const { name, what } of MEDIDAS) console.log(`${name.padEnd(longest)}  ${what}`);
  return 0;
}

/** Runs the measures named, or all. Answers the exit code: a goal that is not met is no error. */
export async function runBench(names: string[], tamano: Tamano): Promise<number> {
  const { rapido, grande } = tamano;
  const unknown = names.filter((name) => !MEDIDAS.some((medida) => medida.name === name));
  if (unknown.length > 0) {
    console.error(`No hay ninguna medida llamada ${unknown.join(', ')}. Las hay: ${listNames(MEDIDAS)}.`);
    return 1;
  }
  if (grande && !hasRoom()) {
    console.error(`Con --grande se necesitan ${GRANDE.gb} GB libres en ${os.tmpdir()}.`);
    return 1;
  }
  const chosen = MEDIDAS.filter(({ name }) => names.length === 0 || names.includes(name));
  const medidas: InformeDeMedida[] = [];
  for (const [index, medida] of chosen.entries()) {
    console.log(`\n[${index + 1}/${chosen.length}] ${medida.name} · ${medida.what}`);
    medidas.push(await runMedida(medida, tamano));
  }
  const informe: Informe = { fecha: new Date().toISOString(), rapido, maquina: describeMaquina(), medidas };
  const file = fileURLToPath(new URL(`../../${INFORME}`, import.meta.url));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(informe, null, 2)}\n`);
  console.log(`\n${describeInforme(informe)}\n\nCon todas las muestras, en ${INFORME}.`);
  return medidas.some(({ falla }) => falla !== null) ? 1 : 0;
}

/** On the disk where databases of tests are. */
function hasRoom(): boolean {
  const { bavail, bsize } = statfsSync(os.tmpdir());
  return (bavail * bsize) / 1e9 > GRANDE.gb;
}

async function runMedida(medida: Medida, { rapido, grande }: Tamano): Promise<InformeDeMedida> {
  const start = performance.now();
  const notas: string[] = [];
  const resultados: Resultado[] = [];
  const cleanups: (() => unknown)[] = [];
  const progress = (line: string) => console.log(`  ${line}…`);
  const banco = {
    rapido,
    muchos: rapido ? 50_000 : grande ? GRANDE.filas : 1_000_000,
    progress,
    note: (line: string) => notas.push(line),
    onEnd: (cleanup: () => unknown) => cleanups.unshift(cleanup),
  };
  let falla: string | null = null;
  try {
    const comparaciones = await medida.prepare(banco);
    for (const comparacion of comparaciones) {
      const rounds = comparacion.rounds ?? (rapido ? ROUNDS.rapido : ROUNDS.completo);
      const onRound = makeBar(comparacion.what);
      resultados.push(await compare(comparacion, { rounds, warmUps: WARM_UPS, onRound }));
    }
  } catch (error) {
    falla = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(`  falló: ${falla}`);
  }
  for (const cleanup of cleanups) await cleanup();
  const segundos = Math.round((performance.now() - start) / 100) / 10;
  return { name: medida.name, what: medida.what, segundos, notas, resultados, falla };
}

/** On a terminal the line is written over and over; elsewhere once, when it is complete. */
function makeBar(what: string): (done: number, all: number) => void {
  return (done, all) => {
    const line = `  ${what}: ${'█'.repeat(done)}${'░'.repeat(all - done)} ${done}/${all}`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === all ? '\n' : ''}`);
    else if (done === all) console.log(line);
  };
}

function describeMaquina(): Informe['maquina'] {
  const [cpu] = os.cpus();
  return {
    procesador: cpu?.model.trim() ?? 'desconocido',
    nucleos: os.availableParallelism(),
    memoriaGb: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    sistema: `${os.type()} ${os.release()}`,
  };
}

function listNames(medidas: readonly Medida[]): string {
  return medidas.map(({ name }) => name).join(', ');
}
