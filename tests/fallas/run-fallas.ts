import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildOnce } from '#cli/build-once.ts';
import { openCarpetaTemporal } from '../support/carpeta-temporal.ts';
import { runCorrida } from './corrida.ts';
import { drawTabla } from './cuentas/draw-tabla.ts';
import { type Fila, isMaquinaApta } from './cuentas/fila.ts';
import { listFallas } from './escenarios/todos.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SALIDA = path.join(ROOT, 'tests/.salida');
const MAQUINA_OCUPADA =
  'Sin falla alguna ya se espera de más o falla algo: en esta máquina no se juzgaron tiempos ni peticiones de los demás.';
const VENCIMIENTOS = {
  pronto: { vencidos: 100_000, segundos: 20 },
  todo: { vencidos: 1_000_000, segundos: 300, hastaElFin: true },
};

/** Runs the faults that have one of these words in their name, or all. @returns the exit code: 0 when nothing was lost or told wrong. */
export async function runFallas(
  palabras: readonly string[],
  options: { corta?: boolean; todo?: boolean },
): Promise<number> {
  const { corta = false, todo = false } = options;
  openCarpetaTemporal();
  const fallas = listFallas({ palabras, corta, vencimientos: todo ? VENCIMIENTOS.todo : VENCIMIENTOS.pronto });
  const startedAt = Date.now();
  const elapsed = () => Math.round((Date.now() - startedAt) / 1000);
  await buildOnce(ROOT, console.log);
  const filas = await runCorrida({ fallas, corta, progress: (line) => console.log(`${elapsed()} s  ${line}`) });
  console.log(`\n${drawTabla(filas)}\n\n${describe(filas)} en ${elapsed()} s.`);
  if (!isMaquinaApta(filas.filter(({ isBase }) => isBase))) console.log(MAQUINA_OCUPADA);
  mkdirSync(SALIDA, { recursive: true });
  writeFileSync(path.join(SALIDA, 'fallas.json'), JSON.stringify(summarize(filas), null, 2));
  return filas.some(isBad) ? 1 : 0;
}

function describe(filas: readonly Fila[]): string {
  const { passed, failed, skipped } = summarize(filas);
  return `${passed} fallas sin daño, ${failed} con daño, ${skipped.length} sin probar,`;
}

/** As the other parts of `npm test` tell what they did. */
function summarize(filas: readonly Fila[]) {
  return {
    passed: filas.filter((fila) => !isBad(fila) && fila.omitida === null).length,
    failed: filas.filter(isBad).length,
    failures: filas.filter(isBad).map(({ nombre, faltas }) => `${nombre}: ${faltas.join('; ')}`),
    skipped: filas.flatMap(({ nombre, omitida }) => (omitida ? [`${nombre}: ${omitida}`] : [])),
    filas,
  };
}

function isBad({ faltas }: Fila): boolean {
  return faltas.length > 0;
}
