import { formatFecha } from '#domain/fecha.ts';
import { DescargarAcuse } from '#ui/acuse/descargar-acuse.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';

export interface SolicitudFirmada {
  folio: string;
  fecha: Date;
  textoVersion: string;
}

/** The acuse of each signed solicitud (guide V, step 17), that in force first. */
export function TablaDeSolicitud({ firmadas }: { firmadas: readonly SolicitudFirmada[] }) {
  const columnas: Columna<SolicitudFirmada>[] = [
    {
      titulo: 'Tipo de documento',
      celda: (firmada) => (
        <div>
          Activación de Buzón IMSS
          {firmadas.length > 1 && <p>{firmada === firmadas[0] ? 'En vigor' : 'Reemplazada por una posterior'}</p>}
        </div>
      ),
    },
    { titulo: 'Fecha', celda: ({ folio, fecha }) => <span id={`fecha-${folio}`}>{formatFecha(fecha)}</span> },
    {
      titulo: 'Acuse',
      celda: ({ folio }) => <DescargarAcuse folio={folio} tipo="solicitud" describedBy={`fecha-${folio}`} />,
    },
  ];
  return (
    <Tabla
      titulo="Acuse de la solicitud y manifestación"
      columnas={columnas}
      filas={firmadas}
      idDe={({ folio }) => folio}
    />
  );
}
