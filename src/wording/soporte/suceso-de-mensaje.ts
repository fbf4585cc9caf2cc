import { formatFecha } from '#domain/fecha.ts';
import type { IntentoDeMensaje, MensajeConEvidencia, ReporteDeMensaje } from '#domain/soporte/mensaje-con-evidencia.ts';
import { DEMORADO, porMotivo, QUIZA_SE_ENTREGO } from '#wording/aviso/motivo-de-entrega.ts';
import { capitalize, nombreDeMensaje, proveedorDe } from './entrega-en-palabras.ts';
import { type Suceso, suceso } from './suceso.ts';

export function mensajePreparado(mensaje: MensajeConEvidencia): Suceso {
  const { demoradoHasta, destino } = mensaje;
  const espera = demoradoHasta ? ` ${DEMORADO} No sale antes del ${formatFecha(demoradoHasta)}.` : '';
  return suceso(`Se preparó ${nombreDeMensaje(mensaje)}, para ${destino}.${espera}`);
}

export function sucesoDeIntento(mensaje: MensajeConEvidencia, intento: IntentoDeMensaje): Suceso {
  const { numero, terminadoEn, aceptado, quizaEntregado } = intento;
  const begin = `Intento ${numero} de entregar ${nombreDeMensaje(mensaje)}:`;
  if (!terminadoEn) return suceso(`${begin} empezó, y no se sabe cómo terminó.`);
  const proveedor = proveedorDe(mensaje.mecanismo);
  const hecho = aceptado ? 'lo aceptó' : quizaEntregado ? `no contestó; ${QUIZA_SE_ENTREGO}` : 'no lo aceptó';
  return suceso(`${begin} ${proveedor} ${hecho}.`, capitalize(proveedor), detalleDe(intento, mensaje.id));
}

/** What the provider answered, and below it what proves which text it was given. */
function detalleDe({ respuesta, plantilla, hmac, claveId }: IntentoDeMensaje, id: string): string | null {
  const texto = plantilla && hmac ? `Texto ${plantilla}; HMAC-SHA256 ${hmac} (mensaje ${id}, clave ${claveId})` : null;
  return [respuesta, texto].filter(Boolean).join('\n') || null;
}

/** Of e-mail, mail servers tell in reports (RFC 3464), and people in complaints (RFC 5965). */
export function sucesoDeReporte(mensaje: MensajeConEvidencia, reporte: ReporteDeMensaje): Suceso {
  const { fuente, estado, codigo } = reporte;
  const nombre = nombreDeMensaje(mensaje);
  const porque = porMotivo(codigo);
  const detalle = [codigo, reporte.detalle].filter(Boolean).join(' ') || null;
  if (fuente === 'REBOTE') {
    const texto = REBOTES[estado]?.(nombre) ?? `Se devolvió ${nombre}${porque}.`;
    return suceso(texto, estado === 'complaint' ? 'Quien recibió el correo' : 'El servidor del destinatario', detalle);
  }
  const informe = REPORTES[estado] ? `que ${REPORTES[estado]}` : `«${estado}»`;
  return suceso(`Sobre ${nombre}, el proveedor informó ${informe}${porque}.`, 'El proveedor de SMS', detalle);
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

export function mensajeResuelto(mensaje: MensajeConEvidencia): Suceso {
  const nombre = nombreDeMensaje(mensaje);
  const { estado, mecanismo, motivo } = mensaje;
  if (estado === 'SIN_RESPUESTA') return suceso(`Se dejó de intentar: nadie tomó ${nombre}.`);
  if (estado === 'QUIZA_ENTREGADO')
    return suceso(`Se dejó de intentar, para no repetirlo: ${QUIZA_SE_ENTREGO} ${nombre}.`);
  if (estado === 'DESCARTADO') return suceso(`No se envió ${nombre}: ya no hacía falta.`);
  const hecho = estado === 'ENTREGADO' ? 'Se entregó' : estado === 'REBOTADO' ? 'Se devolvió' : 'No se pudo entregar';
  return suceso(`${hecho} ${nombre}${porMotivo(motivo)}.`, capitalize(proveedorDe(mecanismo)));
}
