import { formatCantidad, formatRegistros } from '#domain/cantidad.ts';

/** A page by itself, for what Next's own cannot answer; `cuerpo` is HTML. As any other with an alert, its title says so. */
export function paginaSuelta(titulo: string, cuerpo: string): string {
  return `<!doctype html>
<html lang="es-MX">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${cuerpo.includes('role="alert"') ? 'Error: ' : ''}${titulo} · Buzón</title>
<link rel="stylesheet" href="/espera.css">
<main>
<h1>${titulo}</h1>
${cuerpo}
</main>
`;
}

/** What is answered to a form with a larger file than is taken. */
export const CUERPO_GRANDE = paginaSuelta(
  'Lo que enviaste es demasiado grande',
  `<p role="alert">No se recibió nada. Un archivo adjunto puede tener hasta 5 MB.</p>
<p>Regresa con el botón de tu navegador y elige un archivo más pequeño; si es una foto, una captura de pantalla de ella suele bastar.</p>
<p><a href="/buzon/aclaraciones">Ir a mis aclaraciones</a></p>`,
);

/** What is shown until the worker has made an acuse of many registros patronales. */
export function esperaDeAcuse({ hechos, total }: { hechos: number; total: number }): string {
  return paginaSuelta(
    'Estamos preparando tu acuse',
    `<p>Nombra ${formatRegistros(total)}, así que tarda un poco. Esta página se actualiza sola y lo descarga cuando está listo.</p>
<p><progress max="${total}" value="${hechos}" aria-label="Avance"></progress></p>
<p>${formatCantidad(hechos)} de ${formatCantidad(total)}</p>
<p>Puedes cerrarla y descargarlo después: <a href="../../medios-de-contacto">Regresar a mis medios de contacto</a>.</p>`,
  );
}
