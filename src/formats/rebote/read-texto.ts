import { codigoDeTexto } from './codigo-de-texto.ts';
import { type Campos, cleanTexto, listDirecciones } from './destino-reportado.ts';

const COPIA =
  /^-{2,} ?(?:below this line|this is a copy|the (?:body|header)|original message|message header|unsent message|returned message|undelivered message|enclosed|mensaje original|copia del mensaje)/im;
const MAX_TEXTO = 20_000;

const CODIGO_5 = /(?<![\d.])5\.\d{1,3}\.\d{1,3}(?!\.?\d)|(?<![\d.])5[0-7]\d(?=[ #:-]|$)/m;
const CODIGO_4 = /(?<![\d.])4\.\d{1,3}\.\d{1,3}(?!\.?\d)|(?<![\d.])4[25]\d(?=[ #:-]|$)/m;
const DEFINITIVO =
  /permanent|giv(?:en|ing) up|definitiv|user unknown|unknown user|no such user|does not exist|no existe/i;

/** «It could not be delivered» in the languages that come to a Mexican mailbox. */
const FALLO = new RegExp(
  [
    'undeliver|not be delivered|unable to deliver|able to deliver|not delivered|delivery (?:has )?(?:failed|failure)|mail delivery failed',
    'failure notice|address(?:es)? failed|returned mail|returned to sender|not listed|rejected',
    'no (?:se )?(?:pudo|puede|ha podido|ha sido posible|fue posible)[^\\n]{0,20}entreg|no (?:se )?entreg|imposible entregar|devuelt|rebotad',
    'n[ãa]o (?:foi|p[ôo]de|pode)[^\\n]{0,20}entreg|falha na entrega|n[ãa]o entregue',
    'pas pu [êe]tre|non remis|[ée]chec de (?:la )?(?:remise|livraison|distribution)|impossible de (?:remettre|livrer)',
    'unzustellbar|nicht (?:zugestellt|zustellbar)|zustellung (?:ist )?fehlgeschlagen',
    'impossibile (?:recapitare|consegnare)|mancat[ao] (?:consegna|recapito)|non [èe] stato (?:possibile|recapitato|consegnato)',
  ].join('|'),
  'i',
);

const DEMORA =
  /delayed|delay notification|still (?:being )?(?:retr|try|attempt)|will (?:be retried|continue|keep|retry|try)|not yet been delivered|retrasad|retraso|demorad|se seguirá|sigue intentando|se reintentará|verzögert|retardé|ritardat|ritardo|atrasad/i;

/** What a server says in words alone (qmail, Exim, Domino and others); null when they tell of no failure and no delay. */
export function readTexto(texto: string, asunto: string) {
  const whole = texto.slice(0, MAX_TEXTO).replaceAll('\r\n', '\n');
  const said = whole.slice(0, COPIA.exec(whole)?.index);
  /** A code of SMTP says so, and not words alone. */
  const conCodigo = CODIGO_5.test(said);
  const accion = accionOf(said, asunto, conCodigo);
  if (!accion) return null;
  return {
    accion,
    codigo:
      accion === 'failed' ? codigoDeTexto(said) : (/(?<![\d.])4\.\d{1,3}\.\d{1,3}(?!\.?\d)/.exec(said)?.[0] ?? ''),
    diagnostico: cleanTexto(lineOf(said)),
    direcciones: listDirecciones(said),
    conCodigo,
  };
}

function accionOf(said: string, asunto: string, conCodigo: boolean): 'failed' | 'delayed' | null {
  if (conCodigo || DEFINITIVO.test(said)) return 'failed';
  if (DEMORA.test(asunto) || DEMORA.test(said) || CODIGO_4.test(said)) return 'delayed';
  return FALLO.test(asunto) || FALLO.test(said) ? 'failed' : null;
}

function lineOf(said: string): string {
  const lines = said.split('\n');
  const best = [CODIGO_5, DEFINITIVO, FALLO, CODIGO_4].map((pattern) => lines.find((line) => pattern.test(line)));
  return best.find((line) => line !== undefined) ?? '';
}

const SERVIDOR =
  /mailer-?daemon|postmaster|microsoftexchange|mdaemon|mail ?-?(?:delivery|administrator)|delivery ?-?(?:sub)?system|mail ?router|bounces?[@+-]|administrador del sistema|system administrator/i;

const ASUNTO_AUTOMATICO =
  /^(?:(?:re|rv|fw|fwd|aw|wg|tr): *)*(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response|respuesta)|out of (?:the )?office|respuesta autom[aá]tica|fuera de (?:la )?oficina|ausen(?:te|cia)|vacaciones|vacation|on leave|resposta autom[aá]tica|f[eé]rias|r[eé]ponse automatique|absen(?:t|ce)|automatische antwort|abwesenheit|risposta automatica|fuori sede)/i;

/** Whether a mail server speaks in its own name: who it says it is, or no address to answer to and a subject that says so. */
export function isDeServidor(cabeceras: Campos): boolean {
  if (cabeceras.has('x-failed-recipients')) return true;
  const from = `${cabeceras.get('from') ?? ''} ${cabeceras.get('sender') ?? ''}`;
  if (SERVIDOR.test(from)) return true;
  const asunto = cabeceras.get('subject') ?? '';
  return /^<\s*>$/.test(cabeceras.get('return-path') ?? '') && (FALLO.test(asunto) || DEMORA.test(asunto));
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
