import estilos from './formulario-efirma.module.css';

/** Under every e.firma form (guide, section V). */
export function AvisoDePrivacidadSimplificado() {
  return (
    <section className={estilos.privacidad} aria-labelledby="efirma-privacidad">
      <h3 id="efirma-privacidad">Aviso de privacidad simplificado</h3>
      <p>
        Tu llave privada y tu contraseña se usan solo en tu equipo: no se envían ni se guardan. El portal recibe tu
        certificado y tu firma para identificarte, y trata tus datos personales para darte el servicio de Buzón.
        Consulta el <a href="/aviso-de-privacidad">aviso de privacidad integral</a>.
      </p>
    </section>
  );
}
