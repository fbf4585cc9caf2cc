import { buildCadenaOriginal, INVOCANTE, type Par } from '../cadena-original.ts';
import { formatFechaIsoCentro } from '../fecha.ts';

/** The guide's type of trámite, in the cadena that the titular signs and in the one that the institute seals. */
export const TRAMITE_DE_ACTIVACION = 'Activación de Buzón IMSS';

export interface DatosDeSolicitud {
  folio: string;
  fecha: Date;
  rfc: string;
  nombre: string;
  /** Who acts for a persona moral, from the certificate. */
  rfcRepresentante?: string | null;
  textoVersion: string;
  /** SHA-256 of `textoPlano`, in hexadecimal. */
  textoSha256: string;
}

/**
 * The cadena original of the solicitud: what the titular signs with the e.firma. Signing it is signing the legal text,
 * which it names by version and hash. It can never be taken for the text of a sign-in (`||1.0|LOGIN|…`).
 */
export function cadenaDeSolicitud(datos: DatosDeSolicitud): string {
  const representante: Par[] = datos.rfcRepresentante ? [['RFC del representante legal', datos.rfcRepresentante]] : [];
  return buildCadenaOriginal([
    INVOCANTE,
    ['Tipo de trámite', TRAMITE_DE_ACTIVACION],
    ['Folio del trámite', datos.folio],
    ['Fecha de elaboración', formatFechaIsoCentro(datos.fecha)],
    ['RFC', datos.rfc],
    ['Nombre, denominación o Razón social', datos.nombre],
    ...representante,
    ['Versión del texto', datos.textoVersion],
    ['SHA-256 del texto', datos.textoSha256],
  ]);
}
