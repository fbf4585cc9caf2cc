const ESTADOS_DE_ENTREGA = [
  'PENDIENTE',
  'ACEPTADO',
  'ENTREGADO',
  'RECHAZADO',
  'SIN_RESPUESTA',
  'DESCARTADO',
  'REBOTADO',
] as const;

export type EstadoDeEntrega = (typeof ESTADOS_DE_ENTREGA)[number];

export const ETIQUETA_DE_ENTREGA = {
  PENDIENTE: 'Por enviar',
  ACEPTADO: 'Aceptado',
  ENTREGADO: 'Entregado',
  RECHAZADO: 'Rechazado',
  SIN_RESPUESTA: 'Sin respuesta',
  DESCARTADO: 'No enviado',
  REBOTADO: 'Rebotado',
} as const satisfies Record<EstadoDeEntrega, string>;
