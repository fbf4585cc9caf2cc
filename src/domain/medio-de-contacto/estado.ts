export const ESTADOS_DE_MEDIO = ['EN_PROCESO', 'VALIDADO', 'CANCELADO', 'BAJA'] as const;

export type EstadoDeMedio = (typeof ESTADOS_DE_MEDIO)[number];

/** Where a medio may go from each state. Cancelado and Baja are final: it is registered again, under a new folio. */
const TRANSICIONES: Record<EstadoDeMedio, readonly EstadoDeMedio[]> = {
  EN_PROCESO: ['VALIDADO', 'CANCELADO', 'BAJA'],
  VALIDADO: ['BAJA'],
  CANCELADO: [],
  BAJA: [],
};

export function canTransition(from: EstadoDeMedio, to: EstadoDeMedio): boolean {
  return TRANSICIONES[from].includes(to);
}

export function estadosHacia(to: EstadoDeMedio): EstadoDeMedio[] {
  return ESTADOS_DE_MEDIO.filter((from) => canTransition(from, to));
}

export type EstadoDeEntrega =
  | 'PENDIENTE'
  | 'ACEPTADO'
  | 'ENTREGADO'
  | 'RECHAZADO'
  | 'SIN_RESPUESTA'
  | 'DESCARTADO'
  | 'REBOTADO'
  | 'QUIZA_ENTREGADO';
