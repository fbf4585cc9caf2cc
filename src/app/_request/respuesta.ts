import { dispositionOf } from '#domain/adjunto/nombre-de-archivo.ts';
import { currentReferencia } from '#server/response.ts';

/** An answer in plain text, where there is no page to give it, with the reference by which support finds it. */
export function respondTexto(texto: string, status: number): Response {
  const referencia = currentReferencia();
  return new Response(referencia ? `${texto}\nReferencia: ${referencia}` : texto, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}

const TIPOS = { csv: 'text/csv; charset=utf-8', pdf: 'application/pdf', zip: 'application/zip' };

type Contenido = Uint8Array | ReadableStream | string;

/** A file to be saved, by the name that says what it is, and never kept on the way; its headers alone without its content. */
export function respondArchivo(nombre: string, tipo: keyof typeof TIPOS, contenido: Contenido | null): Response {
  return new Response(contenido instanceof Uint8Array ? new Uint8Array(contenido) : contenido, {
    headers: {
      'content-type': TIPOS[tipo],
      'content-disposition': dispositionOf(`${nombre}.${tipo}`),
      'cache-control': 'private, no-store',
    },
  });
}
