import { formatFechaConSegundos } from '#domain/fecha.ts';
import { type Apertura, quienAbrio, TEXTO_DE_QUIEN_ABRIO } from '#domain/medio-de-contacto/apertura.ts';
import type { Suceso } from './suceso.ts';

export interface AperturaDeFolio extends Apertura {
  veces: number;
  primeraEn: Date;
  ultimaEn: Date;
}

const QUIENES = {
  TITULAR: 'El titular',
  QUIZA_PERSONA: 'Quizá una persona',
  PROGRAMA: 'Un programa',
  NO_SE_SABE: 'No se sabe',
} as const;

/** That the link was opened, by whom as far as can be told, and how sure that is. */
export function sucesoDeApertura(apertura: AperturaDeFolio): Suceso {
  const { primeraEn, ultimaEn, veces } = apertura;
  const quien = quienAbrio(apertura);
  return {
    fecha: primeraEn,
    rango: 'APERTURA',
    texto:
      veces > 1
        ? `Se abrió el enlace ${veces} veces, la última el ${formatFechaConSegundos(ultimaEn)}.`
        : 'Se abrió el enlace.',
    detalle: TEXTO_DE_QUIEN_ABRIO[quien],
    quien: QUIENES[quien],
    repeticion: null,
  };
}
