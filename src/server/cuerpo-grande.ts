import type { IncomingMessage, ServerResponse } from 'node:http';

const MB = 1024 * 1024;
/** Bytes of a request: what forms need, and where a file of 5 MB may come along. */
const MAXIMO = 1 * MB;
const MAXIMO_CON_ADJUNTO = 6 * MB;
const CON_ADJUNTO = /^\/buzon\/aclaraciones\//;

const PAGINA = `<!doctype html>
<html lang="es-MX">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Lo que enviaste es demasiado grande · Buzón</title>
<link rel="stylesheet" href="/espera.css">
<main>
<h1>Lo que enviaste es demasiado grande</h1>
<p role="alert">No se recibió nada. Un archivo adjunto puede tener hasta 5 MB.</p>
<p>Regresa con el botón de tu navegador y elige un archivo más pequeño; si es una foto, una captura de pantalla de ella suele bastar.</p>
<p><a href="/buzon/aclaraciones">Ir a mis aclaraciones</a></p>
</main>
`;

/**
 * Refuses a request that announces a body larger than its address takes, before any of it is read or kept. True when it did.
 * One that announces nothing is cut off by Next's own limits.
 */
export function refuseLargeBody(request: IncomingMessage, response: ServerResponse): boolean {
  const maximo = CON_ADJUNTO.test(request.url ?? '') ? MAXIMO_CON_ADJUNTO : MAXIMO;
  if (!(Number(request.headers['content-length']) > maximo)) return false;
  response.writeHead(413, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(PAGINA);
  return true;
}
