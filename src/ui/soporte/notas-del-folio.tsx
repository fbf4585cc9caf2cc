import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { FolioLeido } from '#domain/soporte/folio-leido.ts';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import type { EstadoDeSoporte } from './estado-de-soporte.ts';
import { FormularioDeNota } from './formulario-de-nota.tsx';

const COLUMNAS = [
  { clave: 'fecha', titulo: 'Fecha y hora', entera: true },
  { clave: 'nota', titulo: 'Nota', larga: true },
  { clave: 'quien', titulo: 'Quién' },
] as const satisfies Columna<string>[];

/** What the staff wrote down about a folio, and for whoever attends the form to add to it. */
export function NotasDelFolio({ leido: { folio, notas }, agregar }: Props) {
  const filas = notas.map(({ fecha, texto, miembro }, index) => ({
    id: String(index),
    celdas: { fecha: formatFechaConSegundos(fecha), nota: texto, quien: miembro },
  }));
  return (
    <Pila>
      <Tabla titulo="Notas" tituloVisible columnas={COLUMNAS} filas={filas} vacia="Este folio no tiene notas." />
      {agregar && <FormularioDeNota key={notas.length} folio={folio} agregar={agregar} />}
    </Pila>
  );
}
interface Props {
  leido: Pick<FolioLeido, 'folio' | 'notas'>;
  /** Null for a role that only looks. */
  agregar: ((estado: EstadoDeSoporte, formData: FormData) => Promise<EstadoDeSoporte>) | null;
}
