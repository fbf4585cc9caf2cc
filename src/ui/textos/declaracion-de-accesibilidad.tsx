/** What the portal offers to people with disabilities, what was checked, and what is known to be missing. */
export function DeclaracionDeAccesibilidad() {
  return (
    <>
      <h2>Lo que puedes hacer</h2>
      <ul>
        <li>Ampliar el texto al 200 % o usar una pantalla de 320 píxeles de ancho sin perder contenido.</li>
        <li>Recorrer todo el portal con el teclado; el elemento en el que estás siempre se ve.</li>
        <li>
          Usar un lector de pantalla: los campos, errores, tablas y ventanas tienen nombre, y los resultados se
          anuncian.
        </li>
        <li>Usar los colores de alto contraste de tu sistema y pedir menos movimiento.</li>
        <li>Imprimir cualquier página sin menús.</li>
        <li>Usar el portal sin JavaScript, salvo para ingresar y firmar con tu e.firma, que ocurre en tu navegador.</li>
      </ul>
      <h2>Lo que se comprobó</h2>
      <p>
        Cada pantalla se revisa de manera automática con axe y a la vista en tamaño de computadora y de teléfono. El
        contraste de los colores se midió uno por uno.
      </p>
      <h2>Lo que falta</h2>
      <ul>
        <li>Todavía no la ha probado un grupo de personas que usen lector de pantalla todos los días.</li>
        <li>
          Los plazos de 72 horas para validar y la duración de la sesión son parte del trámite y no se pueden ampliar.
        </li>
      </ul>
      <h2>Si encuentras una barrera</h2>
      <p>
        Cuéntale a quien opera este portal en qué página estabas, qué querías hacer y con qué navegador o ayuda técnica.
        Para terminar tu trámite mientras se corrige, usa los <a href="/ayuda#canales">canales de atención</a>.
      </p>
    </>
  );
}
