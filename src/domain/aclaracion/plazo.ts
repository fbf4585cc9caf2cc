/** After the registration of a medio within which the yellow note asks for the aclaración (guide V, step 4). */
const PLAZO_DE_ACLARACION_MS = 24 * 3_600_000;

/** A later one is accepted all the same. */
export function isPresentadaEnPlazo(fechaDeRegistro: Date, presentadaEn: Date): boolean {
  return presentadaEn.getTime() - fechaDeRegistro.getTime() < PLAZO_DE_ACLARACION_MS;
}
