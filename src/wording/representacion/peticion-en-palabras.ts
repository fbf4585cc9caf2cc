import type { PeticionVista, ResultadoDePeticion } from '#domain/representacion/peticion.ts';

/** Of one line. What it says is true whether or not that RFC has a Buzón. */
export const RESULTADO_DE_PETICION = {
  PEDIDA: 'Se hizo la petición.',
  YA_PEDIDA: 'Ya se lo pediste, y todavía puede contestar.',
  YA_REPRESENTADO: 'Ya lo representas, o ya te propone como su representante.',
  REPETIDO: 'Está en otro renglón.',
  LIMITE_DEL_DIA: 'Llegaste a 1,000 peticiones en 24 horas. Vuelve a intentarlo mañana.',
  RFC_MAL_FORMADO: 'Revisa el RFC: son 12 o 13 caracteres, y no puede ser genérico.',
  RFC_PROPIO: 'Es tu propio RFC.',
} as const satisfies Record<ResultadoDePeticion, string>;

export const ETIQUETA_DE_PETICION = {
  ENVIADA: 'Puede contestar',
  ACEPTADA: 'Te propuso como su representante',
  SIN_RESPUESTA: 'Terminó sin respuesta',
} as const satisfies Record<PeticionVista, string>;
