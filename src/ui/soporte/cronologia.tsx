import { formatFechaConSegundos } from '#domain/fecha.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { COLUMNAS, PARTES } from '#wording/soporte/documento-de-folio.ts';
import type { FolioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import estilos from './cronologia.module.css';

const DE_LO_QUE_PASO: Columna<FolioEnPalabras['cronologia'][number]>[] = [
  { titulo: COLUMNAS.fecha, entera: true, celda: ({ fecha }) => formatFechaConSegundos(fecha) },
  {
    titulo: COLUMNAS.paso,
    larga: true,
    celda: ({ texto, repetido, detalle }) => (
      <div>
        {texto}
        {repetido}
        {detalle && <p className={estilos.detalle}>{detalle}</p>}
      </div>
    ),
  },
  { titulo: COLUMNAS.quien, celda: ({ quien }) => quien },
];

const DE_LO_QUE_SIGUE: Columna<FolioEnPalabras['pendientes'][number]>[] = [
  {
    titulo: COLUMNAS.fecha,
    entera: true,
    celda: ({ cuando, isEnCurso }) => (isEnCurso ? 'En este momento' : formatFechaConSegundos(cuando)),
  },
  { titulo: COLUMNAS.sigue, larga: true, celda: ({ texto }) => texto },
];

export function Cronologia({ leido: { cronologia, hasMas } }: { leido: FolioEnPalabras }) {
  return (
    <>
      {hasMas && (
        <Aviso tipo="nota">
          Son los apuntes más recientes de la bitácora; hay anteriores. El PDF y el CSV traen más.
        </Aviso>
      )}
      <Tabla
        titulo={PARTES.paso}
        tituloVisible
        columnas={DE_LO_QUE_PASO}
        filas={cronologia}
        idDe={(_, lugar) => String(lugar)}
        vacia="Todavía no pasa nada."
      />
    </>
  );
}

export function LoQueSigue({ leido: { pendientes } }: { leido: FolioEnPalabras }) {
  return (
    <Tabla
      titulo={PARTES.sigue}
      tituloVisible
      columnas={DE_LO_QUE_SIGUE}
      filas={pendientes}
      idDe={(_, lugar) => String(lugar)}
      vacia="No hay nada en la cola para este folio."
    />
  );
}
