import { addDias, type Dia, diaEnCentro, inicioDelDia } from '../dia.ts';
import { parseRegistroPatronal } from '../registro-patronal.ts';
import { fail, ok, type Result } from '../result.ts';
import { isPersonaMoral, parseRfc } from '../rfc.ts';
import { PODERES } from './poder.ts';

export interface PropuestaEscrita {
  rfc: string;
  poderes: readonly string[];
  registros: string;
  hasta: string;
}

export type PropuestaError =
  | 'RFC_MAL_FORMADO'
  | 'RFC_MORAL'
  | 'RFC_PROPIO'
  | 'RFC_YA_DESIGNADO'
  | 'PODERES_SIN_MARCAR'
  | 'REGISTROS_MAL_FORMADOS'
  | 'REGISTROS_AJENOS'
  | 'HASTA_NO_PROCEDE'
  | 'DEMASIADAS_PROPUESTAS';

/** Whom a titular may name, for what and until when. Whether the registros are theirs, the padrón decides. */
export function judgePropuesta(escrita: PropuestaEscrita, rfcDelTitular: string, now: Date) {
  const rfc = parseRfc(escrita.rfc);
  if (!rfc.ok) return fail('RFC_MAL_FORMADO');
  if (isPersonaMoral(rfc.value)) return fail('RFC_MORAL');
  if (rfc.value === rfcDelTitular) return fail('RFC_PROPIO');
  const poderes = PODERES.filter((poder) => escrita.poderes.includes(poder));
  if (poderes.length === 0) return fail('PODERES_SIN_MARCAR');
  const registros = parseNumeros(escrita.registros);
  if (!registros.ok) return registros;
  const { hasta } = escrita;
  const hoy = diaEnCentro(now);
  if (!isDia(hasta) || hasta <= hoy || hasta > ultimoDia(hoy)) return fail('HASTA_NO_PROCEDE');
  const fin = inicioDelDia(addDias(hasta, 1));
  return ok({ rfcDelRepresentante: rfc.value, poderes, registrosPatronales: registros.value, hasta: fin });
}

function parseNumeros(text: string): Result<string[], 'REGISTROS_MAL_FORMADOS'> {
  const numeros = new Set<string>();
  for (const linea of text.split(/[\n,;]/)) {
    const numero = parseRegistroPatronal(linea);
    if (numero.ok) numeros.add(numero.value);
    else if (linea.trim() !== '') return fail('REGISTROS_MAL_FORMADOS');
  }
  return ok([...numeros].sort());
}

/** Two years from a day: the last that a designation made on it may reach. */
export function ultimoDia(hoy: Dia): Dia {
  return addDias(`${Number(hoy.slice(0, 4)) + 2}${hoy.slice(4)}`, -1);
}

function isDia(text: string): boolean {
  return /^2\d{3}-[01]\d-[0-3]\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addDias(text, 0) === text;
}
