import type { DestinoReportado } from './destino-reportado.ts';

export type ClaseDeNotificacion = 'INFORME' | 'QUEJA' | 'RESPUESTA_AUTOMATICA' | 'OTRO';

/** Nothing of it is believed yet. */
export interface Notificacion {
  clase: ClaseDeNotificacion;
  destinos: DestinoReportado[];
  /** In the order in which they are to be believed. */
  firmas: string[];
  /** The portal's own messages lie in the same mailbox in demo. */
  idPropio: string | null;
  esDeServidor: boolean;
  texto: string;
}
