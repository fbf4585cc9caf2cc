const ESTADOS_DE_ENTREGA = [
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
