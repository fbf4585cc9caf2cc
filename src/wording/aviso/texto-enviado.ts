import type { Contenido } from './contenido.ts';

/**
 * All that a message said, as one string: what its HMAC is over. Of an e-mail subject, preview and paragraphs with their
 * links, from which HTML and plain text are laid out; of an SMS its very text.
 */
export function textoEnviado(contenido: Contenido): string {
  if (contenido.mecanismo === 'TELEFONO') return contenido.texto;
  const { asunto, resumen, parrafos } = contenido;
  const texto = parrafos.map(({ tramos }) =>
    tramos.map(({ texto, url }) => (url ? `${texto} <${url}>` : texto)).join(''),
  );
  return [asunto, resumen, ...texto].join('\n\n');
}
