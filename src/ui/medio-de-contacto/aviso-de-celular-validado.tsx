import { Aviso } from '#ui/components/aviso/aviso.tsx';

/** The green box after the code (guide V, step 13): it asks to sign only while the solicitud is not signed. */
export function AvisoDeCelularValidado({ isFirmada }: { isFirmada: boolean }) {
  return (
    <Aviso tipo="exito">
      <p>La validación del número celular fue exitosa.</p>
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
