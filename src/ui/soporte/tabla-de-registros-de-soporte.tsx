import { formatFecha } from '#domain/fecha.ts';
import { formatRegistroPatronal, type NumeroDeRegistroPatronal } from '#domain/registro-patronal.ts';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { Paginas } from './paginas.tsx';

const COLUMNAS = [
  { clave: 'numero', titulo: 'Registro Patronal', entera: true },
  { clave: 'subdelegacion', titulo: 'Subdelegación' },
] as const satisfies Columna<string>[];

/** Registros patronales, with when each left the medio where it did. */
export function TablaDeRegistrosDeSoporte({ filas, siguiente, primera, tituloVisible }: Props) {
  return (
    <Pila>
      <Tabla
        titulo="Registros Patronales"
        tituloVisible={tituloVisible}
        columnas={COLUMNAS}
        filas={filas.map(({ numero, subdelegacion, fechaDeBaja }) => ({
          id: numero,
          celdas: {
            numero: formatRegistroPatronal(numero as NumeroDeRegistroPatronal),
            subdelegacion: fechaDeBaja
              ? `${subdelegacion} (dejó este medio el ${formatFecha(fechaDeBaja)})`
              : subdelegacion,
          },
        }))}
        vacia="No hay registros patronales vigentes."
      />
      <Paginas nombre="Páginas de Registros Patronales" siguiente={siguiente} primera={primera} />
    </Pila>
  );
}
interface Props {
  filas: readonly { numero: string; subdelegacion: string; fechaDeBaja?: Date | null }[];
  siguiente: string | null;
  primera: string | null;
  tituloVisible?: boolean;
}
