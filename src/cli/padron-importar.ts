import { once } from 'node:events';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { explicacionDe, gravedadDe, type ObservacionDeLinea } from '#domain/padron/observacion.ts';
import { createClock } from '#infra/clock/clock.ts';
import { createDb } from '#infra/db/db.ts';
import { onCierre, runCierre } from '#infra/env/cierre.ts';
import { importPadron, type ResumenDePadron } from '#tramites/padron/import-padron.ts';
import type { FallaDePadron } from '#tramites/padron/read-padron.ts';
import { MENSAJES_DE_PADRON } from '#ui/mensajes-padron.ts';
import { openBaseDelPortal } from './base-del-portal.ts';
import { Averia, exitOnAveria, stopOnSignals } from './parada.ts';

/** `npm run padron:importar`: loads a CSV into the padrón and says what became of each row. Ends the process. */
export async function importarPadron(args: readonly string[]): Promise<void> {
  stopOnSignals();
  await exitOnAveria(async () => {
    const [archivo, ...others] = args;
    if (!archivo || others.length > 0) throw new Averia('Di qué archivo: npm run padron:importar -- archivo.csv');
    const bytes = sizeOf(archivo);
    const { databaseUrl, desfase } = await openBaseDelPortal();
    const db = createDb(databaseUrl, { max: 1 });
    onCierre(() => db.$disconnect());
    const errores = createErrores(`${archivo}.errores.csv`);
    const stream = createReadStream(archivo);
    const progress = createProgress(() => stream.bytesRead / Math.max(1, bytes));
    const ctx = { db, now: createClock(desfase).now, actor: { tipo: 'SISTEMA' } } as const;
    const result = await importPadron(ctx, stream, { onObservaciones: errores.write, onAvance: progress });
    await errores.end();
    if (!result.ok) throw new Averia(`${archivo}: ${describeFalla(result.error)}`);
    console.log(describeResumen(result.value, `${archivo}.errores.csv`));
    await runCierre();
    process.exit(result.value.rechazados > 0 ? 1 : 0);
  });
}

function sizeOf(archivo: string): number {
  const stat = statSync(archivo, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Averia(`${archivo}: no hay un archivo con ese nombre; revisa la ruta.`);
  return stat.size;
}

/** The file of errors, made when there is one to write and for its owner alone: it repeats what the padrón says. */
function createErrores(archivo: string) {
  let stream: ReturnType<typeof createWriteStream> | null = null;
  const open = () => {
    const created = createWriteStream(archivo, { mode: 0o600 });
    created.write('\ufefflinea,columna,gravedad,motivo,valor\r\n');
    return created;
  };
  return {
    async write(observaciones: readonly ObservacionDeLinea[]): Promise<void> {
      if (observaciones.length === 0) return;
      stream ??= open();
      if (!stream.write(observaciones.map(toLine).join(''))) await once(stream, 'drain');
    },
    async end(): Promise<void> {
      if (!stream) return;
      stream.end();
      await once(stream, 'finish');
    },
  };
}

function toLine(observacion: ObservacionDeLinea): string {
  const { linea, columna, valor } = observacion;
  const campos = [linea, columna ?? '', gravedadDe(observacion), explicacionDe(observacion), valor.slice(0, 500)];
  return `${campos.map((campo) => toCampo(String(campo))).join(',')}\r\n`;
}

/** Quoted, and never taken for a formula by a spreadsheet (OWASP, «CSV Injection»). */
function toCampo(text: string): string {
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

const ANCHO = 24;

/** A bar on a terminal; elsewhere a line for every twentieth part. */
function createProgress(fraction: () => number): (resumen: ResumenDePadron) => void {
  const began = performance.now();
  let told = -1;
  return ({ leidos }) => {
    const done = fraction();
    const rate = Math.round(leidos / ((performance.now() - began) / 1000));
    const text = `${Math.round(done * 100)} %  ${toMiles(leidos)} renglones, ${toMiles(rate)} por segundo`;
    if (process.stdout.isTTY) {
      const bar = '█'.repeat(Math.round(done * ANCHO)).padEnd(ANCHO, '░');
      process.stdout.write(`\r${bar} ${text}${done < 1 ? '' : '\n'}`);
    } else if (Math.floor(done * 20) > told) {
      told = Math.floor(done * 20);
      console.log(text);
    }
  };
}

function describeFalla(falla: FallaDePadron): string {
  const columnas = 'columnas' in falla ? ` (${falla.columnas.join(', ')})` : '';
  return `${MENSAJES_DE_PADRON[falla.codigo]}${columnas}`;
}

function describeResumen({ leidos, nuevos, cambiados, rechazados, avisos }: ResumenDePadron, errores: string): string {
  const iguales = leidos - rechazados - nuevos - cambiados;
  return [
    `${toMiles(leidos)} renglones: ${toMiles(nuevos)} nuevos, ${toMiles(cambiados)} actualizados, ${toMiles(iguales)} sin cambio o repetidos, ${toMiles(rechazados)} con errores.`,
    ...(rechazados + avisos > 0 ? [`Qué revisar, renglón por renglón: ${errores}`] : []),
  ].join('\n');
}

function toMiles(count: number): string {
  return count.toLocaleString('es-MX');
}
