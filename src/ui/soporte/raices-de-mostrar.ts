/** Where the pages of a folio begin that «Mostrar» can uncover. */
export const RAICES_DE_MOSTRAR = ['/soporte/folios', '/soporte/aclaraciones'] as const;

export type RaizDeMostrar = (typeof RAICES_DE_MOSTRAR)[number];
