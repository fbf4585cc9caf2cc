import { RESULTADOS_DE_REBOTE, type ResultadoDeRebote } from '#domain/rebote/resultado.ts';
import { GraficaDeBarras } from '#ui/components/grafica/grafica-de-barras.tsx';
import type { Columna } from '#ui/components/tabla/tabla.tsx';
import { ETIQUETA_DE_REBOTE } from '#wording/etiquetas.ts';
import { formatCuenta, parteDe } from './en-palabras.ts';

const TITULO = 'Lo que llegó al buzón de rebotes';
const COLUMNAS: Columna<{ que: string; mensajes: number }>[] = [
  { titulo: 'Qué llegó', larga: true, celda: ({ que }) => que },
  { titulo: 'Mensajes', celda: ({ mensajes }) => formatCuenta(mensajes) },
];

/** What came to the mailbox of bounces, and what of it tells of no message of the portal. */
export function Rebotes({ rebotes }: { rebotes: Record<ResultadoDeRebote, number> }) {
  const filas = RESULTADOS_DE_REBOTE.filter((resultado) => rebotes[resultado] > 0).map((resultado) => ({
    que: ETIQUETA_DE_REBOTE[resultado],
    mensajes: rebotes[resultado],
  }));
  const maximo = Math.max(1, ...filas.map(({ mensajes }) => mensajes));
  const vacia = 'No llegó nada en estos días.';
  return (
    <GraficaDeBarras
      titulo={TITULO}
      barraDe={({ que, mensajes }) => ({
        etiqueta: que,
        texto: formatCuenta(mensajes),
        parte: parteDe(mensajes, maximo),
      })}
      tabla={{ nombre: 'buzón de rebotes', titulo: TITULO, columnas: COLUMNAS, filas, vacia }}
    >
      <p>
        {filas.length === 0
          ? vacia
          : 'Lo que no se pudo relacionar con un mensaje del portal sigue en ese buzón, sin leer.'}
      </p>
    </GraficaDeBarras>
  );
}
