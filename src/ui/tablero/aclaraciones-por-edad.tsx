import { GraficaDeBarras } from '#ui/components/grafica/grafica-de-barras.tsx';
import type { Columna } from '#ui/components/tabla/tabla.tsx';
import { formatCuenta, parteDe } from './en-palabras.ts';

const EDADES = [
  ['hastaUnDia', 'Menos de 24 horas'],
  ['hastaTresDias', 'De 1 a 3 días'],
  ['hastaSieteDias', 'De 3 a 7 días'],
  ['masDeSieteDias', 'Más de 7 días'],
] as const;

const COLUMNAS: Columna<{ edad: string; total: number }>[] = [
  { titulo: 'Tiempo de espera', celda: ({ edad }) => edad },
  { titulo: 'Aclaraciones', celda: ({ total }) => formatCuenta(total) },
];

export function AclaracionesPorEdad({ edades }: { edades: Record<(typeof EDADES)[number][0], number> }) {
  const filas = EDADES.map(([clave, edad]) => ({ edad, total: edades[clave] }));
  const maximo = Math.max(1, ...filas.map(({ total }) => total));
  return (
    <GraficaDeBarras
      titulo="Aclaraciones que esperan respuesta en este momento"
      barraDe={({ edad, total }) => ({ etiqueta: edad, texto: formatCuenta(total), parte: parteDe(total, maximo) })}
      tabla={{ nombre: 'aclaraciones por tiempo de espera', columnas: COLUMNAS, filas }}
    />
  );
}
