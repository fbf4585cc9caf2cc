import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { FolioLeido } from '#domain/soporte/folio-leido.ts';
import type { NotaDelFolio } from '#domain/soporte/hecho-de-folio.ts';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import type { EstadoDeSoporte } from './estado-de-soporte.ts';
import { FormularioDeNota } from './formulario-de-nota.tsx';

const COLUMNAS: Columna<NotaDelFolio>[] = [
  { titulo: 'Fecha y hora', entera: true, celda: ({ fecha }) => formatFechaConSegundos(fecha) },
  { titulo: 'Nota', larga: true, celda: ({ texto }) => texto },
  { titulo: 'Quién', celda: ({ miembro }) => miembro },
];

export function NotasDelFolio({ leido: { folio, notas }, agregar }: Props) {
  return (
    <Pila>
      <Tabla
        titulo="Notas"
        tituloVisible
        columnas={COLUMNAS}
        filas={notas}
        idDe={(_, lugar) => String(lugar)}
        vacia="Este folio no tiene notas."
      />
      {agregar && <FormularioDeNota key={notas.length} folio={folio} agregar={agregar} />}
    </Pila>
  );
}
interface Props {
  leido: Pick<FolioLeido, 'folio' | 'notas'>;
  /** Null for a role that only looks. */
  agregar: ((estado: EstadoDeSoporte, formData: FormData) => Promise<EstadoDeSoporte>) | null;
}
