import { optional, type Par } from '../cadena-original.ts';
import { formatFecha } from '../fecha.ts';
import { formatRegistroPatronal } from '../registro-patronal.ts';
import { PODER_EN_PALABRAS, type Poder } from './poder.ts';

export const TRAMITE_DE_REPRESENTACION = 'Designación de Representante';

export interface Designacion {
  poderes: readonly Poder[];
  /** None: all. */
  registrosPatronales: readonly string[];
  hasta: Date | string;
}

interface Conducto {
  nombre: string;
  folio: string;
  serieDelTitular: string;
}

/** In what is sealed of each act; what is still to be signed names the e.firma that the representative came in with too. */
export function paresDeConducto({ nombre, folio, serieDelTitular }: Conducto, serieDeIngreso?: string): Par[] {
  return [
    ['Nombre del representante legal', nombre],
    ['Folio de la designación', folio],
    ['Número de serie del certificado del titular en la designación', serieDelTitular],
    ...optional('Número de serie del certificado de ingreso del representante legal', serieDeIngreso),
  ];
}

/** What is given, for what and until when: as it is signed, sealed and shown. */
export function paresDeDesignacion({ poderes, registrosPatronales: registros, hasta }: Designacion): Par[] {
  return [
    ['Facultades', poderes.map((poder) => PODER_EN_PALABRAS[poder]).join('; ')],
    ['Registros Patronales', registros.length === 0 ? 'Todos' : registros.map(formatRegistroPatronal).join(', ')],
    ['Sin efecto a partir de', `${formatFecha(new Date(hasta))} (Tiempo del Centro de México)`],
  ];
}
