import { formatRegistros } from '#domain/cantidad.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';

/** The green box after the code (guide V, step 13): it asks to sign only while the solicitud is not signed. */
export function AvisoDeCelularValidado({ isFirmada, registros }: Props) {
  return (
    <Aviso tipo="exito">
      <p>La validación del número celular fue exitosa.</p>
      {registros !== null && (
        <p>
          Quedó validado para {formatRegistros(registros)}.{' '}
          {!isFirmada && 'Para firmar hacen falta un correo electrónico y un celular validados para tu RFC.'}
        </p>
      )}
      {!isFirmada && (
        <p>
          Una vez que concluyas la confirmación de ambos medios de contacto (correo electrónico y celular), deberás
          firmar la solicitud de conformidad; da clic <a href="/buzon/activacion">aquí</a> para acceder a la sección
          Activación Buzón IMSS.
        </p>
      )}
    </Aviso>
  );
}
interface Props {
  isFirmada: boolean;
  /** How many registros patronales it is for; null when it is for the RFC. */
  registros: number | null;
}
