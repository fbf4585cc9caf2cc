/** None of them goes without words of one's own. */
export const MOTIVOS_DE_MOSTRAR = [
  'LLAMADA_DEL_TITULAR',
  'ACLARACION',
  'MENSAJE_QUE_NO_LLEGA',
  'REQUERIMIENTO',
  'OTRO',
] as const;

export type MotivoDeMostrar = (typeof MOTIVOS_DE_MOSTRAR)[number];

export const MOSTRADOS_MINUTOS = 10;

export function mostradosHasta(fecha: Date): Date {
  return new Date(fecha.getTime() + MOSTRADOS_MINUTOS * 60_000);
}
