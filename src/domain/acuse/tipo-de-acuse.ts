export const TIPOS_DE_ACUSE = ['REGISTRO', 'VALIDACION', 'BAJA', 'SOLICITUD', 'ACLARACION', 'REPRESENTACION'] as const;

export type TipoDeAcuse = (typeof TIPOS_DE_ACUSE)[number];

export function parseTipoDeAcuse(slug: string): TipoDeAcuse | null {
  return TIPOS_DE_ACUSE.find((tipo) => slugDeTipo(tipo) === slug) ?? null;
}

export function slugDeTipo(tipo: TipoDeAcuse): string {
  return tipo.toLowerCase();
}
