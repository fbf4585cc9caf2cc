import { slugDeTipo, type TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { formatFecha } from '#domain/fecha.ts';
import { Boton } from '#ui/components/boton/boton.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
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
  /** Whether whoever holds the QR gets the certificate of who signed. */
  isAbierta: boolean;
}

type Marcar = (formData: FormData) => Promise<void>;

/** Every acuse of a titular, each with its PDF. */
export function TablaDeAcuses({ acuses, marcar }: { acuses: AcuseDeLista[]; marcar: Marcar }) {
  return (
    <Tabla
      titulo="Acuses"
      columnas={COLUMNAS}
      filas={acuses.map(({ folio, tipo, fecha, isDeRegistros, isAbierta }) => ({
        id: `${folio}-${tipo}`,
        celdas: {
          documento: documentoDe({ tipo, isDeRegistros }),
          folio: <span id={`acuse-${folio}-${tipo}`}>{folio}</span>,
          fecha: formatFecha(fecha),
          acuse: (
            <>
              <a href={`/buzon/acuses/${folio}/${slugDeTipo(tipo)}`} aria-describedby={`acuse-${folio}-${tipo}`}>
                Descargar
              </a>
              {tipo === 'SOLICITUD' && <PermisoDeEvidencia folio={folio} isAbierta={isAbierta} marcar={marcar} />}
            </>
          ),
        },
      }))}
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
      <Boton name="abierta" value={isAbierta ? 'no' : 'si'} variante="enlace" tamano="compacto">
        {isAbierta ? 'No incluirlo' : 'Incluirlo'}
      </Boton>
    </Formulario>
  );
}
