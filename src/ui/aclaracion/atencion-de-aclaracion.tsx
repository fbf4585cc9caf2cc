import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { CamposOcultos } from '#ui/components/formulario/campos-ocultos.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { MENSAJES_DE_ATENCION } from '#wording/mensajes/mensajes-aclaracion.ts';

const HECHO: Record<string, string> = {
  tomada: 'Ahora la atiendes: su titular ve que alguien la revisa.',
  respondida:
    'La respuesta quedó registrada y se avisa a los correos electrónicos validados para el RFC del titular, si los hay.',
  cerrada:
    'La aclaración se cerró y se avisa a los correos electrónicos validados para el RFC del titular, si los hay.',
};

/** What was just done or refused, and what can be done: «Atender» while nobody does, «Cerrar» once it was answered. */
export function AtencionDeAclaracion({ hecho, error, folio, estado, canAttend, tomar, cerrar }: Props) {
  return (
    <>
      {error && Object.hasOwn(MENSAJES_DE_ATENCION, error) && (
        <Aviso tipo="error">{MENSAJES_DE_ATENCION[error as keyof typeof MENSAJES_DE_ATENCION]}</Aviso>
      )}
      {hecho && Object.hasOwn(HECHO, hecho) && <Aviso tipo="exito">{HECHO[hecho]}</Aviso>}
      {canAttend && estado === 'PRESENTADA' && <UnBoton folio={folio} accion={tomar} texto="Atender" />}
      {canAttend && estado === 'RESPONDIDA' && <UnBoton folio={folio} accion={cerrar} texto="Cerrar aclaración" />}
    </>
  );
}
interface Props {
  hecho?: string;
  error?: string;
  folio: string;
  estado: EstadoDeAclaracion;
  /** By role, and while it is open. */
  canAttend: boolean;
  tomar: (formData: FormData) => Promise<void>;
  cerrar: (formData: FormData) => Promise<void>;
}

function UnBoton({ folio, accion, texto }: { folio: string; accion: Props['tomar']; texto: string }) {
  return (
    <Formulario action={accion}>
      <CamposOcultos campos={{ folio }} />
      <Acciones>
        <Boton variante="secundario">{texto}</Boton>
      </Acciones>
    </Formulario>
  );
}
