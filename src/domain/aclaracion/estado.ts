export const ESTADOS_DE_ACLARACION = ['PRESENTADA', 'EN_ATENCION', 'RESPONDIDA', 'CERRADA'] as const;

export type EstadoDeAclaracion = (typeof ESTADOS_DE_ACLARACION)[number];

export const HECHOS_DE_ACLARACION = ['TOMAR', 'RESPONDER', 'REPLICAR', 'CERRAR'] as const;

export type HechoDeAclaracion = (typeof HECHOS_DE_ACLARACION)[number];

/** Only what was answered is closed, so that nobody is left without an answer. Cerrada is final: a new one is filed. */
const TRANSICIONES: Record<EstadoDeAclaracion, Partial<Record<HechoDeAclaracion, EstadoDeAclaracion>>> = {
  PRESENTADA: { TOMAR: 'EN_ATENCION', RESPONDER: 'RESPONDIDA', REPLICAR: 'PRESENTADA' },
  EN_ATENCION: { RESPONDER: 'RESPONDIDA', REPLICAR: 'EN_ATENCION' },
  RESPONDIDA: { RESPONDER: 'RESPONDIDA', REPLICAR: 'EN_ATENCION', CERRAR: 'CERRADA' },
  CERRADA: {},
};

export function estadoTras(estado: EstadoDeAclaracion, hecho: HechoDeAclaracion): EstadoDeAclaracion | null {
  return TRANSICIONES[estado][hecho] ?? null;
}

export function isPorContestar(estado: EstadoDeAclaracion): estado is 'PRESENTADA' | 'EN_ATENCION' {
  return estado === 'PRESENTADA' || estado === 'EN_ATENCION';
}
