import { slugDeTipo, type TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { formatFecha } from '#domain/fecha.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { documentoDe } from './documentos.ts';

const COLUMNAS = [
  { clave: 'documento', titulo: 'Tipo de documento' },
  { clave: 'folio', titulo: 'Folio', entera: true },
  { clave: 'fecha', titulo: 'Fecha' },
  { clave: 'acuse', titulo: 'Acuse' },
] as const satisfies Columna<string>[];

interface AcuseDeLista {
  folio: string;
  tipo: TipoDeAcuse;
  fecha: Date;
  /** Of registros that left a medio. */
  isDeRegistros: boolean;
}

/** Every acuse of a titular, each with its PDF. */
export function TablaDeAcuses({ acuses }: { acuses: AcuseDeLista[] }) {
  return (
    <Tabla
      titulo="Acuses"
      columnas={COLUMNAS}
      filas={acuses.map(({ folio, tipo, fecha, isDeRegistros }) => ({
        id: `${folio}-${tipo}`,
        celdas: {
          documento: documentoDe({ tipo, isDeRegistros }),
          folio: <span id={`acuse-${folio}-${tipo}`}>{folio}</span>,
          fecha: formatFecha(fecha),
          acuse: (
            <a href={`/buzon/acuses/${folio}/${slugDeTipo(tipo)}`} aria-describedby={`acuse-${folio}-${tipo}`}>
              Descargar
            </a>
          ),
        },
      }))}
      vacia="Todavía no tienes acuses. Recibirás el primero cuando registres un medio de contacto."
    />
  );
}
