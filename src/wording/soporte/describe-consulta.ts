import type { HechoDelPersonal } from '#domain/soporte/hecho-del-personal.ts';
import { ETIQUETA_DE_CIERRE, ETIQUETA_DE_MOTIVO } from '../etiquetas.ts';
import { eventoEnPalabras } from './evento-en-palabras.ts';

type Hecho = Pick<HechoDelPersonal, 'evento' | 'datos' | 'motivo' | 'detalle'>;

/** An event of the staff in words; one without words of its own by its name, so that nothing is hidden. */
export function describeConsulta({ evento, datos, motivo, detalle: palabras }: Hecho): string {
  const que = eventoEnPalabras(evento).delPersonal ?? evento;
  const detalle = [
    typeof datos.formato === 'string' && datos.formato,
    datos.isALaVista === true && 'con los datos a la vista',
    Object.entries(ETIQUETA_DE_CIERRE).find(([clave]) => clave === datos.motivo)?.[1],
    motivo && `${ETIQUETA_DE_MOTIVO[motivo]} («${palabras}»)`,
  ].filter(Boolean);
  return detalle.length === 0 ? que : `${que}: ${detalle.join(', ')}`;
}
