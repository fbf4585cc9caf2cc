import type { Falla } from '../falla.ts';
import { BASE_DE_DATOS } from './base-de-datos.ts';
import { colaLlena, type Vencimientos } from './cola.ts';
import { CORREO } from './correo.ts';
import { NOMBRES } from './nombres.ts';
import { PROCESOS } from './procesos.ts';
import { RELOJ } from './reloj.ts';
import { RENGLONES } from './renglones.ts';
import { SELLO } from './sello.ts';
import { OCSP, TSA, TWILIO } from './servicios.ts';
import { ANTES, DESPUES } from './sin-falla.ts';

const CLASES = [BASE_DE_DATOS, CORREO, RENGLONES, TWILIO, SELLO, OCSP, PROCESOS, TSA, NOMBRES, RELOJ];

export interface Eleccion {
  /** Only those with one of these words in their name. */
  palabras: readonly string[];
  corta: boolean;
  vencimientos: Vencimientos;
}

/**
 * What is run, and in which order: those of one kind as far apart as can be, so that a provider that is left alone for a
 * while after one has been asked again before the next. What is compared with comes first and last but one.
 */
export function listFallas({ palabras, corta, vencimientos }: Eleccion): Falla[] {
  const wanted = (falla: Falla) =>
    (!corta || falla.corta) &&
    (palabras.length === 0 || palabras.some((palabra) => toPlain(falla.nombre).includes(toPlain(palabra))));
  const spread = CLASES.map((clase) => clase.filter(wanted)).flatMap((clase) =>
    clase.map((falla, at) => ({ falla, lugar: (at + 0.5) / clase.length })),
  );
  const middle = spread.sort((a, b) => a.lugar - b.lugar).map(({ falla }) => falla);
  return [ANTES, ...middle, ...(corta ? [] : [DESPUES]), ...[colaLlena(vencimientos)].filter(wanted)];
}

function toPlain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
