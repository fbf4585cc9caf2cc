import { maskMedio, maskNombre, maskRfc } from '../mascara.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';
import { formatMedio } from '../medio-de-contacto/telefono.ts';
import { coverDatosPersonales } from './datos-personales.ts';

/** Covered, or as it is where a reason was given. */
export interface Cubierta {
  rfc(rfc: string): string;
  nombre(nombre: string): string;
  medio(medio: { mecanismo: Mecanismo; valor: string }): string;
  texto(texto: string): string;
  /** What a provider wrote about a message to an address: it may repeat it, and others. */
  respuesta(respuesta: string, destino: string): string;
}

export const CUBIERTA: Cubierta = {
  rfc: maskRfc,
  nombre: maskNombre,
  medio: maskMedio,
  texto: coverDatosPersonales,
  respuesta: (respuesta) => coverDatosPersonales(respuesta),
};

export const A_LA_VISTA: Cubierta = {
  rfc: (rfc) => rfc,
  nombre: (nombre) => nombre,
  medio: formatMedio,
  texto: (texto) => texto,
  respuesta: (respuesta, destino) => respuesta.split(destino).map(coverDatosPersonales).join(destino),
};
