import { Detalle } from '#ui/components/grafica/detalle.tsx';
import { GraficaDeBarras } from '#ui/components/grafica/grafica-de-barras.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { formatCuenta, formatParte, parteDe } from './en-palabras.ts';

const COLUMNAS = [
  { clave: 'paso', titulo: 'Paso' },
  { clave: 'llegaron', titulo: 'Llegaron' },
  { clave: 'parte', titulo: 'De quienes empezaron' },
  { clave: 'dejaron', titulo: 'Se quedaron aquí' },
] as const satisfies Columna<string>[];

interface Props {
  embudo: { registraron: number; validaron: number; firmaron: number };
}

/** Where those stop who registered their first medio in the range. */
export function EmbudoDeActivacion({ embudo: { registraron, validaron, firmaron } }: Props) {
  const pasos = [
    {
      paso: '1. Registraron un medio de contacto para su RFC',
      llegaron: registraron,
      dejaron: registraron - validaron,
    },
    { paso: '2. Validaron correo y teléfono para su RFC', llegaron: validaron, dejaron: validaron - firmaron },
    { paso: '3. Firmaron la solicitud', llegaron: firmaron, dejaron: null },
  ];
  return (
    <GraficaDeBarras
      titulo="Hasta dónde llegan quienes empezaron en estos días"
      barras={pasos.map(({ paso, llegaron }) => ({
        etiqueta: paso,
        texto: `${formatCuenta(llegaron)} (${formatParte(llegaron, registraron)})`,
        parte: parteDe(llegaron, registraron),
      }))}
    >
      <Detalle nombre="hasta dónde llegan">
        <Tabla
          titulo="Hasta dónde llegan"
          columnas={COLUMNAS}
          filas={pasos.map(({ paso, llegaron, dejaron }) => ({
            id: paso,
            celdas: {
              paso,
              llegaron: formatCuenta(llegaron),
              parte: formatParte(llegaron, registraron),
              dejaron: dejaron === null ? '—' : formatCuenta(dejaron),
            },
          }))}
          vacia=""
        />
      </Detalle>
    </GraficaDeBarras>
  );
}
