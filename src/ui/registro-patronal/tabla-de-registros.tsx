import { Casilla } from '../components/campo/campo.tsx';
import { type Columna, Tabla } from '../components/tabla/tabla.tsx';
import type { FilaDeRegistro, ListaDeRegistros } from './estado-de-registros.ts';
import estilos from './numero-entero.module.css';

const COLUMNAS: Columna<FilaDeRegistro>[] = [
  {
    titulo: 'Registros Patronales',
    celda: ({ numero, mostrado, isElegido }) => (
      <Casilla
        name="registro"
        value={numero}
        etiqueta={<NumeroEntero>{mostrado}</NumeroEntero>}
        defaultChecked={isElegido}
      />
    ),
  },
  { titulo: 'Subdelegación', celda: ({ subdelegacion }) => subdelegacion },
  { titulo: 'Correos electrónicos validados', celda: ({ correos }) => correos },
  { titulo: 'Teléfonos celulares validados', celda: ({ telefonos }) => telefonos },
];

/** The guide's table of registros patronales (VI, step 3): each with its box and how many medios it has validated. */
export function TablaDeRegistros({ lista }: { lista: ListaDeRegistros }) {
  return (
    <Tabla
      titulo="Registros Patronales"
      compacta
      columnas={COLUMNAS}
      filas={lista.filas}
      vacia={
        lista.sinValidar
          ? 'Ninguno de los que buscas está sin medios validados. Quita el filtro para ver los demás.'
          : 'Ningún registro patronal empieza así. Revisa el número o la subdelegación y busca de nuevo.'
      }
    />
  );
}

/** The number of a registro patronal as it is shown, never broken at its hyphens. */
export function NumeroEntero({ children: numero }: { children: string }) {
  return <span className={estilos.numero}>{numero}</span>;
}
