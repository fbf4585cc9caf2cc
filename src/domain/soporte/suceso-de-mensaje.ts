import { explainMotivo } from '../aviso/motivo-de-entrega.ts';
import type { TipoDeAviso } from '../aviso/tipo-de-aviso.ts';
import type { EstadoDeEntrega } from '../medio-de-contacto/entrega.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';
import { nombreDeMensaje, proveedorDe } from './mensaje-en-palabras.ts';
import type { Suceso } from './suceso.ts';

/** A message, each attempt to hand it over and what became of it. Addresses come as they may be shown. */
export interface MensajeConIntentos {
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
}

export interface IntentoDeMensaje {
  numero: number;
  iniciadoEn: Date;
  terminadoEn: Date | null;
  aceptado: boolean | null;
  respuesta: string | null;
  /** Which wording was handed over, and the HMAC of its text; null for attempts from before they were kept. */
  texto?: string | null;
}

const PORTAL = 'El portal';

/** What happened to a message, from its place in the queue to the last that its provider said. */
export function sucesosDeMensaje(mensaje: MensajeConIntentos): Suceso[] {
  const { creadoEn, destino } = mensaje;
  const nombre = nombreDeMensaje(mensaje);
  const preparado = suceso(creadoEn, 'MENSAJE', `Se preparó ${nombre}, para ${destino}.`, PORTAL);
  const intentos = mensaje.intentos.map((intento) => sucesoDeIntento(mensaje, nombre, intento));
  const final = sucesoFinal(mensaje, nombre);
  return final ? [preparado, ...intentos, final] : [preparado, ...intentos];
}

function sucesoDeIntento({ mecanismo }: MensajeConIntentos, nombre: string, intento: IntentoDeMensaje): Suceso {
  const { numero, iniciadoEn, terminadoEn, aceptado, respuesta, texto: enviado } = intento;
  const begin = `Intento ${numero} de entregar ${nombre}:`;
  if (!terminadoEn) return suceso(iniciadoEn, 'INTENTO', `${begin} empezó, y no se sabe cómo terminó.`, PORTAL);
  const proveedor = proveedorDe(mecanismo);
  const texto = `${begin} ${proveedor} ${aceptado ? 'lo aceptó' : 'no lo aceptó'}.`;
  return {
    ...suceso(terminadoEn, 'INTENTO', texto, capitalize(proveedor)),
    detalle: [respuesta, enviado && `Texto: ${enviado}`].filter(Boolean).join(' · ') || null,
  };
}

/** Null while it waits, and where its last attempt has told it. */
function sucesoFinal(mensaje: MensajeConIntentos, nombre: string): Suceso | null {
  const { estado, resueltoEn, mecanismo, intentos, motivo } = mensaje;
  if (!resueltoEn) return null;
  const proveedor = capitalize(proveedorDe(mecanismo));
  const porque = motivo ? `, porque ${explainMotivo(motivo)}` : '';
  const wasAccepted = intentos.some(({ aceptado }) => aceptado);
  switch (estado) {
    case 'ENTREGADO':
      return suceso(resueltoEn, 'ENTREGA', `Se entregó ${nombre}.`, proveedor);
    case 'RECHAZADO':
      return wasAccepted ? suceso(resueltoEn, 'ENTREGA', `No se pudo entregar ${nombre}${porque}.`, proveedor) : null;
    case 'REBOTADO':
      return suceso(resueltoEn, 'ENTREGA', `Se devolvió ${nombre}${porque}.`, proveedor);
    case 'SIN_RESPUESTA':
      return suceso(resueltoEn, 'ENTREGA', `Se dejó de intentar: nadie tomó ${nombre}.`, PORTAL);
    case 'DESCARTADO':
      return suceso(resueltoEn, 'ENTREGA', `No se envió ${nombre}: ya no hacía falta.`, PORTAL);
    case 'ACEPTADO':
    case 'PENDIENTE':
      return null;
  }
}

function suceso(fecha: Date, rango: Suceso['rango'], texto: string, quien: string): Suceso {
  return { fecha, rango, texto, detalle: null, quien, repeticion: null };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
