export const MECANISMOS = ['CORREO_ELECTRONICO', 'TELEFONO'] as const;

export type Mecanismo = (typeof MECANISMOS)[number];

/** What a person most likely typed; null where it could be neither. Whether it is one is judged apart. */
export function mecanismoDe(text: string): Mecanismo | null {
  if (text.includes('@')) return 'CORREO_ELECTRONICO';
  return /\d/.test(text) && !/\p{L}{3}/u.test(text) ? 'TELEFONO' : null;
}
