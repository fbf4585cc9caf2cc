import { RESULTADOS_DE_REBOTE, type ResultadoDeRebote } from '#domain/rebote/resultado.ts';
import { Detalle } from '#ui/components/grafica/detalle.tsx';
import { GraficaDeBarras } from '#ui/components/grafica/grafica-de-barras.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { ETIQUETA_DE_REBOTE } from '#wording/etiquetas.ts';
import { formatCuenta, parteDe } from './en-palabras.ts';

const TITULO = 'Lo que llegó al buzón de rebotes';
const COLUMNAS = [
  { clave: 'que', titulo: 'Qué llegó', larga: true },
  { clave: 'mensajes', titulo: 'Mensajes' },
] as const satisfies Columna<string>[];

/** What came to the mailbox of bounces, and what of it tells of no message of the portal. */
export function Rebotes({ rebotes }: { rebotes: Record<ResultadoDeRebote, number> }) {
  const llegaron = RESULTADOS_DE_REBOTE.filter((resultado) => rebotes[resultado] > 0);
  const maximo = Math.max(1, ...llegaron.map((resultado) => rebotes[resultado]));
  return (
    <GraficaDeBarras
      titulo={TITULO}
      barras={llegaron.map((resultado) => ({
        etiqueta: ETIQUETA_DE_REBOTE[resultado],
        texto: formatCuenta(rebotes[resultado]),
        parte: parteDe(rebotes[resultado], maximo),
      }))}
    >
      <p>
        {llegaron.length === 0
          ? 'No llegó nada en estos días.'
          : 'Lo que no se pudo relacionar con un mensaje del portal sigue en ese buzón, sin leer.'}
      </p>
      <Detalle nombre="buzón de rebotes">
        <Tabla
          titulo={TITULO}
          columnas={COLUMNAS}
          filas={llegaron.map((resultado) => ({
            id: resultado,
            celdas: { que: ETIQUETA_DE_REBOTE[resultado], mensajes: formatCuenta(rebotes[resultado]) },
          }))}
          vacia="No llegó nada en estos días."
        />
      </Detalle>
    </GraficaDeBarras>
  );
}
