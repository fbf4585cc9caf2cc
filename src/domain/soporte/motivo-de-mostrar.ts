/** None of them goes without words of one's own. */
export const MOTIVOS_DE_MOSTRAR = [
  'LLAMADA_DEL_TITULAR',
  'ACLARACION',
  'MENSAJE_QUE_NO_LLEGA',
  'REQUERIMIENTO',
  'OTRO',
] as const;

export type MotivoDeMostrar = (typeof MOTIVOS_DE_MOSTRAR)[number];

/** So many folios of one member within these minutes alarm whoever supervises, once: with the same words, or one kind of reason. */
export const EN_SERIE = { minutos: 60, conLasMismasPalabras: 5, conElMismoMotivo: 20 };

export const MOSTRADOS_MINUTOS = 10;

export function mostradosHasta(fecha: Date): Date {
  return new Date(fecha.getTime() + MOSTRADOS_MINUTOS * 60_000);
}
