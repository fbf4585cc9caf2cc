/** The three steps at length (guide, sections IV and V); `/` has them in short. */
export function TresPasosExplicados() {
  return (
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
  );
}
