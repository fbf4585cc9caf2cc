/** Why personal data is uncovered; none of them goes without words of one's own. */
export const MOTIVOS_DE_MOSTRAR = [
  'LLAMADA_DEL_TITULAR',
  'ACLARACION',
  'MENSAJE_QUE_NO_LLEGA',
  'REQUERIMIENTO',
  'OTRO',
] as const;

export type MotivoDeMostrar = (typeof MOTIVOS_DE_MOSTRAR)[number];

export const ETIQUETA_DE_MOTIVO = {
  LLAMADA_DEL_TITULAR: 'El titular se comunicó y hay que confirmar el dato con él',
  ACLARACION: 'Atender una aclaración',
  MENSAJE_QUE_NO_LLEGA: 'Averiguar por qué no llega un mensaje',
  REQUERIMIENTO: 'Responder a un requerimiento de autoridad',
  OTRO: 'Otro motivo',
} as const satisfies Record<MotivoDeMostrar, string>;

/** How long the data of a folio stays uncovered for the session that asked. */
export const MOSTRADOS_MINUTOS = 10;

export function mostradosHasta(fecha: Date): Date {
  return new Date(fecha.getTime() + MOSTRADOS_MINUTOS * 60_000);
}
