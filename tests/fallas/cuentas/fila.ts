import type { Aceptado, Clase, Medida } from '../carga/medida.ts';
import { CLASES } from '../carga/medida.ts';
import type { Entrega } from '../dobles/entrega.ts';
import type { Cuenta } from './count-cohorte.ts';

/** What one fault left, as the table shows it. */
export interface Fila {
  nombre: string;
  aceptados: number;
  cuenta: Cuenta;
  /** Requests without the answer that they asked for: all of them, and those of the others. */
  fallidas: number;
  fallidasDeOtros: number;
  /** What some of these were told. */
  causas: string[];
  /** Of the others while it lasted, in milliseconds; null where nobody was one. */
  p99: number | null;
  /** From the press to the SMS's hand-over, for whoever pressed while it lasted. */
  codigoP99: number | null;
  /** Until all that failed was done again, in milliseconds. */
  recobroMs: number | null;
  /** What should not have been. */
  faltas: string[];
  omitida: string | null;
  isBase: boolean;
}

/** When it began, ended and was over, as instants in milliseconds. */
export interface Tramo {
  desde: number;
  hasta: number;
  siguiente: number;
}

/** On a machine that others keep busy a page may take this long without anybody being to blame. */
const P99_MINIMO_MS = 2_000;
const VECES = 2;

export function measure(
  tramo: Tramo,
  afecta: readonly Clase[],
  medidas: readonly Medida[],
): Pick<Fila, 'fallidas' | 'fallidasDeOtros' | 'causas' | 'p99'> {
  const suyas = medidas.filter(({ desde }) => desde >= tramo.desde && desde < tramo.siguiente);
  const otras = suyas.filter(({ clase }) => !afecta.includes(clase));
  const fallidas = otras.filter(({ bien }) => !bien);
  const durante = otras.filter(({ desde }) => desde < tramo.hasta).map(({ ms }) => ms);
  return {
    fallidas: suyas.filter(({ bien }) => !bien).length,
    fallidasDeOtros: fallidas.length,
    p99: afecta.length === CLASES.length ? null : percentile(durante, 0.99),
    causas: [...new Set(fallidas.map(({ clase, causa }) => `${clase}: ${causa}`))].slice(0, 3),
  };
}

/** Whoever never got theirs counts as the longest that anybody waited, at least until the end. */
export function measureCodigos(aceptados: readonly Aceptado[], entregas: readonly Entrega[], { hasta }: Tramo) {
  const waits = aceptados
    .filter(({ mecanismo, desde }) => mecanismo === 'TELEFONO' && desde < hasta)
    .map(({ valor, desde }) => (entregas.find(({ para }) => para === valor)?.en ?? Date.now()) - desde);
  return percentile(waits, 0.99);
}

/** Where people wait or fail without any fault, only what was lost or repeated says something of the portal. */
export function isMaquinaApta(base: readonly Fila[]): boolean {
  return base.every(({ p99, fallidas }) => (p99 ?? 0) <= P99_MINIMO_MS && fallidas === 0);
}

/** What of these numbers contradicts what the portal promises. `base` are the rows without a fault. */
export function judgeFila(fila: Fila, base: readonly Fila[], codigoMs: number | undefined): string[] {
  const { cuenta, p99, codigoP99 } = fila;
  const faltas: string[] = [];
  if (cuenta.perdidos > 0) faltas.push(`perdidos: ${cuenta.causas.slice(0, 3).join('; ')}`);
  if (cuenta.duplicados > cuenta.contados) faltas.push(`${cuenta.duplicados - cuenta.contados} duplicados sin contar`);
  if (!isMaquinaApta(base)) return faltas;
  faltas.push(...fila.faltas);
  if (fila.fallidasDeOtros > 0)
    faltas.push(`${fila.fallidasDeOtros} peticiones de los demás fallaron (${fila.causas.join('; ')})`);
  const limite = Math.max(P99_MINIMO_MS, VECES * greatest(base.map((each) => each.p99)));
  if (p99 !== null && p99 > limite) faltas.push(`el p99 de los demás pasó de ${Math.round(limite)} ms`);
  const deCodigo = Math.max(codigoMs ?? Number.POSITIVE_INFINITY, VECES * greatest(base.map((each) => each.codigoP99)));
  if (codigoP99 !== null && codigoP99 > deCodigo) faltas.push(`un código tardó más de ${Math.round(deCodigo)} ms`);
  return faltas;
}

function greatest(numbers: readonly (number | null)[]): number {
  return Math.max(0, ...numbers.map((number) => number ?? 0));
}

/** Null of nothing. */
export function percentile(numbers: readonly number[], part: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? null;
}
