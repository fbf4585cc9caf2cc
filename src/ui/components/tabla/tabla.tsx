// biome-ignore-all lint/a11y/noRedundantRoles: as cards it is no longer laid out as a table
import type { Key, ReactNode } from 'react';
import { Oculto } from '../oculto/oculto.tsx';
import estilos from './tabla.module.css';

export interface Columna<Fila> {
  /** The heading, also shown as the cell's label where the table becomes cards. */
  titulo: string;
  /** Its heading is read, and not drawn: its cells say what they are. */
  isSinTitulo?: boolean;
  celda: (fila: Fila) => ReactNode;
  /** The words of the column may be long and break anywhere (addresses, names). */
  larga?: boolean;
  /** Never broken: folios. */
  entera?: boolean;
  /**
   * Where it stands on a card: at its head without a label, at its foot, or among what «Detalles» shows. What a head has besides
   * its first line goes where its own order says.
   */
  enTarjeta?: 'cabeza' | 'pie' | 'detalle' | ((fila: Fila) => 'detalle' | undefined);
}

/** From here on a table has smaller letters, and becomes cards sooner. */
const COLUMNAS_DE_TABLA_ANCHA = 8;

/** As cards it is no table to browsers: roles are spelled out, and labels, drawn by CSS, are never read twice. */
export function Tabla<Fila extends object>(props: PropsDeTabla<Fila>) {
  const { titulo, tituloVisible, compacta, columnas, filas, vacia } = props;
  return (
    <div
      className={estilos.marco}
      data-ancha={columnas.length >= COLUMNAS_DE_TABLA_ANCHA ? '' : undefined}
      data-compacta={compacta ? '' : undefined}
    >
      <table className={estilos.tabla} role="table">
        <caption className={tituloVisible ? estilos.titulo : undefined}>
          {tituloVisible ? titulo : <Oculto>{titulo}</Oculto>}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columnas.map((columna) => (
              <th key={columna.titulo} role="columnheader" scope="col">
                {columna.isSinTitulo ? <Oculto>{columna.titulo}</Oculto> : columna.titulo}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {filas.map((fila, lugar) => (
            <FilaDeTabla key={claveDe(fila, lugar)} fila={fila} columnas={columnas} />
          ))}
        </tbody>
      </table>
      {filas.length === 0 && <p className={estilos.vacia}>{vacia}</p>}
    </div>
  );
}

/** A table that is the same for whatever rows it has. */
export function tablaDe<Fila extends object>(tabla: Omit<PropsDeTabla<Fila>, 'filas'>) {
  return ({ filas }: { filas: readonly Fila[] }) => <Tabla {...tabla} filas={filas} />;
}

interface PropsDeTabla<Fila> {
  /** Name of the table for who cannot see it. */
  titulo: string;
  tituloVisible?: boolean;
  /** Cells of one line each, with boxes or buttons among them: its cards are short, and headed by the first column. */
  compacta?: boolean;
  columnas: readonly Columna<Fila>[];
  filas: readonly Fila[];
  /** Said when there are no rows, with what to do; left out where there always are. */
  vacia?: ReactNode;
}

/** What a row keeps when others come or go; its place, where it has no name of its own. */
function claveDe(fila: { id?: Key; folio?: Key; numero?: Key }, lugar: number): Key {
  return fila.id ?? fila.folio ?? fila.numero ?? lugar;
}

function FilaDeTabla<Fila>({ fila, columnas }: Pick<PropsDeTabla<Fila>, 'columnas'> & { fila: Fila }) {
  return (
    <tr role="row">
      {columnas.map(({ titulo, isSinTitulo, celda, larga, entera, enTarjeta }) => (
        <td
          key={titulo}
          role="cell"
          data-label={isSinTitulo ? undefined : titulo}
          data-larga={larga ? '' : undefined}
          data-entera={entera ? '' : undefined}
          data-tarjeta={typeof enTarjeta === 'function' ? enTarjeta(fila) : enTarjeta}
        >
          {celda(fila)}
          {enTarjeta === 'cabeza' && (
            <details className={estilos.detalles}>
              <summary>Detalles</summary>
            </details>
          )}
        </td>
      ))}
    </tr>
  );
}
