import { Parte } from '../components/texto-por-secciones/texto-por-secciones.tsx';

export const DECLARACION_DE_ACCESIBILIDAD = [
  <Parte key="puedes" titulo="Lo que puedes hacer">
    <ul>
      <li>Ampliar el texto al 200 % o usar una pantalla de 320 píxeles de ancho sin perder contenido.</li>
      <li>Recorrer todo el portal con el teclado; el elemento en el que estás siempre se ve.</li>
      <li>
        Usar un lector de pantalla: los campos, errores, tablas y ventanas tienen nombre, y los resultados se anuncian.
      </li>
      <li>Usar los colores de alto contraste de tu sistema y pedir menos movimiento.</li>
      <li>Imprimir cualquier página sin menús.</li>
      <li>Seguir en tu sesión con un botón cuando está por terminar por inactividad.</li>
      <li>Usar el portal sin JavaScript, salvo para ingresar y firmar con tu e.firma, que ocurre en tu navegador.</li>
    </ul>
  </Parte>,
  <Parte key="comprobado" titulo="Lo que se comprobó">
    <p>
      Cada pantalla se revisa de manera automática con axe y a la vista en tamaño de computadora y de teléfono. El
      contraste de los colores se midió uno por uno.
    </p>
  </Parte>,
  <Parte key="falta" titulo="Lo que falta">
    <ul>
      <li>Todavía no la ha probado un grupo de personas que usen lector de pantalla todos los días.</li>
      <li>El plazo de 72 horas para validar es parte del trámite y no se puede ampliar.</li>
    </ul>
  </Parte>,
  <Parte key="barreras" titulo="Si encuentras una barrera">
    <p>
      Cuéntale a quien opera este portal en qué página estabas, qué querías hacer y con qué navegador o ayuda técnica.
      Para terminar tu trámite mientras se corrige, usa los <a href="/ayuda#canales">canales de atención</a>.
    </p>
  </Parte>,
];
