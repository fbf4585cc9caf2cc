export const MECANISMOS = ['CORREO_ELECTRONICO', 'TELEFONO'] as const;

export type Mecanismo = (typeof MECANISMOS)[number];
