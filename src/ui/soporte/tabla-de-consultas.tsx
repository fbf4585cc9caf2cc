import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { HechoDelPersonal } from '#domain/soporte/hecho-del-personal.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { describeConsulta } from '#wording/soporte/describe-consulta.ts';

const COLUMNAS: Columna<HechoDelPersonal>[] = [
  { titulo: 'Cuándo', celda: ({ fecha }) => formatFechaConSegundos(fecha) },
  { titulo: 'Quién', larga: true, celda: ({ miembro }) => miembro },
  { titulo: 'Qué hizo', larga: true, celda: describeConsulta },
  { titulo: 'Folio', entera: true, celda: ({ folio }) => folio ?? '—' },
];

export function TablaDeConsultas({ consultas }: { consultas: readonly HechoDelPersonal[] }) {
  return (
    <Tabla
      titulo="Lo que hizo el personal de soporte"
      columnas={COLUMNAS}
      filas={consultas}
      idDe={({ id }) => String(id)}
      vacia="No hay nada registrado."
    />
  );
}
