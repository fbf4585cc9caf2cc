import { formatFechaConSegundos } from '#domain/fecha.ts';
import { type QuienAbrio, quienAbrio } from '#domain/medio-de-contacto/apertura.ts';
import type { AperturaDeFolio } from '#domain/soporte/asunto-de-folio.ts';
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
} as const satisfies Record<Exclude<Quien['tipo'], 'SOPORTE' | 'REPRESENTANTE'>, string>;

export function quienEnPalabras(quien: Quien): string {
  if (quien.tipo === 'REPRESENTANTE') return `El titular, por conducto de ${quien.rfc}`;
  return quien.tipo === 'SOPORTE' ? `Soporte: ${quien.nombre}` : QUIENES[quien.tipo];
}

export function suceso(texto: string, quien: string = QUIENES.SISTEMA, detalle: string | null = null): Suceso {
  return { texto, detalle, quien };
}

const ABRIERON = {
  TITULAR: ['El titular', 'Lo abrió el titular, con su sesión del Buzón en el mismo navegador.'],
  QUIZA_PERSONA: [
    'Quizá una persona',
    'Probablemente lo abrió una persona: fue un navegador y ejecutó la página. No es seguro, porque algunos filtros de correo también lo hacen.',
  ],
  PROGRAMA: ['Un programa', 'Lo abrió un programa, como los filtros de correo o las vistas previas; no una persona.'],
  NO_SE_SABE: [
    'No se sabe',
    'No se sabe quién lo abrió: lo pidió como un navegador, pero no ejecutó la página. Casi siempre es un filtro de correo.',
  ],
} as const satisfies Record<QuienAbrio, readonly [string, string]>;

export function sucesoDeApertura(apertura: AperturaDeFolio): Suceso {
  const { ultimaEn, veces } = apertura;
  const again = veces > 1 ? ` ${veces} veces, la última el ${formatFechaConSegundos(ultimaEn)}` : '';
  return suceso(`Se abrió el enlace${again}.`, ...ABRIERON[quienAbrio(apertura)]);
}
