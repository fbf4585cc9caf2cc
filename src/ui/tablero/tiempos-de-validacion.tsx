import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { GraficaDeBarras } from '#ui/components/grafica/grafica-de-barras.tsx';
import type { Columna } from '#ui/components/tabla/tabla.tsx';
import { formatCuenta, formatDuracion, parteDe } from './en-palabras.ts';

const NOMBRES = { CORREO_ELECTRONICO: 'Correo electrónico', TELEFONO: 'Teléfono' } as const satisfies Record<
  Mecanismo,
  string
>;
const NADIE = 'Nadie validó un medio de contacto en estos días.';

interface Tiempo {
  mecanismo: Mecanismo;
  validados: number;
  medianaSegundos: number;
}

const COLUMNAS: Columna<Tiempo>[] = [
  { titulo: 'Medio de contacto', celda: ({ mecanismo }) => NOMBRES[mecanismo] },
  { titulo: 'La mitad tardó, cuando mucho', celda: ({ medianaSegundos }) => formatDuracion(medianaSegundos) },
  { titulo: 'Validados en estos días', celda: ({ validados }) => formatCuenta(validados) },
];

/** How long from registration to validation, each beside the longer of both. */
export function TiemposDeValidacion({ tiempos }: { tiempos: readonly Tiempo[] }) {
  const longest = Math.max(...tiempos.map(({ medianaSegundos }) => medianaSegundos));
  return (
    <GraficaDeBarras
      titulo="Tiempo en validar"
      barraDe={({ mecanismo, medianaSegundos }) => ({
        etiqueta: NOMBRES[mecanismo],
        texto: formatDuracion(medianaSegundos),
        parte: parteDe(medianaSegundos, longest),
      })}
      tabla={{ nombre: 'tiempo en validar', columnas: COLUMNAS, filas: tiempos, vacia: NADIE }}
    >
      {tiempos.length === 0 && <p>{NADIE}</p>}
    </GraficaDeBarras>
  );
}
