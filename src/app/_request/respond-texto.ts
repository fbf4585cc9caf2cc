/** An answer in plain text, where there is no page to give it. */
export function respondTexto(texto: string, status: number): Response {
  return new Response(texto, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
