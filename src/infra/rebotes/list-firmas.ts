import type { Campos } from '#formats/rebote/destino-reportado.ts';

const RETORNO = /(?<![\da-z])[\da-z]{41}(?=[@=])|(?<=env(?:elope-)?id\s?[:=]\s{0,3})[\da-z]{41}(?![\da-z])/gi;
const ID = /(?<![\da-f-])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?:\.[\da-f]{1,64})?(?=@)/gi;

/** Headers in which who delivers a message writes to whom it really went. */
const ENTREGA = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-rcpt-to', 'to', 'received'];
const MAX_FIRMAS = 50;

/** All that may be an id of the portal's, by how far it is to be believed. The report's own is none. */
export function listFirmas(cabeceras: Campos, textos: readonly string[], idPropio: string | null): string[] {
  const arrival = ENTREGA.map((name) => cabeceras.get(name) ?? '');
  const inAll = (pattern: RegExp) => textos.flatMap((texto) => texto.match(pattern) ?? []);
  const found = [...arrival.flatMap((value) => value.match(RETORNO) ?? []), ...inAll(RETORNO), ...inAll(ID)];
  const firmas = new Set(found.map((each) => each.toLowerCase()));
  if (idPropio !== null) firmas.delete(idPropio);
  return [...firmas].slice(0, MAX_FIRMAS);
}
