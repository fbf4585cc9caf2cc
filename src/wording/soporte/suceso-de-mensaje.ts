import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import type { EstadoDeEntrega } from '#domain/medio-de-contacto/entrega.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { explainMotivo } from '../aviso/motivo-de-entrega.ts';
import { QUIZA_SE_ENTREGO } from '../aviso/quiza-entregado.ts';
import { nombreDeMensaje, proveedorDe } from './mensaje-en-palabras.ts';
import type { Suceso } from './suceso.ts';

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
  quizaEntregado?: boolean;
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
  /** What the code means, in words that follow «porque …». */
  motivo: string | null;
  detalle: string | null;
  recibidoEn: Date;
}

const PORTAL = 'El portal';

/** What happened to a message, from its place in the queue to the last that its provider said. */
export function sucesosDeMensaje(mensaje: MensajeConEvidencia): Suceso[] {
  const { creadoEn, destino } = mensaje;
  const nombre = nombreDeMensaje(mensaje);
  const preparado = suceso(creadoEn, 'MENSAJE', `Se preparó ${nombre}, para ${destino}.`, PORTAL);
  const intentos = mensaje.intentos.map((intento) => sucesoDeIntento(mensaje, nombre, intento));
  const reportes = mensaje.reportes.map((reporte) => sucesoDeReporte(nombre, reporte));
  const final = sucesoFinal(mensaje, nombre);
  return [preparado, ...intentos, ...reportes, ...(final ? [final] : [])];
}

function sucesoDeIntento({ id, mecanismo }: MensajeConEvidencia, nombre: string, intento: IntentoDeMensaje): Suceso {
  const { numero, iniciadoEn, terminadoEn, aceptado, quizaEntregado } = intento;
  const begin = `Intento ${numero} de entregar ${nombre}:`;
  if (!terminadoEn) return suceso(iniciadoEn, 'INTENTO', `${begin} empezó, y no se sabe cómo terminó.`, PORTAL);
  const proveedor = proveedorDe(mecanismo);
  const hecho = aceptado ? 'lo aceptó' : quizaEntregado ? `no contestó; ${QUIZA_SE_ENTREGO}` : 'no lo aceptó';
  const texto = `${begin} ${proveedor} ${hecho}.`;
  return { ...suceso(terminadoEn, 'INTENTO', texto, capitalize(proveedor)), detalle: detalleDe(intento, id) };
}

/** What the provider answered, and below it what proves which text it was given. */
function detalleDe({ respuesta, plantilla, hmac, claveId }: IntentoDeMensaje, id: string): string | null {
  const texto = plantilla && hmac ? `Texto ${plantilla}; HMAC-SHA256 ${hmac} (mensaje ${id}, clave ${claveId})` : null;
  return [respuesta, texto].filter(Boolean).join('\n') || null;
}

function sucesoDeReporte(
  nombre: string,
  { fuente, estado, codigo, motivo, detalle, recibidoEn }: ReporteDeMensaje,
): Suceso {
  if (fuente === 'REBOTE') return sucesoDeRebote(nombre, { estado, codigo, motivo, detalle, recibidoEn });
  const porque = motivo ? `, porque ${motivo}` : '';
  const informe = REPORTES[estado] ? `que ${REPORTES[estado]}` : `«${estado}»`;
  const texto = `Sobre ${nombre}, el proveedor informó ${informe}${porque}.`;
  return {
    ...suceso(recibidoEn, 'ENTREGA', texto, 'El proveedor de SMS'),
    detalle: [codigo, detalle].filter(Boolean).join(' ') || null,
  };
}

/** What mail servers tell in reports (RFC 3464), and people in complaints (RFC 5965). */
function sucesoDeRebote(
  nombre: string,
  { estado, codigo, motivo, detalle, recibidoEn }: Omit<ReporteDeMensaje, 'fuente'>,
): Suceso {
  const isQueja = estado === 'complaint';
  const porque = motivo ? `, porque ${motivo}` : '';
  const texto = REBOTES[estado]?.(nombre) ?? `Se devolvió ${nombre}${porque}.`;
  return {
    ...suceso(recibidoEn, 'ENTREGA', texto, isQueja ? 'Quien recibió el correo' : 'El servidor del destinatario'),
    detalle: [codigo, detalle].filter(Boolean).join(' ') || null,
  };
}

const REBOTES: Record<string, (nombre: string) => string> = {
  delayed: (nombre) => `Se retrasa ${nombre}; el servidor sigue intentando entregarlo.`,
  delivered: (nombre) => `Se entregó ${nombre}, según su servidor.`,
  relayed: (nombre) => `Pasó ${nombre} a otro servidor, que no confirma lo que entrega.`,
  expanded: (nombre) => `Se repartió ${nombre} a una lista de direcciones.`,
  complaint: (nombre) => `Quien lo recibió marcó ${nombre} como correo no deseado.`,
};

const REPORTES: Record<string, string> = {
  accepted: 'lo recibió',
  scheduled: 'lo programó para enviarlo después',
  queued: 'lo tiene en su cola',
  sending: 'lo está enviando',
  sent: 'lo entregó a la compañía telefónica',
  delivered: 'lo entregó al teléfono',
  read: 'se leyó',
  undelivered: 'no se entregó',
  failed: 'no se pudo enviar',
  canceled: 'se canceló y ya no se enviará',
  partially_delivered: 'se entregó sólo en parte',
};

/** Null while it waits, and where an attempt or a report has told it. */
function sucesoFinal(mensaje: MensajeConEvidencia, nombre: string): Suceso | null {
  const { estado, resueltoEn, mecanismo, intentos, reportes, motivo } = mensaje;
  if (!resueltoEn) return null;
  if (estado === 'SIN_RESPUESTA')
    return suceso(resueltoEn, 'ENTREGA', `Se dejó de intentar: nadie tomó ${nombre}.`, PORTAL);
  if (estado === 'QUIZA_ENTREGADO')
    return suceso(
      resueltoEn,
      'ENTREGA',
      `Se dejó de intentar, para no repetirlo: ${QUIZA_SE_ENTREGO} ${nombre}.`,
      PORTAL,
    );
  if (estado === 'DESCARTADO')
    return suceso(resueltoEn, 'ENTREGA', `No se envió ${nombre}: ya no hacía falta.`, PORTAL);
  if (reportes.length > 0 || !intentos.some(({ aceptado }) => aceptado)) return null;
  const hecho = SIN_REPORTE[estado];
  const porque = motivo ? `, porque ${explainMotivo(motivo)}` : '';
  return hecho
    ? suceso(resueltoEn, 'ENTREGA', `${hecho} ${nombre}${porque}.`, capitalize(proveedorDe(mecanismo)))
    : null;
}

/** What became of it where the report that said so was not kept yet, as in rows of an earlier version. */
const SIN_REPORTE: Partial<Record<EstadoDeEntrega, string>> = {
  ENTREGADO: 'Se entregó',
  RECHAZADO: 'No se pudo entregar',
  REBOTADO: 'Se devolvió',
};

function suceso(fecha: Date, rango: Suceso['rango'], texto: string, quien: string): Suceso {
  return { fecha, rango, texto, detalle: null, quien, repeticion: null };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
