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

export const ETIQUETA_DE_REBOTE = {
  ANOTADO: 'Rebotes anotados',
  REPETIDO: 'Rebotes ya anotados',
  RETRASO: 'Retrasos: el servidor sigue intentando',
  ENTREGA: 'Confirmaciones de entrega',
  QUEJA: 'Quejas: lo marcaron como no deseado',
  RESPUESTA_AUTOMATICA: 'Respuestas automáticas',
  SIN_CORRESPONDENCIA: 'Rebotes de un mensaje que no se reconoce',
  SIN_CAUSA: 'Informes que no dicen qué pasó',
  NO_ES_REBOTE: 'Otros mensajes',
  ILEGIBLE: 'Mensajes que no se pueden leer',
  DEMASIADO_GRANDE: 'Mensajes demasiado grandes',
} as const satisfies Record<ResultadoDeRebote, string>;
