import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { CambioDeRol } from '#domain/soporte/hecho-del-personal.ts';
import { NOMBRE_DE_ROL } from '#ui/components/barra-de-soporte/barra-de-soporte.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';

const COLUMNAS: Columna<CambioDeRol>[] = [
  { titulo: 'Cuándo', celda: ({ fecha }) => formatFechaConSegundos(fecha) },
  { titulo: 'Qué', celda: describeCambio },
  { titulo: 'A quién', larga: true, celda: ({ miembro }) => miembro },
  {
    titulo: 'Quién lo hizo',
    larga: true,
    celda: ({ autor }) => autor ?? 'Quien opera el portal, con una orden',
  },
];

export function TablaDeCambiosDeRol({ cambios }: { cambios: readonly CambioDeRol[] }) {
  return (
    <Tabla
      titulo="Roles dados y quitados"
      columnas={COLUMNAS}
      filas={cambios}
      idDe={({ id }) => String(id)}
      vacia="Todavía no se ha dado ningún rol."
    />
  );
}

function describeCambio({ evento, rol, antes }: CambioDeRol): string {
  if (evento === 'ROL_QUITADO') return `Quitó el rol ${NOMBRE_DE_ROL[rol]}`;
  return antes
    ? `Cambió el rol de ${NOMBRE_DE_ROL[antes]} a ${NOMBRE_DE_ROL[rol]}`
    : `Dio el rol ${NOMBRE_DE_ROL[rol]}`;
}
