import { paginaSuelta } from '#ui/components/pagina-suelta/pagina-suelta.ts';

/** What is answered to a form with a larger file than is taken. */
export const CUERPO_GRANDE = paginaSuelta(
  'Lo que enviaste es demasiado grande',
  `<p role="alert">No se recibió nada. Un archivo adjunto puede tener hasta 5 MB.</p>
<p>Regresa con el botón de tu navegador y elige un archivo más pequeño; si es una foto, una captura de pantalla de ella suele bastar.</p>
<p><a href="/buzon/aclaraciones">Ir a mis aclaraciones</a></p>`,
);
