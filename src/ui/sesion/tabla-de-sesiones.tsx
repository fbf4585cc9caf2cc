import { formatFecha } from '#domain/fecha.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';

const COLUMNAS = [
  { clave: 'sesion', titulo: 'Sesión' },
  { clave: 'inicio', titulo: 'Inicio' },
  { clave: 'actividad', titulo: 'Última actividad' },
  { clave: 'serie', titulo: 'Número de serie de la e.firma', larga: true },
] as const satisfies Columna<string>[];

/** Where the titular is signed in: one's own session and the others. */
export function TablaDeSesiones({ sesiones }: Props) {
  return (
    <Tabla
      titulo="Mis sesiones abiertas"
      columnas={COLUMNAS}
      filas={sesiones.map(({ id, creadaEn, ultimaActividadEn, serie, isCurrent }) => ({
        id,
        celdas: {
          sesion: isCurrent ? 'Esta sesión' : 'Otra sesión',
          inicio: formatFecha(creadaEn),
          actividad: formatFecha(ultimaActividadEn),
          serie,
        },
      }))}
      vacia=""
    />
  );
}
interface Props {
  sesiones: { id: string; creadaEn: Date; ultimaActividadEn: Date; serie: string; isCurrent: boolean }[];
}
