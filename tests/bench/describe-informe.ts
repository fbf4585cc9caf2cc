import type { Razon, Resultado } from './compare.ts';
import type { Comparacion, Meta } from './medida.ts';
import type { Informe, InformeDeMedida } from './run-bench.ts';

const HEAD = ['', 'Buzón', 'frente a', 'suelo', 'razón', 'meta', ''];

/** The table that ends the bench. */
export function describeInforme({ rapido, maquina, medidas }: Informe): string {
  const groups = medidas.map((medida) => ({ title: titleOf(medida), rows: medida.resultados.flatMap(toRows), medida }));
  const all = [HEAD, ...groups.flatMap(({ rows }) => rows)];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const draw = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const { procesador, nucleos, node } = maquina;
  return [
    `${procesador} · ${nucleos} núcleos · Node ${node}${rapido ? ' · rápido' : ''}`,
    draw(HEAD),
    ...groups.flatMap(({ title, rows, medida }) => [
      title,
      ...rows.map(draw),
      ...medida.notas.map((nota) => `  * ${nota}`),
    ]),
    '',
    summarize(medidas),
  ].join('\n');
}

function titleOf({ name, falla }: InformeDeMedida): string {
  return falla === null ? name : `${name}: falló`;
}

function toRows({ what, unit, own, floors }: Resultado): string[][] {
  return floors.map((floor, index) => [
    index === 0 ? `  ${what}` : '',
    index === 0 ? formatMeasure(own.median, unit) : '',
    floor.name,
    formatMeasure(floor.median, unit),
    formatRatio(floor, own.median - floor.median, unit),
    formatMeta(floor.meta, unit),
    floor.isMet === null ? '' : floor.isMet ? 'cumplida' : 'NO CUMPLIDA',
  ]);
}

function summarize(medidas: InformeDeMedida[]): string {
  const verdicts = medidas.flatMap(({ resultados }) =>
    resultados.flatMap(({ floors }) => floors.flatMap(({ isMet }) => isMet ?? [])),
  );
  const failed = medidas.filter(({ falla }) => falla !== null).length;
  const seconds = Math.round(medidas.reduce((total, { segundos }) => total + segundos, 0));
  const met = verdicts.filter((isMet) => isMet).length;
  return `${met} metas cumplidas de ${verdicts.length}${failed ? `; ${failed} medidas fallaron` : ''}; ${seconds} s`;
}

/** Milliseconds in the unit that suits them, with how many fit in a second where that says more; bytes in kB or MB. */
export function formatMeasure(value: number, unit: Comparacion['unit']): string {
  if (unit === 'veces') return round(value);
  if (unit === 'bytes') return value < 1e6 ? `${round(value / 1000)} kB` : `${round(value / 1e6)} MB`;
  if (value >= 1000) return `${round(value / 1000)} s`;
  const time = value < 1 ? `${round(value * 1000)} µs` : `${round(value)} ms`;
  return `${time} (${Math.round(1000 / value).toLocaleString('es-MX')}/s)`;
}

function formatRatio({ ratio, meta }: Razon, above: number, unit: Comparacion['unit']): string {
  if (meta === null || 'times' in meta) return `×${round(ratio)}`;
  return `${above < 0 ? '−' : '+'}${formatAmount(Math.abs(above), unit)}`;
}

function formatMeta(meta: Meta | null, unit: Comparacion['unit']): string {
  if (meta === null) return '';
  return 'times' in meta ? `≤ ×${round(meta.times)}` : `≤ +${formatAmount(meta.above, unit)}`;
}

function formatAmount(value: number, unit: Comparacion['unit']): string {
  return unit === 'bytes' ? `${round(value / 1000)} kB` : `${round(value)} ms`;
}

/** Three significant digits, as many as a measure deserves, and never an exponent. */
function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
