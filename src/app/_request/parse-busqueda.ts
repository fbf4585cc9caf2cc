/** What stands after the question mark of an address, as Next gives it: a name that comes twice is a list. */
export type Busqueda = Promise<Record<string, string | string[] | undefined>>;

/** What Next gives a page whose address has these names in it. */
export type PropsDePagina<Nombre extends string> = { params: Promise<Record<Nombre, string>>; searchParams: Busqueda };

/** Nobody's form sends a name twice, nor a NUL, which PostgreSQL takes in no text: either counts as absent. */
export async function parseBusqueda<Nombre extends string>(
  searchParams: Busqueda,
  nombres: readonly Nombre[],
): Promise<Partial<Record<Nombre, string>>> {
  const asked = await searchParams;
  const entries = nombres.flatMap((nombre) => {
    const value = Object.hasOwn(asked, nombre) ? asked[nombre] : undefined;
    return typeof value === 'string' && !value.includes('\0') ? [[nombre, value] as const] : [];
  });
  return Object.fromEntries(entries) as Partial<Record<Nombre, string>>;
}
