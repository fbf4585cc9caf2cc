/** What to do when the e-mail or the SMS of a validation does not arrive (guide, section V, steps 5 and 10). */
export function MensajesQueNoLlegan() {
  return (
    <>
      <h3>No llega el correo electrónico</h3>
      <ol>
        <li>Espera unos minutos y revisa la bandeja de spam o correo no deseado.</li>
        <li>
          En «Mis medios de contacto» revisa que la dirección esté bien escrita. Si no lo está, elimínala y regístrala
          de nuevo.
        </li>
        <li>Usa «Reenviar»: repite el mismo mensaje y no cambia la hora en que vence tu plazo.</li>
        <li>
          Si sigue sin llegar, registra una <a href="/buzon/aclaraciones/nueva">aclaración</a> en un lapso de 24 horas a
          partir del registro, con el folio del medio de contacto. También puedes llamar por los{' '}
          <a href="#canales">canales de atención</a>.
        </li>
      </ol>
      <h3>No llega el SMS con el código</h3>
      <ol>
        <li>Revisa que tu teléfono tenga señal y que no bloquee los mensajes de remitentes desconocidos.</li>
        <li>
          En «Mis medios de contacto» revisa que el número, a 10 dígitos, sea el de tu celular. Los teléfonos fijos no
          reciben SMS.
        </li>
        <li>Usa «Reenviar»: el código es el mismo y el plazo no cambia.</li>
      </ol>
      <h3>Pasaron las 72 horas</h3>
      <p>
        El medio de contacto queda como «Cancelado» y su mensaje ya no sirve. Regístralo nuevamente: recibirás otro
        folio y otro plazo de 72 horas.
      </p>
      <h3>El código no es aceptado</h3>
      <p>
        Captura los cinco dígitos del SMS más reciente. Tienes 10 intentos para cada número registrado; si se agotan, el
        medio de contacto se cancela y puedes registrarlo nuevamente.
      </p>
    </>
  );
}
