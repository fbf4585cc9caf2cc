import type { Campos } from './destino-reportado.ts';
import { isAsuntoDeRebote } from './read-texto.ts';

const SERVIDOR =
  /mailer-?daemon|postmaster|microsoftexchange|mdaemon|mail ?-?(?:delivery|administrator)|delivery ?-?(?:sub)?system|mail ?router|bounces?[@+-]|administrador del sistema|system administrator/i;

const ASUNTO_AUTOMATICO =
  /^(?:(?:re|rv|fw|fwd|aw|wg|tr): *)*(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response|respuesta)|out of (?:the )?office|respuesta autom[aá]tica|fuera de (?:la )?oficina|ausen(?:te|cia)|vacaciones|vacation|on leave|resposta autom[aá]tica|f[eé]rias|r[eé]ponse automatique|absen(?:t|ce)|automatische antwort|abwesenheit|risposta automatica|fuori sede)/i;

/** Whether a mail server speaks in its own name: who it says it is, or no address to answer to and a subject that says so. */
export function isDeServidor(cabeceras: Campos): boolean {
  if (cabeceras.has('x-failed-recipients')) return true;
  const from = `${cabeceras.get('from') ?? ''} ${cabeceras.get('sender') ?? ''}`;
  if (SERVIDOR.test(from)) return true;
  return /^<\s*>$/.test(cabeceras.get('return-path') ?? '') && isAsuntoDeRebote(cabeceras.get('subject') ?? '');
}

/** Whether a machine answered for who got the message (RFC 3834, and what programs wrote before it). */
export function isRespuestaAutomatica(cabeceras: Campos): boolean {
  const value = (name: string) => (cabeceras.get(name) ?? '').toLowerCase();
  return (
    /^auto-(?:replied|notified)/.test(value('auto-submitted')) ||
    ['x-autoreply', 'x-autorespond', 'x-autoreply-from', 'x-auto-response-id'].some((name) => cabeceras.has(name)) ||
    /auto.?reply/.test(value('precedence')) ||
    ASUNTO_AUTOMATICO.test(value('subject'))
  );
}
