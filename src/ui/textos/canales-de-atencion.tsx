/** The channels of the guide's section VII, in its words, and which of them this portal answers. */
export function CanalesDeAtencion() {
  return (
    <>
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
    </>
  );
}
