import { formatDia } from '#domain/dia.ts';
import { Detalle } from '#ui/components/grafica/detalle.tsx';
import { GraficaDeColumnas } from '#ui/components/grafica/grafica-de-columnas.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { formatCuenta, formatDiaCorto } from './en-palabras.ts';

const COLUMNAS = [
  { clave: 'dia', titulo: 'Día' },
  { clave: 'total', titulo: 'Activaciones' },
] as const satisfies Columna<string>[];

interface Props {
  activaciones: readonly { dia: string; total: number }[];
}

/** How many buzones were activated on each day. */
export function ActivacionesPorDia({ activaciones }: Props) {
  return (
    <GraficaDeColumnas
      id="activaciones"
      titulo="Activaciones por día"
      descripcion={describe(activaciones)}
      puntos={activaciones.map(({ dia, total }) => ({ etiqueta: formatDiaCorto(dia), valor: total }))}
    >
      <p>{describe(activaciones)}</p>
      <Detalle nombre="activaciones por día">
        <Tabla
          titulo="Activaciones por día"
          columnas={COLUMNAS}
          filas={activaciones.map(({ dia, total }) => ({
            id: dia,
            celdas: { dia: formatDia(dia), total: formatCuenta(total) },
          }))}
          vacia=""
        />
      </Detalle>
    </GraficaDeColumnas>
  );
}

function describe(activaciones: Props['activaciones']): string {
  const total = activaciones.reduce((sum, each) => sum + each.total, 0);
  if (total === 0) return `Ninguna activación en ${activaciones.length} días.`;
  const mayor = activaciones.reduce((best, each) => (each.total > best.total ? each : best));
  return `${formatCuenta(total)} en ${activaciones.length} días; el mayor, ${formatDiaCorto(mayor.dia)} con ${formatCuenta(mayor.total)}.`;
}
