import { buildCadenaOriginal, INVOCANTE, optional, type Par } from '../cadena-original.ts';
import { formatFechaIsoCentro } from '../fecha.ts';

export const TRAMITE_DE_ACTIVACION = 'Activación de Buzón IMSS';

interface DatosDeSolicitud {
  folio: string;
  fecha: Date;
  rfc: string;
  nombre: string;
  rfcRepresentante?: string | null;
  textoVersion: string;
  textoSha256: string;
}

/** Signing it is signing the legal text, named by version and hash. Never to be taken for a sign-in's text. */
export function cadenaDeSolicitud(datos: DatosDeSolicitud, tramite = TRAMITE_DE_ACTIVACION, mas: Par[] = []): string {
  return buildCadenaOriginal([
    INVOCANTE,
    ['Tipo de trámite', tramite],
    ['Folio del trámite', datos.folio],
    ['Fecha de elaboración', formatFechaIsoCentro(datos.fecha)],
    ['RFC', datos.rfc],
    ['Nombre, denominación o Razón social', datos.nombre],
    ...optional('RFC del representante legal', datos.rfcRepresentante),
    ...mas,
    ['Versión del texto', datos.textoVersion],
    ['SHA-256 del texto', datos.textoSha256],
  ]);
}
