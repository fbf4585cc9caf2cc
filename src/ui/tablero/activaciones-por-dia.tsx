import { formatDia } from '#domain/dia.ts';
import { Detalle } from '#ui/components/grafica/detalle.tsx';
import { GraficaDeColumnas } from '#ui/components/grafica/grafica-de-columnas.tsx';
import type { Columna } from '#ui/components/tabla/tabla.tsx';
import { formatCuenta, formatDiaCorto } from './en-palabras.ts';

interface Dia {
  dia: string;
  total: number;
}

const COLUMNAS: Columna<Dia>[] = [
  { titulo: 'Día', celda: ({ dia }) => formatDia(dia) },
  { titulo: 'Activaciones', celda: ({ total }) => formatCuenta(total) },
];

export function ActivacionesPorDia({ activaciones }: { activaciones: readonly Dia[] }) {
  return (
    <GraficaDeColumnas
      id="activaciones"
      titulo="Activaciones por día"
      descripcion={describe(activaciones)}
      puntos={activaciones.map(({ dia, total }) => ({ etiqueta: formatDiaCorto(dia), valor: total }))}
    >
      <p>{describe(activaciones)}</p>
      <Detalle nombre="activaciones por día" columnas={COLUMNAS} filas={activaciones} idDe={({ dia }) => dia} />
    </GraficaDeColumnas>
  );
}

function describe(activaciones: readonly Dia[]): string {
  const total = activaciones.reduce((sum, each) => sum + each.total, 0);
  if (total === 0) return `Ninguna activación en ${activaciones.length} días.`;
  const mayor = activaciones.reduce((best, each) => (each.total > best.total ? each : best));
  return `${formatCuenta(total)} en ${activaciones.length} días; el mayor, ${formatDiaCorto(mayor.dia)} con ${formatCuenta(mayor.total)}.`;
}
