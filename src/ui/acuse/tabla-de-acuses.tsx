import { slugDeTipo, type TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { formatFecha } from '#domain/fecha.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { DescargarAcuse } from './descargar-acuse.tsx';
import { documentoDe } from './documentos.ts';

interface AcuseDeLista {
  folio: string;
  tipo: TipoDeAcuse;
  fecha: Date;
  /** Of registros that left a medio. */
  isDeRegistros: boolean;
}

const idDe = ({ folio, tipo }: AcuseDeLista) => `${folio}-${tipo}`;

const COLUMNAS: Columna<AcuseDeLista>[] = [
  { titulo: 'Tipo de documento', celda: documentoDe },
  { titulo: 'Folio', entera: true, celda: (acuse) => <span id={`acuse-${idDe(acuse)}`}>{acuse.folio}</span> },
  { titulo: 'Fecha', celda: ({ fecha }) => formatFecha(fecha) },
  {
    titulo: 'Acuse',
    celda: (acuse) => (
      <DescargarAcuse folio={acuse.folio} tipo={slugDeTipo(acuse.tipo)} describedBy={`acuse-${idDe(acuse)}`} />
    ),
  },
];

export function TablaDeAcuses({ acuses }: { acuses: AcuseDeLista[] }) {
  return (
    <Tabla
      titulo="Acuses"
      columnas={COLUMNAS}
      filas={acuses}
      idDe={idDe}
      vacia="Todavía no tienes acuses. Recibirás el primero cuando registres un medio de contacto."
    />
  );
}
