import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { FolioLeido } from '#domain/soporte/folio-leido.ts';
import type { NotaDelFolio } from '#domain/soporte/hecho-de-folio.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla, tablaDe } from '#ui/components/tabla/tabla.tsx';
import { COLUMNAS, PARTES } from '#wording/soporte/documento-de-folio.ts';
import type { FolioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import estilos from './cronologia.module.css';
import { FormularioDeNota, type PropsDeNota } from './formularios-de-folio.tsx';

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
        vacia="Todavía no pasa nada."
      />
    </>
  );
}

export const LoQueSigue = tablaDe<FolioEnPalabras['pendientes'][number]>({
  titulo: PARTES.sigue,
  tituloVisible: true,
  columnas: [
    {
      titulo: COLUMNAS.fecha,
      entera: true,
      celda: ({ cuando, isEnCurso }) => (isEnCurso ? 'En este momento' : formatFechaConSegundos(cuando)),
    },
    { titulo: COLUMNAS.sigue, larga: true, celda: ({ texto }) => texto },
  ],
  vacia: 'No hay nada en la cola para este folio.',
});

const DE_LAS_NOTAS: Columna<NotaDelFolio>[] = [
  { titulo: 'Fecha y hora', entera: true, celda: ({ fecha }) => formatFechaConSegundos(fecha) },
  { titulo: 'Nota', larga: true, celda: ({ texto }) => texto },
  { titulo: 'Quién', celda: ({ miembro }) => miembro },
];

export function NotasDelFolio({ leido: { folio, notas }, agregar }: Props) {
  return (
    <Pila>
      <Tabla titulo="Notas" tituloVisible columnas={DE_LAS_NOTAS} filas={notas} vacia="Este folio no tiene notas." />
      {agregar && <FormularioDeNota key={notas.length} folio={folio} agregar={agregar} />}
    </Pila>
  );
}
interface Props {
  leido: Pick<FolioLeido, 'folio' | 'notas'>;
  /** Null for a role that only looks. */
  agregar: PropsDeNota['agregar'] | null;
}
