/** Whose Buzón it is stands before its addresses: `/clientes/<folio of the designation>/buzon/…`. */
const DE_CLIENTE = /^(\/clientes\/(BI-\d{4}\.\d{8,}-\d{2}))(\/buzon(?:[/?].*)?)$/s;

/** What stands before the address of a page, of which designation, and the page's own address; of one's own Buzón only the last. */
export function readDireccion(direccion: string) {
  const [, base = '', folio = null, ruta = direccion] = DE_CLIENTE.exec(direccion) ?? [];
  return { base, folio, ruta };
}

export function baseDeCliente(folio: string): string {
  return `/clientes/${folio}`;
}

/** An address of the Buzón in that which has `base`; any other is left as it is. */
export function enBuzonDe(base: string, ruta: string): string {
  return /^\/buzon(?![^/?#])/.test(ruta) ? base + ruta : ruta;
}
