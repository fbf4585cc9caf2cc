import type { PeticionError } from '#domain/representacion/peticion.ts';
import type { PropuestaError } from '#domain/representacion/propuesta.ts';

export const MENSAJES_DE_PROPUESTA = {
  RFC_MAL_FORMADO: 'Revisa el RFC del representante: son 13 caracteres, y no puede ser genérico.',
  RFC_MORAL: 'Ese RFC es de una persona moral. Nombra a una persona física, que firmará con su propia e.firma.',
  RFC_PROPIO: 'Ese RFC es el tuyo. Escribe el de la persona que te representará.',
  RFC_YA_DESIGNADO:
    'Ya propusiste o nombraste a esa persona. Para cambiar sus facultades o su plazo, termina antes esa designación.',
  PODERES_SIN_MARCAR: 'Marca al menos una facultad.',
  REGISTROS_MAL_FORMADOS:
    'Un registro patronal no tiene 10 u 11 caracteres. Escribe uno por renglón, o deja el campo vacío para que sean todos.',
  REGISTROS_AJENOS:
    'Uno de esos registros patronales no es tuyo o está de baja. Revísalos, o deja el campo vacío para que sean todos.',
  HASTA_NO_PROCEDE:
    'Elige el último día: después de hoy y a dos años a lo más. Cuando termine puedes nombrarlo de nuevo.',
  DEMASIADAS_PROPUESTAS: 'Hiciste demasiadas propuestas seguidas. Espera una hora y vuelve a intentarlo.',
} as const satisfies Record<PropuestaError, string>;

/** Why nothing was asked. */
export const MENSAJES_DE_PETICION = {
  PIDE_UNA_MORAL:
    'Sólo una persona física puede ser representante. Ingresa con la e.firma de la persona que representará, y pídelo con ella.',
  RFC_FALTA: 'Escribe el RFC de quien quieres representar, o elige un archivo.',
  ARCHIVO_SIN_RFC: 'El archivo no tiene ningún RFC en la primera columna. Pon uno en cada renglón y vuelve a elegirlo.',
  ARCHIVO_DE_MAS: 'El archivo tiene más de 1,000 renglones o no es un CSV. Divídelo y vuelve a intentarlo.',
  DEMASIADAS_PETICIONES: 'Hiciste demasiadas peticiones seguidas. Espera una hora y vuelve a intentarlo.',
} as const satisfies Record<PeticionError, string>;
