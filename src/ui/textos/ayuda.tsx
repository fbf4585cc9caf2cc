import { Dato, ListaDeDatos } from '../components/lista-de-datos/lista-de-datos.tsx';
import { Parte } from '../components/texto-por-secciones/texto-por-secciones.tsx';

/** What to know and to do, by sections. */
export const AYUDA = [
  // The three steps at length (guide, sections IV and V); `/` has them in short.
  <Parte key="pasos" titulo="Los tres pasos">
    <ol>
      <li>
        <strong>Registra.</strong> Ingresa con tu e.firma y en «Nuevo medio de contacto» elige el «Mecanismo de
        Comunicación»: «Correo Electrónico» o «Teléfono». Es obligatorio registrar los medios de contacto para tu RFC:
        al menos un correo electrónico, y hasta cinco, y un número de celular a 10 dígitos. Un recuadro verde te da el
        folio, la fecha y la hora de cada registro.
      </li>
      <li>
        <strong>Valida.</strong> Abre el correo que recibes y da clic en la palabra «aquí». Para el celular, da clic en
        «Validar medio de contacto» y captura el código de cinco dígitos que llega por SMS. Tienes 72 horas como máximo;
        en caso contrario el registro se cancelará y tendrás que realizarlo nuevamente.
      </li>
      <li>
        <strong>Firma.</strong> En «Activación Buzón IMSS» lee la «Solicitud y manifestación del solicitante», da clic
        en «Aceptar» y fírmala con tu e.firma. Ahí mismo descargas tu acuse.
      </li>
    </ol>
  </Parte>,
  // Guide, section V, steps 5 and 10.
  <Parte key="mensajes" titulo="Si un mensaje no llega">
    <h3>No llega el correo electrónico</h3>
    <ol>
      <li>Espera unos minutos y revisa la bandeja de spam o correo no deseado.</li>
      <li>
        En «Mis medios de contacto» revisa que la dirección esté bien escrita. Si no lo está, elimínala y regístrala de
        nuevo.
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
      El medio de contacto queda como «Cancelado» y su mensaje ya no sirve. Regístralo nuevamente: recibirás otro folio
      y otro plazo de 72 horas.
    </p>
    <h3>El código no es aceptado</h3>
    <p>
      Captura los cinco dígitos del SMS más reciente. Tienes 10 intentos para cada número registrado; si se agotan, el
      medio de contacto se cancela y puedes registrarlo nuevamente.
    </p>
  </Parte>,
  <Parte key="efirma" titulo="Si tu e.firma no es aceptada">
    <ListaDeDatos>
      <Dato termino="Está vencida o fue revocada">
        Renuévala o tramítala ante el SAT. Aquí sólo se acepta una e.firma vigente.
      </Dato>
      <Dato termino="Es un certificado de sello digital (CSD)">
        El CSD es para facturar y no sirve para firmar trámites. Elige los archivos de tu e.firma.
      </Dato>
      <Dato termino="Los archivos no son pareja">
        El certificado termina en .cer y la llave privada en .key. Los dos deben ser de la misma e.firma.
      </Dato>
      <Dato termino="Un archivo está dañado o su formato no se admite">
        Elige los originales: el .cer se descarga en CertiSAT; el .key es el que se creó al tramitar tu e.firma.
      </Dato>
      <Dato termino="La contraseña no abre la llave privada">
        Es la de la llave privada, no la del portal del SAT. Distingue mayúsculas de minúsculas y cuenta los espacios.
      </Dato>
      <Dato termino="El RFC no es el del certificado">
        Escribe el RFC de quien es titular de la e.firma; en una persona moral, el de la empresa.
      </Dato>
    </ListaDeDatos>
  </Parte>,
  // The channels of the guide's section VII, in its words, and which of them this portal answers.
  <Parte key="canales" titulo="Soporte y atención">
    <ul>
      <li>
        <strong>Centro de Contacto</strong> de la Dirección de Incorporación y Recaudación del IMSS en el número
        telefónico <a href="tel:+528006232323">800 623 23 23</a>, opción 5, luego opción 5; en un horario de lunes a
        viernes de 9:00 a 18:00 horas (Tiempo del Centro de México).
      </li>
      <li id="aclaraciones">
        <strong>
          Servicio de <a href="/buzon/aclaraciones">«Aclaraciones u Orientaciones»</a>
        </strong>
        , en el Buzón IMSS, en el menú «Promociones Electrónicas», asunto «Activación Buzón IMSS», donde podrás
        presentar tu planteamiento las 24 horas del día, los 365 días del año.
      </li>
    </ul>
    <p>
      El Centro de Contacto es del Instituto y no atiende este portal. Las aclaraciones que presentes aquí las lee y
      responde el soporte de este portal: no llegan al Instituto.
    </p>
    <p>
      <strong>Buzón IMSS, ¡más fácil, más rápido!</strong>
    </p>
  </Parte>,
  // The versions are those that have all that the pages use (tests/architecture/browsers.test.ts).
  <Parte key="requisitos-tecnicos" titulo="Requisitos técnicos">
    <ul>
      <li>
        Un navegador al día, en computadora, tableta o teléfono: Chrome o Edge 111, Firefox 121 o Safari 16.4, o
        posteriores.
      </li>
      <li>
        JavaScript, sólo para usar tu e.firma (ingresar y firmar): la firma se hace dentro de tu navegador. Las demás
        pantallas funcionan sin él.
      </li>
      <li>Cookies de este sitio, para mantener tu sesión abierta. No hay cookies de terceros.</li>
      <li>
        Tus archivos de la e.firma en ese mismo dispositivo: el certificado (<code>.cer</code>) y la llave privada (
        <code>.key</code>).
      </li>
      <li>Un programa que abra archivos PDF, para leer y guardar tus acuses.</li>
    </ul>
  </Parte>,
  // Section III of the guide, word for word.
  <Parte key="glosario" titulo="Glosario">
    <ListaDeDatos>
      <Dato termino="e.firma">firma electrónica avanzada, emitida por el Servicio de Administración Tributaria.</Dato>
      <Dato termino="IMSS o Instituto">Instituto Mexicano del Seguro Social.</Dato>
      <Dato termino="Particulares">
        Aquellas personas que no cuenten con registros patronales registrados ante el Instituto, pero que están
        interesadas en utilizar el Buzón IMSS.
      </Dato>
      <Dato termino="Patrones IMSS">
        Las personas físicas o morales que cuentan con Registros Patronales registrados ante el Instituto.
      </Dato>
      <Dato termino="RFC">Registro Federal de Contribuyentes.</Dato>
      <Dato termino="RP">
        Registro Patronal, clave alfanumérica que asigna el Instituto a un patrón cuando realiza el registro ante el
        Instituto, por su(s) centro(s) de trabajo.
      </Dato>
      <Dato termino="SAT">Servicio de Administración Tributaria.</Dato>
    </ListaDeDatos>
  </Parte>,
  // Section II of the guide, word for word, the Reglas that its acuses and its Carta cite, and that later ones exist.
  <Parte key="marco-normativo" titulo="Marco normativo">
    <ul>
      <li>Ley del Seguro Social</li>
      <li>
        Acuerdo ACDO.AS2.HCT.240620/170.P.DIR, dictado por el H. Consejo Técnico del Instituto Mexicano del Seguro
        Social, en sesión de 24 de junio de 2020, y su Anexo Único, por el que se aprueban los Lineamientos generales
        para el uso del Buzón IMSS, publicado en el Diario Oficial de la Federación el 9 de julio de 2020.
      </li>
      <li>
        Acuerdo ACDO.AS2.HCT.270422/106.P.DIR, por el que se autorizó la modificación de los «Lineamientos generales
        para el uso del Buzón IMSS», publicado en el Diario Oficial de la Federación el 22 de septiembre de 2022.
      </li>
      <li>
        «Reglas de Carácter General para el uso de la Firma Electrónica Avanzada, cuyo certificado digital sea emitido
        por el Servicio de Administración Tributaria, en los actos que se realicen ante el Instituto Mexicano del Seguro
        Social», Acuerdo ACDO.SA2.HCT.280813/234.P.DIR, publicadas en el Diario Oficial de la Federación el 14 de
        noviembre de 2013.
      </li>
    </ul>
    <p>
      Estos son los textos de 2022; desde el 6 de agosto de 2024 rigen otros (Acuerdo ACDO.AS2.HCT.230724/261.P.DIR),
      que este portal no reproduce.
    </p>
  </Parte>,
];
