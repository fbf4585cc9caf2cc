/** One message as a provider got it, whatever it answered. */
export interface Entrega {
  /** When, in milliseconds. */
  en: number;
  para: string;
  /** What two copies of it have in common: the id of its aviso for an e-mail, the text for an SMS. */
  mensaje: string;
  texto: string;
}
