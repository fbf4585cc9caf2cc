import type { Contenido } from './contenido.ts';

/** What its HMAC is over: of an e-mail subject, preview and paragraphs with links; of an SMS its very text. */
export function textoEnviado(contenido: Contenido): string {
  if (contenido.mecanismo === 'TELEFONO') return contenido.texto;
  const { asunto, resumen, parrafos } = contenido;
  const texto = parrafos.map(({ tramos }) =>
    tramos.map(({ texto, url }) => (url ? `${texto} <${url}>` : texto)).join(''),
  );
  return [asunto, resumen, ...texto].join('\n\n');
}
