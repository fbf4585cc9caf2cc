import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { HechoDelPersonal } from '#domain/soporte/hecho-del-personal.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { describeConsulta } from '#wording/soporte/describe-consulta.ts';

const COLUMNAS: Columna<HechoDelPersonal>[] = [
  { titulo: 'Cuándo', celda: ({ fecha }) => formatFechaConSegundos(fecha) },
  { titulo: 'Quién', larga: true, celda: ({ miembro }) => miembro },
  { titulo: 'Qué hizo', larga: true, celda: describeConsulta },
  { titulo: 'Folio', entera: true, celda: ({ folio }) => folio },
];

/** What the staff did; with a visible title, where it is one of several tables. */
export function TablaDeConsultas({ consultas, titulo }: { consultas: readonly HechoDelPersonal[]; titulo?: string }) {
  return (
    <Tabla
      titulo={titulo ?? 'Lo que hizo el personal de soporte'}
      tituloVisible={titulo !== undefined}
      columnas={COLUMNAS}
      filas={consultas}
      vacia="No hay nada registrado."
    />
  );
}
