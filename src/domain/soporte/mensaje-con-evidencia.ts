import type { EstadoDeEntrega } from '#domain/medio-de-contacto/estado.ts';
import type { TipoDeAviso } from '../aviso/tipo-de-aviso.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';

export interface MensajeConEvidencia {
  id: string;
  tipo: TipoDeAviso;
  mecanismo: Mecanismo;
  destino: string;
  estado: EstadoDeEntrega;
  motivo: string | null;
  creadoEn: Date;
  demoradoHasta?: Date | null;
  resueltoEn: Date | null;
  intentos: readonly IntentoDeMensaje[];
  reportes: readonly ReporteDeMensaje[];
}

export interface IntentoDeMensaje {
  numero: number;
  iniciadoEn: Date;
  terminadoEn: Date | null;
  aceptado: boolean | null;
  quizaEntregado?: boolean;
  respuesta: string | null;
  plantilla: string | null;
  /** HMAC of its text and the key it is made with: they prove a copy of the text, and give no code away. */
  hmac: string | null;
  claveId: string | null;
}

export interface ReporteDeMensaje {
  fuente: 'TWILIO' | 'REBOTE';
  estado: string;
  codigo: string;
  detalle: string | null;
  recibidoEn: Date;
}
