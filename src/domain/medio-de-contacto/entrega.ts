/** What became of a message, told apart from whether its medio was proved (the provider may say so days later). */
export const ESTADOS_DE_ENTREGA = [
  'PENDIENTE',
  'ACEPTADO',
  'ENTREGADO',
  'RECHAZADO',
  'SIN_RESPUESTA',
  'DESCARTADO',
  'REBOTADO',
  'QUIZA_ENTREGADO',
] as const;

export type EstadoDeEntrega = (typeof ESTADOS_DE_ENTREGA)[number];

/** The column «Entrega». */
export const ETIQUETA_DE_ENTREGA = {
  PENDIENTE: 'Por enviar',
  ACEPTADO: 'Aceptado',
  ENTREGADO: 'Entregado',
  RECHAZADO: 'Rechazado',
  SIN_RESPUESTA: 'Sin respuesta',
  DESCARTADO: 'No enviado',
  REBOTADO: 'Rebotado',
  QUIZA_ENTREGADO: 'Quizá entregado',
} as const satisfies Record<EstadoDeEntrega, string>;
