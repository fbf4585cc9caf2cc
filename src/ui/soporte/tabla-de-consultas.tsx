import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { HechoDelPersonal } from '#domain/soporte/hecho-del-personal.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { describeConsulta } from '#wording/soporte/describe-consulta.ts';

const COLUMNAS = [
  { clave: 'fecha', titulo: 'Cuándo' },
  { clave: 'miembro', titulo: 'Quién', larga: true },
  { clave: 'que', titulo: 'Qué hizo', larga: true },
  { clave: 'folio', titulo: 'Folio', entera: true },
] as const satisfies Columna<string>[];

/** What the staff looked at and did, as the bitácora has it. */
export function TablaDeConsultas({ consultas }: { consultas: readonly HechoDelPersonal[] }) {
  const filas = consultas.map((consulta) => ({
    id: String(consulta.id),
    celdas: {
      fecha: formatFechaConSegundos(consulta.fecha),
      miembro: consulta.miembro,
      que: describeConsulta(consulta),
      folio: consulta.folio ?? '—',
    },
  }));
  return (
    <Tabla
      titulo="Lo que hizo el personal de soporte"
      columnas={COLUMNAS}
      filas={filas}
      vacia="No hay nada registrado."
    />
  );
}
