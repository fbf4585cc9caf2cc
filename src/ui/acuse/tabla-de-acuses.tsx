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
  isDeRegistros: boolean;
  /** Of a solicitud that the titular signed: it is theirs to say whether whoever holds the QR gets their certificate. */
  canAbrirse: boolean;
  isAbierta: boolean;
  /** Its time stamp came after the document. */
  isRevisado: boolean;
}

type Marcar = (formData: FormData) => Promise<void>;

const columnas = (marcar?: Marcar): Columna<AcuseDeLista & { id: string }>[] => [
  { titulo: 'Tipo de documento', celda: documentoDe },
  { titulo: 'Folio', entera: true, celda: ({ id, folio }) => <span id={id}>{folio}</span> },
  { titulo: 'Fecha', celda: ({ fecha }) => formatFecha(fecha) },
  {
    titulo: 'Acuse',
    celda: (acuse) => (
      <>
        <DescargarAcuse folio={acuse.folio} tipo={slugDeTipo(acuse.tipo)} describedBy={acuse.id} />
        {acuse.isRevisado && (
          <p>
            El sello de tiempo llegó después de emitirlo. El mismo acuse lo lleva al final:{' '}
            <DescargarAcuse folio={acuse.folio} tipo={slugDeTipo(acuse.tipo)} describedBy={acuse.id} isRevision />
          </p>
        )}
        {acuse.canAbrirse && marcar && (
          <PermisoDeEvidencia folio={acuse.folio} isAbierta={acuse.isAbierta} marcar={marcar} />
        )}
      </>
    ),
  },
];

/** `marcar` is of the titular alone. */
export function TablaDeAcuses({ acuses, marcar }: { acuses: AcuseDeLista[]; marcar?: Marcar }) {
  return (
    <Tabla
      titulo="Acuses"
      columnas={columnas(marcar)}
      filas={acuses.map((acuse) => ({ ...acuse, id: `acuse-${acuse.folio}-${acuse.tipo}` }))}
      vacia="Todavía no tienes acuses. Recibirás el primero cuando registres un medio de contacto."
    />
  );
}

/** Of a solicitud: the certificate of who signed has their CURP and e-mail, which the acuse does not show. */
function PermisoDeEvidencia({ folio, isAbierta, marcar }: { folio: string; isAbierta: boolean; marcar: Marcar }) {
  return (
    <Formulario action={marcar} ocultos={{ folio }}>
      <p>
        Quien verifica con el QR {isAbierta ? 'recibe también' : 'no recibe'} tu certificado, que lleva tu CURP y tu
        correo.
      </p>
      <Boton name="abierta" value={isAbierta ? 'no' : 'si'} variante="enlace">
        {isAbierta ? 'No incluirlo' : 'Incluirlo'}
      </Boton>
    </Formulario>
  );
}
