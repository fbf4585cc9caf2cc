import { formatFechaConSegundos } from '#domain/fecha.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { COLUMNAS, PARTES } from '#wording/soporte/documento-de-folio.ts';
import type { FolioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import estilos from './cronologia.module.css';

const DE_LO_QUE_PASO = [
  { clave: 'fecha', titulo: COLUMNAS.fecha, entera: true },
  { clave: 'que', titulo: COLUMNAS.paso, larga: true },
  { clave: 'quien', titulo: COLUMNAS.quien },
] as const satisfies Columna<string>[];

const DE_LO_QUE_SIGUE = [
  { clave: 'fecha', titulo: COLUMNAS.fecha, entera: true },
  { clave: 'que', titulo: COLUMNAS.sigue, larga: true },
] as const satisfies Columna<string>[];

/** Everything that happened to the folio, from the first to the last, in Central time to the second. */
export function Cronologia({ leido: { cronologia, hasMas } }: { leido: FolioEnPalabras }) {
  const filas = cronologia.map(({ fecha, texto, repetido, detalle, quien }, index) => ({
    id: String(index),
    celdas: {
      fecha: formatFechaConSegundos(fecha),
      que: (
        <div>
          {texto}
          {repetido}
          {detalle && <p className={estilos.detalle}>{detalle}</p>}
        </div>
      ),
      quien,
    },
  }));
  return (
    <>
      {hasMas && (
        <Aviso tipo="nota">
          <p>Son los apuntes más recientes de la bitácora; hay anteriores. El PDF y el CSV traen más.</p>
        </Aviso>
      )}
      <Tabla titulo={PARTES.paso} tituloVisible columnas={DE_LO_QUE_PASO} filas={filas} vacia="Todavía no pasa nada." />
    </>
  );
}

/** What waits in the queue, and when it will run. */
export function LoQueSigue({ leido: { pendientes } }: { leido: FolioEnPalabras }) {
  const filas = pendientes.map(({ cuando, texto, isEnCurso }, index) => ({
    id: String(index),
    celdas: { fecha: isEnCurso ? 'En este momento' : formatFechaConSegundos(cuando), que: texto },
  }));
  return (
    <Tabla
      titulo={PARTES.sigue}
      tituloVisible
      columnas={DE_LO_QUE_SIGUE}
      filas={filas}
      vacia="No hay nada en la cola para este folio."
    />
  );
}
