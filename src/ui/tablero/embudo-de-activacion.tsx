import { GraficaDeBarras } from '#ui/components/grafica/grafica-de-barras.tsx';
import type { Columna } from '#ui/components/tabla/tabla.tsx';
import { formatCuenta, formatParte, parteDe } from './en-palabras.ts';

interface Paso {
  paso: string;
  llegaron: number;
  dejaron: number | null;
}

interface Props {
  embudo: { registraron: number; validaron: number; firmaron: number };
}

/** Where those stop who registered their first medio in the range. */
export function EmbudoDeActivacion({ embudo: { registraron, validaron, firmaron } }: Props) {
  const pasos: Paso[] = [
    {
      paso: '1. Registraron un medio de contacto para su RFC',
      llegaron: registraron,
      dejaron: registraron - validaron,
    },
    { paso: '2. Validaron correo y teléfono para su RFC', llegaron: validaron, dejaron: validaron - firmaron },
    { paso: '3. Firmaron la solicitud', llegaron: firmaron, dejaron: null },
  ];
  const columnas: Columna<Paso>[] = [
    { titulo: 'Paso', celda: ({ paso }) => paso },
    { titulo: 'Llegaron', celda: ({ llegaron }) => formatCuenta(llegaron) },
    { titulo: 'De quienes empezaron', celda: ({ llegaron }) => formatParte(llegaron, registraron) },
    { titulo: 'Se quedaron aquí', celda: ({ dejaron }) => (dejaron === null ? '—' : formatCuenta(dejaron)) },
  ];
  return (
    <GraficaDeBarras
      titulo="Hasta dónde llegan quienes empezaron en estos días"
      barraDe={({ paso, llegaron }) => ({
        etiqueta: paso,
        texto: `${formatCuenta(llegaron)} (${formatParte(llegaron, registraron)})`,
        parte: parteDe(llegaron, registraron),
      })}
      tabla={{ nombre: 'hasta dónde llegan', columnas, filas: pasos }}
    />
  );
}
