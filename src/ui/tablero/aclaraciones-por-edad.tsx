import { Detalle } from '#ui/components/grafica/detalle.tsx';
import { GraficaDeBarras } from '#ui/components/grafica/grafica-de-barras.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { formatCuenta, parteDe } from './en-palabras.ts';

const COLUMNAS = [
  { clave: 'edad', titulo: 'Tiempo de espera' },
  { clave: 'total', titulo: 'Aclaraciones' },
] as const satisfies Columna<string>[];

const EDADES = [
  ['hastaUnDia', 'Menos de 24 horas'],
  ['hastaTresDias', 'De 1 a 3 días'],
  ['hastaSieteDias', 'De 3 a 7 días'],
  ['masDeSieteDias', 'Más de 7 días'],
] as const;

/** How many aclaraciones wait for an answer now, by how long. */
export function AclaracionesPorEdad({ edades }: { edades: Record<(typeof EDADES)[number][0], number> }) {
  const maximo = Math.max(1, ...EDADES.map(([clave]) => edades[clave]));
  return (
    <GraficaDeBarras
      titulo="Aclaraciones que esperan respuesta en este momento"
      barras={EDADES.map(([clave, etiqueta]) => ({
        etiqueta,
        texto: formatCuenta(edades[clave]),
        parte: parteDe(edades[clave], maximo),
      }))}
    >
      <Detalle nombre="aclaraciones por tiempo de espera">
        <Tabla
          titulo="Aclaraciones por tiempo de espera"
          columnas={COLUMNAS}
          filas={EDADES.map(([clave, edad]) => ({ id: clave, celdas: { edad, total: formatCuenta(edades[clave]) } }))}
          vacia=""
        />
      </Detalle>
    </GraficaDeBarras>
  );
}
