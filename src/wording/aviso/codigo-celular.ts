import { type Aviso, sms } from './contenido.ts';

export interface DatosDeCodigoCelular {
  /** Five digits. */
  codigo: string;
}

/** The SMS with the code (guide, section V, step 9), without the accents that GSM-7 lacks. */
export const CODIGO_CELULAR = {
  nombre: 'con el código para validar',
  redacta: ({ codigo }: DatosDeCodigoCelular) =>
    sms(
      'codigo-celular/1',
      `Buzon IMSS. Valida tu celular con el Codigo: ${codigo}. Tienes maximo 72 horas para utilizarlo.`,
    ),
} satisfies Aviso<DatosDeCodigoCelular>;
