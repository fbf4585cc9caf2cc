export const MECANISMOS = ['CORREO_ELECTRONICO', 'TELEFONO'] as const;

export type Mecanismo = (typeof MECANISMOS)[number];

export const ETIQUETA_DE_MECANISMO = {
  CORREO_ELECTRONICO: 'Correo Electrónico',
  TELEFONO: 'Teléfono',
} as const satisfies Record<Mecanismo, string>;
