export const TIPOS_DE_ACUSE = ['REGISTRO', 'VALIDACION', 'BAJA', 'SOLICITUD', 'ACLARACION'] as const;

export type TipoDeAcuse = (typeof TIPOS_DE_ACUSE)[number];

export function parseTipoDeAcuse(slug: string): TipoDeAcuse | null {
  return TIPOS_DE_ACUSE.find((tipo) => slugDeTipo(tipo) === slug) ?? null;
}

export function slugDeTipo(tipo: TipoDeAcuse): string {
  return tipo.toLowerCase();
}

const NOMBRES: ReadonlyMap<string, string> = new Map<TipoDeAcuse, string>([
  ['REGISTRO', 'registro'],
  ['VALIDACION', 'validación'],
  ['BAJA', 'baja'],
  ['SOLICITUD', 'la solicitud y manifestación'],
  ['ACLARACION', 'la aclaración'],
]);

export function nombreDeAcuse(tipo: string): string {
  return `acuse de ${NOMBRES.get(tipo) ?? tipo}`;
}
