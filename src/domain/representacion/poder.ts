export const PODERES = ['ACTIVAR', 'MEDIOS', 'ACLARACIONES', 'CONSULTAR'] as const;

/** What a representative may do for the titular, each ticked apart. To name representatives is none of them. */
export type Poder = (typeof PODERES)[number];

export const PODER_EN_PALABRAS = {
  ACTIVAR: 'Activar el Buzón y firmar la solicitud',
  MEDIOS: 'Administrar medios de contacto',
  ACLARACIONES: 'Presentar aclaraciones',
  CONSULTAR: 'Consultar y descargar acuses',
} as const satisfies Record<Poder, string>;
