import type { ContenidoDeCorreo, Tramo } from '#wording/aviso/contenido.ts';

export function layoutText({ parrafos }: ContenidoDeCorreo): string {
  const written = new Set(parrafos.flatMap(({ tramos }) => tramos.filter(isAddressInFull).map(({ url }) => url)));
  const write = (tramo: Tramo) =>
    tramo.url && !written.has(tramo.url) ? `${tramo.texto} (${tramo.url})` : tramo.texto;
  const lines = parrafos.map(({ tramos }) => tramos.map(write).join(''));
  return `${['Buzón IMSS', ...lines].join('\n\n')}\n`;
}

function isAddressInFull({ texto, url }: Tramo): boolean {
  return texto === url;
}
