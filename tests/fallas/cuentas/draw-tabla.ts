import type { Fila } from './fila.ts';

const seconds = (ms: number | null) => (ms === null ? '—' : (ms / 1000).toFixed(ms < 10_000 ? 2 : 0));

const COLUMNAS: readonly [string, (fila: Fila) => string | number][] = [
  ['falla', ({ nombre }) => nombre],
  ['aceptados', ({ aceptados }) => aceptados],
  ['renglones', ({ cuenta }) => cuenta.renglones],
  ['mensajes', ({ cuenta }) => cuenta.entregados],
  ['duplicados (contados)', ({ cuenta }) => `${cuenta.duplicados} (${cuenta.contados})`],
  ['perdidos', ({ cuenta }) => cuenta.perdidos],
  ['fallidas', ({ fallidas }) => fallidas],
  ['de otros', ({ fallidasDeOtros }) => fallidasDeOtros],
  ['p99 otros s', ({ p99 }) => seconds(p99)],
  ['p99 código s', ({ codigoP99 }) => seconds(codigoP99)],
  ['recobro s', ({ recobroMs }) => seconds(recobroMs)],
  ['', ({ faltas }) => (faltas.length > 0 ? 'MAL' : 'bien')],
];

/** One line per fault, then what went wrong with each and what was not tried. */
export function drawTabla(filas: readonly Fila[]): string {
  const tried = filas.filter(({ omitida }) => omitida === null);
  const cells = [
    COLUMNAS.map(([title]) => title),
    ...tried.map((fila) => COLUMNAS.map(([, read]) => String(read(fila)))),
  ];
  const widths = COLUMNAS.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const faltas = filas.flatMap(({ nombre, faltas: suyas }) => suyas.map((falta) => `  ${nombre}: ${falta}`));
  const omitidas = filas.flatMap(({ nombre, omitida }) => (omitida ? [`  ${nombre}: ${omitida}`] : []));
  return [
    ...lines,
    ...(faltas.length > 0 ? ['', 'Lo que no debió pasar:', ...faltas] : []),
    ...(omitidas.length > 0 ? ['', 'Lo que no se pudo probar:', ...omitidas] : []),
  ].join('\n');
}
