/** The guide (step 16) shows its title and a text too small to read: the wording is ours. */
export function AvisoDePrivacidadSimplificado({ sinEnlace }: { sinEnlace?: boolean }) {
  return (
    <>
      <p>
        Quien opera este portal es responsable de los datos personales que proporcionas. Con tu RFC, tu nombre, tu CURP
        y tu certificado te identifica; a tu correo electrónico y a tu celular te envía los mensajes del Buzón, y con tu
        firma acredita lo que solicitas.
      </p>
      <p>
        Tu llave privada y su contraseña no salen de tu dispositivo. Tus datos se comparten solo con quien entrega los
        mensajes, con el servicio que dice si tu certificado fue revocado y con las autoridades que puedan exigirlos.
      </p>
      {!sinEnlace && (
        <p>
          Consulta el <a href="/aviso-de-privacidad">aviso de privacidad integral</a>, que explica cómo ejercer tus
          derechos.
        </p>
      )}
    </>
  );
}
