import { formatFecha } from '#domain/fecha.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';

const COLUMNAS = [
  { clave: 'documento', titulo: 'Tipo de documento' },
  { clave: 'fecha', titulo: 'Fecha' },
  { clave: 'acuse', titulo: 'Acuse' },
] as const satisfies Columna<string>[];

export interface SolicitudFirmada {
  folio: string;
  fecha: Date;
  textoVersion: string;
}

/** The acuse of each signed solicitud (guide V, step 17), that in force first. */
export function TablaDeSolicitud({ firmadas }: { firmadas: readonly SolicitudFirmada[] }) {
  return (
    <Tabla
      titulo="Acuse de la solicitud y manifestación"
      columnas={COLUMNAS}
      filas={firmadas.map(({ folio, fecha }, orden) => ({
        id: folio,
        celdas: {
          documento: (
            <div>
              Activación de Buzón IMSS
              {firmadas.length > 1 && <p>{orden === 0 ? 'En vigor' : 'Reemplazada por una posterior'}</p>}
            </div>
          ),
          fecha: <span id={`fecha-${folio}`}>{formatFecha(fecha)}</span>,
          acuse: (
            <a href={`/buzon/acuses/${folio}/solicitud`} aria-describedby={`fecha-${folio}`}>
              Descargar
            </a>
          ),
        },
      }))}
      vacia=""
    />
  );
}
