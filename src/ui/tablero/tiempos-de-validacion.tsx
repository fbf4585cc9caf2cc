import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { formatCuenta, formatDuracion } from './en-palabras.ts';

const COLUMNAS = [
  { clave: 'medio', titulo: 'Medio de contacto' },
  { clave: 'mediana', titulo: 'La mitad tardó, cuando mucho' },
  { clave: 'validados', titulo: 'Validados en estos días' },
] as const satisfies Columna<string>[];

const NOMBRES = { CORREO_ELECTRONICO: 'Correo electrónico', TELEFONO: 'Teléfono' } as const satisfies Record<
  Mecanismo,
  string
>;

interface Props {
  tiempos: readonly { mecanismo: Mecanismo; validados: number; medianaSegundos: number }[];
}

/** How long from registration to validation: two figures, which need no drawing. */
export function TiemposDeValidacion({ tiempos }: Props) {
  const filas = tiempos.map(({ mecanismo, validados, medianaSegundos }) => ({
    id: mecanismo,
    celdas: {
      medio: NOMBRES[mecanismo],
      mediana: formatDuracion(medianaSegundos),
      validados: formatCuenta(validados),
    },
  }));
  return (
    <Tabla
      titulo="Tiempo en validar"
      tituloVisible
      columnas={COLUMNAS}
      filas={filas}
      vacia="Nadie validó un medio de contacto en estos días."
    />
  );
}
