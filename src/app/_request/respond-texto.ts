import { currentReferencia } from '#server/response.ts';

/** An answer in plain text, where there is no page to give it, with the reference by which support finds it. */
export function respondTexto(texto: string, status: number): Response {
  const referencia = currentReferencia();
  return new Response(referencia ? `${texto}\nReferencia: ${referencia}` : texto, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
