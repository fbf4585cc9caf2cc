/** As the enum TipoDeAcuse of the schema. */
export const TIPOS_DE_ACUSE = ['REGISTRO', 'VALIDACION', 'BAJA', 'SOLICITUD', 'ACLARACION'] as const;

export type TipoDeAcuse = (typeof TIPOS_DE_ACUSE)[number];

/** The tipo of an address (`registro`, `validacion`, `baja`, `solicitud`, `aclaracion`), or null. */
export function parseTipoDeAcuse(slug: string): TipoDeAcuse | null {
  return TIPOS_DE_ACUSE.find((tipo) => slugDeTipo(tipo) === slug) ?? null;
}

/** The tipo as addresses have it (contrato.md, «Addresses»). */
export function slugDeTipo(tipo: TipoDeAcuse): string {
  return tipo.toLowerCase();
}
