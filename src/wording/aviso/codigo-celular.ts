import { type Aviso, type ContenidoDeSms, sms } from './contenido.ts';

export interface DatosDeCodigoCelular {
  /** Five digits. */
  codigo: string;
}

/** The SMS with the code (guide, section V, step 9), without the accents that GSM-7 lacks. */
export function codigoCelular({ codigo }: DatosDeCodigoCelular): ContenidoDeSms {
  return sms(
    'codigo-celular/1',
    `Buzon IMSS. Valida tu celular con el Codigo: ${codigo}. Tienes maximo 72 horas para utilizarlo.`,
  );
}

export const CODIGO_CELULAR: Aviso<DatosDeCodigoCelular> = {
  nombre: 'con el código para validar',
  redacta: codigoCelular,
};
