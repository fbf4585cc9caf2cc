import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { Detalle } from '#ui/components/grafica/detalle.tsx';
import { GraficaDeBarras } from '#ui/components/grafica/grafica-de-barras.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { formatCuenta, formatDuracion, parteDe } from './en-palabras.ts';

const COLUMNAS = [
  { clave: 'medio', titulo: 'Medio de contacto' },
  { clave: 'mediana', titulo: 'La mitad tardó, cuando mucho' },
  { clave: 'validados', titulo: 'Validados en estos días' },
] as const satisfies Columna<string>[];

const NOMBRES = { CORREO_ELECTRONICO: 'Correo electrónico', TELEFONO: 'Teléfono' } as const satisfies Record<
  Mecanismo,
  string
>;

const NADIE = 'Nadie validó un medio de contacto en estos días.';

interface Props {
  tiempos: readonly { mecanismo: Mecanismo; validados: number; medianaSegundos: number }[];
}

/** How long from registration to validation, each beside the longer of both. */
export function TiemposDeValidacion({ tiempos }: Props) {
  const longest = Math.max(...tiempos.map(({ medianaSegundos }) => medianaSegundos));
  return (
    <GraficaDeBarras
      titulo="Tiempo en validar"
      barras={tiempos.map(({ mecanismo, medianaSegundos }) => ({
        etiqueta: NOMBRES[mecanismo],
        texto: formatDuracion(medianaSegundos),
        parte: parteDe(medianaSegundos, longest),
      }))}
    >
      {tiempos.length === 0 && <p>{NADIE}</p>}
      <Detalle nombre="tiempo en validar">
        <Tabla
          titulo="Tiempo en validar"
          columnas={COLUMNAS}
          filas={tiempos.map(({ mecanismo, validados, medianaSegundos }) => ({
            id: mecanismo,
            celdas: {
              medio: NOMBRES[mecanismo],
              mediana: formatDuracion(medianaSegundos),
              validados: formatCuenta(validados),
            },
          }))}
          vacia={NADIE}
        />
      </Detalle>
    </GraficaDeBarras>
  );
}
