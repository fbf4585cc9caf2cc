import { Parte } from '../components/texto-por-secciones/texto-por-secciones.tsx';

/** The whole privacy notice, by sections. Ours, not the institute's: what this portal does with personal data. */
export const AVISO_DE_PRIVACIDAD_INTEGRAL = [
  <Parte key="simplificado" titulo="Aviso de privacidad simplificado">
    <AvisoDePrivacidadSimplificado sinEnlace />
  </Parte>,
  <Parte key="responsable" titulo="Quién es responsable">
    <p>
      La persona o institución que opera la instalación de este portal que estás visitando. El Instituto Mexicano del
      Seguro Social no la opera y no recibe los datos que proporcionas aquí.
    </p>
    <p>
      Si arriba de la página lees «Modo de demostración», el portal es de prueba: los mensajes no salen del equipo en el
      que corre. Usa sólo las e.firmas y los datos de prueba que ahí se ofrecen.
    </p>
  </Parte>,
  <Parte key="datos" titulo="Qué datos usamos y para qué">
    <ul>
      <li>
        <strong>RFC, nombre, CURP y certificado de la e.firma</strong>, y los de tu representante si es quien firma:
        para identificarte al ingresar y en tus acuses.
      </li>
      <li>
        <strong>Correos electrónicos y número de celular:</strong> para comprobar que son tuyos y para enviarte los
        mensajes del Buzón.
      </li>
      <li>
        <strong>Registros patronales ligados a tu RFC:</strong> para asociarles medios de contacto.
      </li>
      <li>
        <strong>Firma electrónica, fecha y folio de lo que haces:</strong> para acreditar tus registros, tus
        validaciones y tu solicitud.
      </li>
      <li>
        <strong>Lo que escribes y adjuntas en una aclaración:</strong> para que el personal de soporte la lea y te
        responda.
      </li>
      <li>
        <strong>Que se abrió el enlace de un correo</strong>, y si fue con un navegador o un programa: para explicarte
        por qué no se ha validado. No guardamos nada más de esa visita.
      </li>
      <li>
        <strong>Dirección de red desde la que ingresas:</strong> sólo para contar intentos, durante diez minutos.
      </li>
    </ul>
    <p>No pedimos datos sensibles, y no usamos tus datos para publicidad ni para elaborar perfiles.</p>
  </Parte>,
  <Parte key="nunca" titulo="Lo que nunca recibimos">
    <p>
      Tu llave privada y su contraseña. Tu navegador firma con ellas dentro de tu dispositivo; no se envían, no se
      guardan y no se registran. A este portal llegan sólo el certificado, que es público, y la firma.
    </p>
  </Parte>,
  <Parte key="destinatarios" titulo="Con quién se comparten">
    <ul>
      <li>
        Con el servicio de la autoridad que emitió tu certificado, que recibe su número de serie y responde si está
        vigente o fue revocado.
      </li>
      <li>Con quienes entregan el correo y los SMS, que reciben la dirección o el número y el texto del mensaje.</li>
      <li>Con las autoridades que puedan exigirlos conforme a la ley.</li>
    </ul>
    <p>
      El personal de soporte ve tus trámites con tus datos cubiertos; para verlos completos escribe el motivo, que queda
      registrado.
    </p>
    <p>Estas comunicaciones son necesarias para el trámite y no requieren otro consentimiento.</p>
  </Parte>,
  <Parte key="conservacion" titulo="Cuánto tiempo se conservan">
    <p>
      Los acuses, las firmas y la constancia de los mensajes son evidencia de un trámite: se conservan aunque elimines
      el medio de contacto. También se conserva quién del personal de soporte vio tus datos, y por qué. Tu sesión
      termina con «Salir» o cuando vence.
    </p>
  </Parte>,
  <Parte key="cookies" titulo="Cookies">
    <p>
      Sólo las necesarias para ingresar y mantener tu sesión abierta. Este portal no usa estadísticas de visita ni carga
      contenido de otros sitios.
    </p>
    <p>
      Lo que escribes en un formulario y no se envía se guarda en tu navegador, cifrado y hasta un día, por si tu sesión
      termina. Sólo tus páginas lo pueden leer, no llega al portal hasta que lo envías, y «Salir» lo borra.
    </p>
  </Parte>,
  <Parte key="derechos" titulo="Tus derechos">
    <ul>
      <li>
        <strong>Acceso:</strong> en «Mis medios de contacto» consultas tus datos y descargas tus acuses. Con tu sesión
        abierta puedes <a href="/buzon/mis-datos.zip">descargar todo lo que el portal guarda de ti</a>, en un archivo
        ZIP que dice qué es cada cosa.
      </li>
      <li>
        <strong>Rectificación:</strong> elimina el medio de contacto equivocado y registra el correcto.
      </li>
      <li>
        <strong>Cancelación y oposición:</strong> «Eliminar medio de contacto» termina el envío de mensajes a esa
        dirección o número.
      </li>
    </ul>
    <p>
      Para lo que no puedas hacer tú, dirige tu solicitud a quien opera este portal, con tu nombre, un medio para
      responderte y lo que pides. Se aplica la Ley General de Protección de Datos Personales en Posesión de Sujetos
      Obligados cuando lo opera una autoridad, y la Ley Federal de Protección de Datos Personales en Posesión de los
      Particulares en los demás casos.
    </p>
  </Parte>,
  <Parte key="cambios" titulo="Cambios a este aviso">
    <p>Se publican en esta página, con su versión y fecha. Versión 1, del 24 de noviembre de 2026.</p>
  </Parte>,
];

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
        Tu llave privada y su contraseña no salen de tu dispositivo. Tus datos se comparten sólo con quien entrega los
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
