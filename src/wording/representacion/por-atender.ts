import { formatPlazo } from '#domain/fecha.ts';
import type { BuzonDeCliente } from '#domain/representacion/atencion.ts';

/** What a client's Buzón lacks, in the order in which it is listed; nothing where it lacks nothing. */
export function porAtender(buzon: BuzonDeCliente | null): string[] {
  if (!buzon) return [];
  const { isActivo, venceEn, hasFalla } = buzon;
  return [
    ...(isActivo ? [] : ['Falta activar el Buzón.']),
    ...(venceEn ? [`Un medio de contacto espera su validación hasta el ${formatPlazo(venceEn)}.`] : []),
    ...(hasFalla ? ['Un medio de contacto no funciona: los mensajes no llegan a quien deben.'] : []),
  ];
}
