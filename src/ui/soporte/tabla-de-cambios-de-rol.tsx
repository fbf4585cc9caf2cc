import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { CambioDeRol } from '#domain/soporte/hecho-del-personal.ts';
import { NOMBRE_DE_ROL } from '#ui/components/barra-de-soporte/barra-de-soporte.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';

const COLUMNAS = [
  { clave: 'fecha', titulo: 'Cuándo' },
  { clave: 'que', titulo: 'Qué' },
  { clave: 'miembro', titulo: 'A quién', larga: true },
  { clave: 'autor', titulo: 'Quién lo hizo', larga: true },
] as const satisfies Columna<string>[];

/** Who gave and took roles, as the bitácora has it. */
export function TablaDeCambiosDeRol({ cambios }: { cambios: readonly CambioDeRol[] }) {
  const filas = cambios.map((cambio) => ({
    id: String(cambio.id),
    celdas: {
      fecha: formatFechaConSegundos(cambio.fecha),
      que: describeCambio(cambio),
      miembro: cambio.miembro,
      autor: cambio.autor ?? 'Quien opera el portal, con una orden',
    },
  }));
  return (
    <Tabla
      titulo="Roles dados y quitados"
      columnas={COLUMNAS}
      filas={filas}
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
