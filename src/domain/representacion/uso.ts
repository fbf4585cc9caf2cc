const DIA_MS = 86_400_000;
/** After so long without use, the next one may be somebody else's: the titular hears of it. */
const SIN_USO_MS = 30 * DIA_MS;

/** Whether a use at `now` is written down: what was written a day ago or less stands for it. */
export function isUsoPorApuntar(usadaEn: Date | null, now: Date): boolean {
  return !usadaEn || now.getTime() - usadaEn.getTime() > DIA_MS;
}

/** Whether it comes after thirty days of none, counted from the last or from when the designation came into force. */
export function isDeNuevo(ultimaVez: Date, now: Date): boolean {
  return now.getTime() - ultimaVez.getTime() > SIN_USO_MS;
}
