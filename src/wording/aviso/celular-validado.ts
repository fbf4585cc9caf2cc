import { type ContenidoDeSms, sms } from './contenido.ts';

/** The SMS after the code was right (guide, section V, step 12). */
export function celularValidado(): ContenidoDeSms {
  return sms('celular-validado/1', 'Buzon IMSS. La validacion de tu celular fue exitosa.');
}
