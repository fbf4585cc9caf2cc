import type { DestinoReportado } from './destino-reportado.ts';

/** What a message in the mailbox of bounces is, by its form. */
export type ClaseDeNotificacion = 'INFORME' | 'QUEJA' | 'RESPUESTA_AUTOMATICA' | 'OTRO';

/** What was read of a message in the mailbox of bounces. Nothing of it is believed yet. */
export interface Notificacion {
  clase: ClaseDeNotificacion;
  /** Of a report, what it says of each recipient; of a complaint, one with its kind as `codigo`. */
  destinos: DestinoReportado[];
  /** What may be an id that the portal signed, in the order in which it is to be believed, in lower case. */
  firmas: string[];
  /** Its own Message-ID, left part; the portal's own messages lie in the same mailbox in demo. */
  idPropio: string | null;
  /** A report in the form of RFC 3464, or what a mail server says in its own name. */
  esDeServidor: boolean;
  /** All that can be read of it, for the ids that a provider gave. */
  texto: string;
}
