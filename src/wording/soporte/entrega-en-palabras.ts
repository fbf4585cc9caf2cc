import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import { porMotivo, quizaEntregado } from '#wording/aviso/motivo-de-entrega.ts';
import { nombreDeAviso } from '#wording/aviso/render-aviso.ts';

/** `siguiente`: when the queue takes it again, if it does. */
export function entregaEnPalabras(mensaje: MensajeConEvidencia, siguiente: Date | null): string {
  const { mecanismo, estado, creadoEn, resueltoEn, motivo } = mensaje;
  const porque = porMotivo(motivo);
  const it = mecanismo === 'TELEFONO' ? 'SMS' : 'correo';
  const quien = proveedorDe(mecanismo);
  const cuando = formatFechaConSegundos(resueltoEn ?? creadoEn);
  switch (estado) {
    case 'PENDIENTE':
      return esperaEnPalabras(it, mensaje, siguiente);
    case 'ACEPTADO':
      return mecanismo === 'TELEFONO'
        ? `El proveedor aceptó el SMS el ${cuando}; todavía no confirma que lo entregó.`
        : `El correo se entregó al servidor de correo el ${cuando}, que lo aceptó; ${loUltimo(mensaje)}.`;
    case 'ENTREGADO':
      return `El ${it} se entregó el ${cuando}.`;
    case 'RECHAZADO':
      return `${capitalize(quien)} rechazó el ${it} el ${cuando}${porque}.`;
    case 'REBOTADO':
      return `El correo se devolvió el ${cuando}${porque}.`;
    case 'SIN_RESPUESTA':
      return `El ${it} no se pudo entregar: se dejó de intentar el ${cuando}.`;
    case 'QUIZA_ENTREGADO':
      return quizaEntregado(it, quien, cuando);
    case 'DESCARTADO':
      return `El último ${it} no se envió: ya no hacía falta.`;
  }
}

/** What a server told of an e-mail that is still on its way. */
function loUltimo({ reportes }: MensajeConEvidencia): string {
  const delay = reportes.findLast(({ estado }) => estado === 'delayed');
  if (!delay) return 'no ha dicho más';
  return `el ${formatFechaConSegundos(delay.recibidoEn)} informó que se retrasa y que lo sigue intentando`;
}

function esperaEnPalabras(it: string, mensaje: MensajeConEvidencia, siguiente: Date | null): string {
  const { mecanismo, intentos, creadoEn } = mensaje;
  const next = siguiente ? `; se intentará a partir del ${formatFechaConSegundos(siguiente)}` : '';
  const last = intentos.at(-1);
  if (!last) return `El ${it} espera en la cola desde el ${formatFechaConSegundos(creadoEn)}${next}.`;
  const when = formatFechaConSegundos(last.terminadoEn ?? last.iniciadoEn);
  const howMany = intentos.length === 1 ? 'va un intento' : `van ${intentos.length} intentos, el último`;
  return `${capitalize(proveedorDe(mecanismo))} no ha tomado el ${it}: ${howMany} el ${when}${next}.`;
}

/** A message as support speaks of it: «el correo con el enlace para validar». */
export function nombreDeMensaje({ tipo, mecanismo }: { tipo: TipoDeAviso; mecanismo: Mecanismo }): string {
  return `el ${mecanismo === 'TELEFONO' ? 'SMS' : 'correo'} ${nombreDeAviso(tipo)}`;
}

export function proveedorDe(mecanismo: Mecanismo): string {
  return mecanismo === 'TELEFONO' ? 'el proveedor de SMS' : 'el servidor de correo';
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
