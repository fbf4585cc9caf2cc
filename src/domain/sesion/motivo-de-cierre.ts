export const MOTIVOS_DE_CIERRE = ['LO_PIDE', 'DISPOSITIVO_PERDIDO', 'EFIRMA_EN_RIESGO', 'USO_INDEBIDO'] as const;

export type MotivoDeCierre = (typeof MOTIVOS_DE_CIERRE)[number];
