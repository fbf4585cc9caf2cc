import { formatFecha } from '#domain/fecha.ts';
import { formatRegistroPatronal } from '#domain/registro-patronal.ts';
import { Paginas } from '#ui/components/paginas/paginas.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';

interface RegistroDeSoporte {
  numero: string;
  subdelegacion: string;
  fechaDeBaja?: Date | null;
}

const COLUMNAS: Columna<RegistroDeSoporte>[] = [
  { titulo: 'Registro Patronal', entera: true, celda: ({ numero }) => formatRegistroPatronal(numero) },
  {
    titulo: 'Subdelegación',
    celda: ({ subdelegacion, fechaDeBaja }) =>
      fechaDeBaja ? `${subdelegacion} (dejó este medio el ${formatFecha(fechaDeBaja)})` : subdelegacion,
  },
];

export function TablaDeRegistrosDeSoporte({ filas, siguiente, primera, tituloVisible }: Props) {
  return (
    <Pila>
      <Tabla
        titulo="Registros Patronales"
        tituloVisible={tituloVisible}
        columnas={COLUMNAS}
        filas={filas}
        vacia="No hay registros patronales vigentes."
      />
      <Paginas nombre="Páginas de Registros Patronales" siguiente={siguiente} primera={primera} />
    </Pila>
  );
}

interface Props {
  filas: readonly RegistroDeSoporte[];
  siguiente: string | null;
  primera: string | null;
  tituloVisible?: boolean;
}
