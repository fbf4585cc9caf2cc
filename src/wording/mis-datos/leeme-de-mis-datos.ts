import { formatPlazo } from '#domain/fecha.ts';
import { retencionEnPalabras } from '../retencion/retencion-en-palabras.ts';

interface DatosDelLeeme {
  rfc: string;
  nombre: string;
  fecha: Date;
  appUrl: string;
  /** How many rows the file of each table has. */
  renglones: ReadonlyMap<string, number>;
}

/** The index of a titular's own data: what each file is, how long it is kept, and how to have it put right or removed. */
export function leemeDeMisDatos({ rfc, nombre, fecha, appUrl, renglones }: DatosDelLeeme): string {
  const partes = retencionEnPalabras().flatMap(({ que, cuanto, porque, tablas }) => {
    const archivos = tablas.filter((tabla) => renglones.has(tabla));
    if (archivos.length === 0) return [];
    const lista = archivos.map((tabla) => `  ${tabla}.csv — renglones: ${renglones.get(tabla)}\n`).join('');
    return `${que}\n${lista}  Se conserva: ${cuanto}; ${porque}.\n`;
  });
  return `LO QUE ESTE PORTAL GUARDA DE TI

${nombre}, con RFC ${rfc}. Leído el ${formatPlazo(fecha)}, en ${appUrl}

ARCHIVOS
Cada tabla se abre con una hoja de cálculo (CSV en UTF-8), y sus columnas se llaman como el portal las guarda. Las fechas llevan su
zona. De quien te atendió se dice su rol, no su nombre. Lo que no está aquí no se guarda: nunca, tu llave privada ni su contraseña.

${partes.join('\n')}
acuses/ y aclaraciones/
  Los PDF emitidos y los archivos que adjuntaste. Lo que no cupo, o no se ha emitido, se descarga en ${appUrl}/buzon/acuses
  y en ${appUrl}/buzon/aclaraciones

TUS DERECHOS
Acceso: este archivo. Puedes pedirlo cinco veces al día; cada una queda en la bitácora.
Rectificación: tu nombre y tus registros patronales vienen de tu e.firma y del padrón: se corrigen con quien los emite. Un medio de
  contacto equivocado se elimina, y se registra el correcto, en ${appUrl}/buzon/medios-de-contacto
Cancelación y oposición: «Eliminar medio de contacto» termina los mensajes a esa dirección o número. Lo que es prueba de un trámite
  se conserva aunque lo pidas, por lo que dice cada «Se conserva».
Lo que no puedas hacer tú, pídelo a quien opera el portal: ${appUrl}/aviso-de-privacidad#derechos
`;
}
