import { MECANISMOS } from '../acuse/cadena-de-acuse.ts';
import { buildCadenaOriginal, INVOCANTE, optional, type Par } from '../cadena-original.ts';
import { formatFechaIsoCentro } from '../fecha.ts';
import type { EstadoDeEntrega } from '../medio-de-contacto/estado.ts';
import type { IntentoDeMensaje, MensajeConEvidencia, ReporteDeMensaje } from '../soporte/mensaje-con-evidencia.ts';

type Intento = IntentoDeMensaje & { idDelProveedor: string | null };

export interface DatosDeConstancia {
  /** Of those of the message: what is known later gives the next. */
  numero: number;
  fecha: Date;
  rfc: string;
  folio: string | null;
  mensaje: MensajeConEvidencia & { intentos: readonly Intento[] };
}

const ESTADOS: Record<EstadoDeEntrega, string> = {
  PENDIENTE: 'Por entregar',
  ACEPTADO: 'Aceptado por el proveedor',
  ENTREGADO: 'Entregado',
  RECHAZADO: 'Rechazado',
  REBOTADO: 'Devuelto',
  SIN_RESPUESTA: 'Sin respuesta del proveedor',
  QUIZA_ENTREGADO: 'Dado entero al proveedor, que no contestó',
  DESCARTADO: 'No se envió',
};

const FUENTES: Record<ReporteDeMensaje['fuente'], string> = {
  TWILIO: 'Proveedor de SMS',
  REBOTE: 'Servidor de correo',
};

/** To which address a message went, when, what was answered and what was reported later; of its text, an HMAC. Sealed as UTF-8. */
export function cadenaDeConstancia({ numero, fecha, rfc, folio, mensaje }: DatosDeConstancia): string {
  return buildCadenaOriginal([
    INVOCANTE,
    ['Tipo de trámite', 'Constancia de Entrega'],
    ...optional('Folio del trámite', folio),
    ['Fecha de elaboración', formatFechaIsoCentro(fecha)],
    ['RFC', rfc],
    ['Mensaje', mensaje.id],
    ['Constancia del mensaje', String(numero)],
    ['Clase de mensaje', mensaje.tipo],
    [MECANISMOS[mensaje.mecanismo], mensaje.destino],
    ['Fecha del mensaje', formatFechaIsoCentro(mensaje.creadoEn)],
    ['Entrega', ESTADOS[mensaje.estado]],
    ...optional('Fecha de la entrega', mensaje.resueltoEn && formatFechaIsoCentro(mensaje.resueltoEn)),
    ...optional('Motivo', mensaje.motivo),
    ...mensaje.intentos.flatMap(paresDeIntento),
    ...mensaje.reportes.flatMap(paresDeReporte),
  ]);
}

function paresDeIntento(intento: Intento): Par[] {
  const { numero, iniciadoEn, terminadoEn, aceptado, quizaEntregado, respuesta, idDelProveedor } = intento;
  const resultado = quizaEntregado ? ESTADOS.QUIZA_ENTREGADO : aceptado ? ESTADOS.ACEPTADO : 'No aceptado';
  const de = `Intento ${numero}`;
  return [
    [`${de}, comienzo`, formatFechaIsoCentro(iniciadoEn)],
    ...optional(`${de}, término`, terminadoEn && formatFechaIsoCentro(terminadoEn)),
    ...optional(`${de}, resultado`, terminadoEn && resultado),
    ...optional(`${de}, respuesta`, respuesta),
    ...optional(`${de}, identificador del proveedor`, idDelProveedor),
    ...optional(`${de}, redacción`, intento.plantilla),
    ...optional(`${de}, clave del HMAC`, intento.claveId),
    ...optional(`${de}, HMAC-SHA256 del texto`, intento.hmac),
  ];
}

function paresDeReporte({ fuente, estado, codigo, detalle, recibidoEn }: ReporteDeMensaje, index: number): Par[] {
  const de = `Informe ${index + 1}`;
  return [
    [`${de}, recibido`, formatFechaIsoCentro(recibidoEn)],
    [`${de}, de`, FUENTES[fuente]],
    [`${de}, estado`, estado],
    ...optional(`${de}, código`, codigo),
    ...optional(`${de}, detalle`, detalle),
  ];
}
