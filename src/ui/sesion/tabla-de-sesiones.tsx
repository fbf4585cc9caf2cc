import { formatFecha } from '#domain/fecha.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';

interface SesionAbierta {
  id: string;
  creadaEn: Date;
  ultimaActividadEn: Date;
  serie: string;
  isCurrent: boolean;
}

const COLUMNAS: Columna<SesionAbierta>[] = [
  { titulo: 'Sesión', celda: ({ isCurrent }) => (isCurrent ? 'Esta sesión' : 'Otra sesión') },
  { titulo: 'Inicio', celda: ({ creadaEn }) => formatFecha(creadaEn) },
  { titulo: 'Última actividad', celda: ({ ultimaActividadEn }) => formatFecha(ultimaActividadEn) },
  { titulo: 'Número de serie de la e.firma', larga: true, celda: ({ serie }) => serie },
];

export function TablaDeSesiones({ sesiones }: { sesiones: readonly SesionAbierta[] }) {
  return <Tabla titulo="Mis sesiones abiertas" columnas={COLUMNAS} filas={sesiones} idDe={({ id }) => id} />;
}
