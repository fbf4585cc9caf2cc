import { slugDeTipo, type TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { formatFecha } from '#domain/fecha.ts';
import { Boton } from '#ui/components/boton/boton.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { DescargarAcuse } from './descargar-acuse.tsx';
import { documentoDe } from './documentos.ts';

interface AcuseDeLista {
  folio: string;
  tipo: TipoDeAcuse;
  fecha: Date;
  /** Of registros that left a medio. */
  isDeRegistros: boolean;
  /** Whether whoever holds the QR gets the certificate of who signed. */
  isAbierta: boolean;
}

const idDe = ({ folio, tipo }: AcuseDeLista) => `${folio}-${tipo}`;

type Marcar = (formData: FormData) => Promise<void>;

const columnas = (marcar: Marcar): Columna<AcuseDeLista>[] => [
  { titulo: 'Tipo de documento', celda: documentoDe },
  { titulo: 'Folio', entera: true, celda: (acuse) => <span id={`acuse-${idDe(acuse)}`}>{acuse.folio}</span> },
  { titulo: 'Fecha', celda: ({ fecha }) => formatFecha(fecha) },
  {
    titulo: 'Acuse',
    celda: (acuse) => (
      <>
        <DescargarAcuse folio={acuse.folio} tipo={slugDeTipo(acuse.tipo)} describedBy={`acuse-${idDe(acuse)}`} />
        {acuse.tipo === 'SOLICITUD' && (
          <PermisoDeEvidencia folio={acuse.folio} isAbierta={acuse.isAbierta} marcar={marcar} />
        )}
      </>
    ),
  },
];

/** Every acuse of a titular, each with its PDF. */
export function TablaDeAcuses({ acuses, marcar }: { acuses: AcuseDeLista[]; marcar: Marcar }) {
  return (
    <Tabla
      titulo="Acuses"
      columnas={columnas(marcar)}
      filas={acuses}
      idDe={idDe}
      vacia="Todavía no tienes acuses. Recibirás el primero cuando registres un medio de contacto."
    />
  );
}

/** Of a solicitud: the certificate of who signed has their CURP and e-mail, which the acuse does not show. */
function PermisoDeEvidencia({ folio, isAbierta, marcar }: { folio: string; isAbierta: boolean; marcar: Marcar }) {
  return (
    <Formulario action={marcar}>
      <p>
        Quien verifica con el QR {isAbierta ? 'recibe también' : 'no recibe'} tu certificado, que lleva tu CURP y tu
        correo.
      </p>
      <input type="hidden" name="folio" value={folio} />
      <Boton name="abierta" value={isAbierta ? 'no' : 'si'} variante="enlace">
        {isAbierta ? 'No incluirlo' : 'Incluirlo'}
      </Boton>
    </Formulario>
  );
}
