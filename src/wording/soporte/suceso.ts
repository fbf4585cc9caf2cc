import type { Quien } from '#domain/soporte/hecho-de-folio.ts';

/** One thing that happened to a folio, in words that screen, PDF and CSV share. */
export interface Suceso {
  texto: string;
  detalle: string | null;
  quien: string;
}

const QUIENES = {
  TITULAR: 'El titular',
  OTRA_PERSONA: 'Otra persona',
  SISTEMA: 'El portal',
  NADIE: 'Alguien sin sesión',
} as const satisfies Record<Exclude<Quien['tipo'], 'SOPORTE'>, string>;

export function quienEnPalabras(quien: Quien): string {
  return quien.tipo === 'SOPORTE' ? `Soporte: ${quien.nombre}` : QUIENES[quien.tipo];
}

export function suceso(texto: string, quien: string = QUIENES.SISTEMA, detalle: string | null = null): Suceso {
  return { texto, detalle, quien };
}
