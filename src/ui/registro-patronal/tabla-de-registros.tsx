import { Casilla } from '#ui/components/casilla/casilla.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import type { FilaDeRegistro, ListaDeRegistros } from './estado-de-registros.ts';
import { NumeroEntero } from './numero-entero.tsx';

const COLUMNAS = [
  { clave: 'numero', titulo: 'Registros Patronales' },
  { clave: 'subdelegacion', titulo: 'Subdelegación' },
  { clave: 'correos', titulo: 'Correos electrónicos validados' },
  { clave: 'telefonos', titulo: 'Teléfonos celulares validados' },
] as const satisfies Columna<string>[];

/** The guide's table of registros patronales (VI, step 3): each with its box and how many medios it has validated. */
export function TablaDeRegistros({ lista }: { lista: ListaDeRegistros }) {
  return (
    <Tabla
      titulo="Registros Patronales"
      compacta
      columnas={COLUMNAS}
      filas={lista.filas.map((fila) => ({ id: fila.numero, celdas: celdasDe(fila) }))}
      vacia={
        lista.sinValidar
          ? 'Ninguno de los que buscas está sin medios validados. Quita el filtro para ver los demás.'
          : 'Ningún registro patronal empieza así. Revisa el número o la subdelegación y busca de nuevo.'
      }
    />
  );
}

function celdasDe({ numero, mostrado, subdelegacion, correos, telefonos, isElegido }: FilaDeRegistro) {
  return {
    numero: (
      <Casilla
        name="registro"
        value={numero}
        etiqueta={<NumeroEntero>{mostrado}</NumeroEntero>}
        defaultChecked={isElegido}
      />
    ),
    subdelegacion,
    correos,
    telefonos,
  };
}
