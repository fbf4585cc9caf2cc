export const RESULTADOS_DE_REBOTE = [
  'ANOTADO',
  'REPETIDO',
  'RETRASO',
  'ENTREGA',
  'QUEJA',
  'RESPUESTA_AUTOMATICA',
  'SIN_CORRESPONDENCIA',
  'SIN_CAUSA',
  'NO_ES_REBOTE',
  'ILEGIBLE',
  'DEMASIADO_GRANDE',
] as const;

export type ResultadoDeRebote = (typeof RESULTADOS_DE_REBOTE)[number];
