import type { TipoDeAviso } from '../aviso/tipo-de-aviso.ts';
import type { EstadoDeEntrega } from '../medio-de-contacto/entrega.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';

/** A message, each attempt to hand it over and what became of it. Addresses come as they may be shown. */
export interface MensajeConEvidencia {
  id: string;
  tipo: TipoDeAviso;
  mecanismo: Mecanismo;
  destino: string;
  estado: EstadoDeEntrega;
  /** Why it did not arrive, as a code. */
  motivo: string | null;
  creadoEn: Date;
  resueltoEn: Date | null;
  intentos: readonly IntentoDeMensaje[];
  /** What was told of it after it was accepted, in the order in which it came. */
  reportes: readonly ReporteDeMensaje[];
}

export interface IntentoDeMensaje {
  numero: number;
  iniciadoEn: Date;
  terminadoEn: Date | null;
  aceptado: boolean | null;
  respuesta: string | null;
  /** Version of the wording that went out. */
  plantilla: string | null;
  /** HMAC of its text and the key it is made with: they prove a copy of the text, and give no code away. */
  hmac: string | null;
  claveId: string | null;
}

export interface ReporteDeMensaje {
  fuente: 'TWILIO' | 'REBOTE';
  /** In the provider's own words. */
  estado: string;
  /** Its error code; empty for none. */
  codigo: string;
  detalle: string | null;
  recibidoEn: Date;
}
