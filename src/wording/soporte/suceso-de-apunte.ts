import type { ApunteDeFolio } from '#domain/soporte/hecho-de-folio.ts';
import { eventoEnPalabras } from './evento-en-palabras.ts';
import { quienEnPalabras, type Suceso, suceso } from './suceso.ts';

/** A row of the bitácora in words; one of a name unknown here is told by its name. */
export function sucesoDeApunte({ evento, datos, quien }: Omit<ApunteDeFolio, 'fecha'>): Suceso {
  const { enFolio = `Se anotó «${evento}» en la bitácora.` } = eventoEnPalabras(evento);
  const texto = typeof enFolio === 'string' ? enFolio : enFolio(datos);
  // The portal found out that it was not revoked, whoever had signed.
  return evento === 'SOLICITUD_VERIFICADA' ? suceso(texto) : suceso(texto, quienEnPalabras(quien));
}
