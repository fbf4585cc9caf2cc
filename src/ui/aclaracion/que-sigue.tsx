import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Enlace } from '#ui/components/enlace/enlace.tsx';

/** The green box after an aclaración was filed: its folio, its acuse and where the answer will be. */
export function AvisoDeAclaracionPresentada({ folio, fecha, conCorreo }: Props) {
  return (
    <Aviso tipo="exito">
      <p>
        Se presentó tu aclaración con el número de folio: {folio}, fecha: {fecha}.{' '}
        <Enlace href={`/buzon/acuses/${folio}/aclaracion`}>Descarga tu acuse</Enlace>.
      </p>
      <p>{conCorreo ? CON_CORREO : SIN_CORREO}</p>
    </Aviso>
  );
}
interface Props {
  folio: string;
  fecha: string;
  /** An e-mail is validated for the RFC, where the notice of an answer goes. */
  conCorreo: boolean;
}

const CON_CORREO =
  'La respuesta aparecerá en esta página. Te avisaremos cuando la haya a los correos electrónicos validados para tu RFC.';
const SIN_CORREO =
  'La respuesta aparecerá en esta página. Como no tienes un correo electrónico validado para tu RFC no podemos avisarte: vuelve a consultarla aquí.';

const SIGUE = {
  PRESENTADA: 'El soporte de este portal la leerá y te responderá aquí.',
  EN_ATENCION: 'El soporte de este portal ya la atiende y te responderá aquí.',
  RESPONDIDA: 'Ya tiene respuesta. Si te falta algo, agrega un mensaje.',
  CERRADA: 'Ya se cerró. Si todavía necesitas ayuda, presenta otra.',
} as const satisfies Record<EstadoDeAclaracion, string>;

export function QueSigue({ estado, conCorreo }: { estado: EstadoDeAclaracion; conCorreo: boolean }) {
  const isPorVenir = estado === 'PRESENTADA' || estado === 'EN_ATENCION';
  return (
    <p>
      {SIGUE[estado]}
      {isPorVenir &&
        !conCorreo &&
        ' No tienes un correo electrónico validado para tu RFC, así que no podremos avisarte.'}
    </p>
  );
}
