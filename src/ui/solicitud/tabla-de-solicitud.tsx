import { formatFecha } from '#domain/fecha.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';

const COLUMNAS = [
  { clave: 'documento', titulo: 'Tipo de documento' },
  { clave: 'fecha', titulo: 'Fecha' },
  { clave: 'acuse', titulo: 'Acuse' },
] as const satisfies Columna<string>[];

/** The acuse of the signed solicitud (guide V, step 17). */
export function TablaDeSolicitud({ folio, fecha }: { folio: string; fecha: Date }) {
  return (
    <Tabla
      titulo="Acuse de la solicitud y manifestación"
      columnas={COLUMNAS}
      filas={[
        {
          id: folio,
          celdas: {
            documento: 'Activación de Buzón IMSS',
            fecha: formatFecha(fecha),
            acuse: <a href={`/buzon/acuses/${folio}/solicitud`}>Descargar</a>,
          },
        },
      ]}
      vacia=""
    />
  );
}
