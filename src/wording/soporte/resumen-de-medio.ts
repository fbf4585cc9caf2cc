import { formatAlcance } from '#domain/cantidad.ts';
import { formatFechaConSegundos, formatTiempoRestante } from '#domain/fecha.ts';
import { type QuienAbrio, quienAbrio } from '#domain/medio-de-contacto/apertura.ts';
import { INTENTOS_POR_MEDIO } from '#domain/medio-de-contacto/limites.ts';
import type { CausaDeCancelacion } from '#domain/medio-de-contacto/plazo.ts';
import type { AperturaDeFolio, MedioPorResumir } from '#domain/soporte/asunto-de-folio.ts';
import { porMotivo } from '../aviso/motivo-de-entrega.ts';
import { entregaEnPalabras } from './entrega-en-palabras.ts';

/** The state of a folio in a few sentences, and what to tell whoever asks; null when there is nothing to do. */
export interface Resumen {
  frases: string[];
  queHacer: string | null;
}

/** What is left to do when a message was sent again as often as it may be. */
export const SIN_REENVIOS = {
  REENVIOS_AGOTADOS:
    'Ya se reenvió tres veces, que es el máximo. Si el mensaje no llega, el titular elimina el medio de contacto y lo registra nuevamente desde su Buzón.',
} as const;

/** «I did not get the e-mail», answered in one look. */
export function resumirMedio(medio: MedioPorResumir, now: Date): Resumen {
  const { estado, mensaje, siguienteIntento } = medio;
  const frases = [estadoEnPalabras(medio, now)];
  if (estado === 'EN_PROCESO' || estado === 'CANCELADO') {
    if (mensaje) frases.push(entregaEnPalabras(mensaje, siguienteIntento));
    frases.push(...pruebaEnPalabras(medio));
  }
  if (medio.rebote) frases.push(reboteEnPalabras(medio, medio.rebote));
  return { frases, queHacer: queHacer(medio) };
}

function estadoEnPalabras(medio: MedioPorResumir, now: Date): string {
  const it = medio.mecanismo === 'TELEFONO' ? 'El teléfono' : 'El correo';
  const on = (fecha: Date | null) => (fecha ? ` el ${formatFechaConSegundos(fecha)}` : '');
  switch (medio.estado) {
    case 'EN_PROCESO':
      return `${it} está en proceso: ${formatTiempoRestante(now, medio.venceEn)} para validarlo, hasta el ${formatFechaConSegundos(medio.venceEn)}.`;
    case 'VALIDADO':
      return `${it} está validado para ${formatAlcance(medio.registros, 'el RFC')}: se validó${on(medio.fechaDeValidacion)}.`;
    case 'CANCELADO':
      return `El registro se canceló${on(medio.fechaDeCancelacion ?? medio.venceEn)}: ${CAUSAS[medio.causa]}.`;
    case 'BAJA':
      return medio.causaDeBaja
        ? `${it} se dio de baja${on(medio.fechaDeBaja)}, porque sus Registros Patronales dejaron de estar a nombre del titular en el padrón.`
        : `${it} se eliminó${on(medio.fechaDeBaja)}.`;
  }
}

const CAUSAS = {
  PLAZO: 'pasaron las 72 horas sin que se validara',
  INTENTOS: 'se capturaron diez códigos incorrectos',
  AJENO: 'quien recibe los mensajes dijo que el correo no es suyo',
} as const satisfies Record<CausaDeCancelacion, string>;

function reboteEnPalabras(
  { mecanismo }: MedioPorResumir,
  { motivo, resueltoEn }: NonNullable<MedioPorResumir['rebote']>,
): string {
  const hecho =
    mecanismo === 'TELEFONO' ? 'a este teléfono: el último no se entregó' : 'a este correo: el último se devolvió';
  return `Los avisos ya no llegan ${hecho}${resueltoEn ? ` el ${formatFechaConSegundos(resueltoEn)}` : ''}${porMotivo(motivo)}.`;
}

function pruebaEnPalabras({ mecanismo, intentosFallidos, aperturas, mensaje }: MedioPorResumir): string[] {
  if (mecanismo === 'TELEFONO') return intentosFallidos === 0 ? [] : [codigosEnPalabras(intentosFallidos)];
  if (!mensaje) return [];
  const best = clearestOf(aperturas);
  return [best ? APERTURAS[best.quien](formatFechaConSegundos(best.fecha)) : 'El enlace no se ha abierto.'];
}

function codigosEnPalabras(fallidos: number): string {
  const left = INTENTOS_POR_MEDIO - fallidos;
  const captured = fallidos === 1 ? 'Se capturó un código incorrecto' : `Se capturaron ${fallidos} códigos incorrectos`;
  return `${captured}; ${left === 1 ? 'queda 1 intento' : `quedan ${left} intentos`}.`;
}

/** From the clearest sign of a person to the least. */
const CLARIDAD: readonly QuienAbrio[] = ['TITULAR', 'QUIZA_PERSONA', 'NO_SE_SABE', 'PROGRAMA'];

function clearestOf(aperturas: readonly AperturaDeFolio[]): { quien: QuienAbrio; fecha: Date } | null {
  const signs = aperturas.map((apertura) => ({ quien: quienAbrio(apertura), fecha: apertura.primeraEn }));
  signs.sort((a, b) => CLARIDAD.indexOf(a.quien) - CLARIDAD.indexOf(b.quien) || a.fecha.getTime() - b.fecha.getTime());
  return signs[0] ?? null;
}

const APERTURAS = {
  TITULAR: (fecha) => `El titular abrió el enlace el ${fecha}, con su sesión.`,
  QUIZA_PERSONA: (fecha) => `El enlace se abrió el ${fecha}, probablemente por una persona.`,
  NO_SE_SABE: (fecha) => `El enlace se abrió el ${fecha}; no se sabe si fue una persona o un filtro de correo.`,
  PROGRAMA: (fecha) =>
    `El enlace sólo lo ha abierto un programa, como un filtro de correo, el ${fecha}; ninguna persona.`,
} as const satisfies Record<QuienAbrio, (fecha: string) => string>;

function queHacer(medio: MedioPorResumir): string | null {
  if (medio.estado === 'CANCELADO')
    return 'Para usarlo, el titular lo registra nuevamente desde su Buzón: tendrá otro folio.';
  if (medio.rebote)
    return `Pide al titular que corrija la causa, o que registre otro ${medio.mecanismo === 'TELEFONO' ? 'teléfono' : 'correo'} y elimine este desde su Buzón.`;
  if (medio.estado !== 'EN_PROCESO' || !medio.mensaje) return null;
  const { estado, intentos } = medio.mensaje;
  if (estado === 'RECHAZADO' || estado === 'REBOTADO' || estado === 'SIN_RESPUESTA')
    return 'Pide al titular que revise si está bien escrito. Si no lo está, lo elimina y registra otro desde su Buzón.';
  if (estado === 'PENDIENTE')
    return intentos.length === 0
      ? null
      : 'Se intentará de nuevo por sí solo. Si la falla sigue, avisa a quien opera el portal con lo que contestó el servidor.';
  if (medio.mecanismo === 'TELEFONO')
    return `Pide al titular que busque el SMS entre sus mensajes, también los bloqueados, y que el teléfono tenga señal. ${siNoEsta(medio)}`;
  const quien = clearestOf(medio.aperturas)?.quien;
  return quien === 'TITULAR' || quien === 'QUIZA_PERSONA'
    ? 'Pide al titular que abra el enlace otra vez y presione el botón «Validar correo electrónico».'
    : `Pide al titular que busque el mensaje en la bandeja de spam o correo no deseado. ${siNoEsta(medio)}`;
}

function siNoEsta({ reenviosRestantes, canReenviar }: MedioPorResumir): string {
  if (reenviosRestantes === 0) return SIN_REENVIOS.REENVIOS_AGOTADOS;
  return canReenviar ? 'Si no está, se puede reenviar.' : 'Si no está, el titular puede reenviarlo desde su Buzón.';
}
