import type { Quien } from '#domain/soporte/hecho-de-folio.ts';

/** One thing that happened to a folio, in words that screen, PDF and CSV share. */
export interface Suceso {
  texto: string;
  /** What a provider answered, or what was written; null when there is no more to say. */
  detalle: string | null;
  /** Who did it. */
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

/** What the portal did, if nobody else is named. */
export function suceso(texto: string, quien: string = QUIENES.SISTEMA, detalle: string | null = null): Suceso {
  return { texto, detalle, quien };
}
