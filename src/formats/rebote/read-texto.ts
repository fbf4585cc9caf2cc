import { codigoDeTexto } from './codigo-de-texto.ts';
import { type Campos, cleanTexto, listDirecciones } from './destino-reportado.ts';

const COPIA =
  /^-{2,} ?(?:below this line|this is a copy|the (?:body|header)|original message|message header|unsent message|returned message|undelivered message|enclosed|mensaje original|copia del mensaje)/im;
const MAX_TEXTO = 20_000;

/** A number of seconds or of bytes is no code. */
const CODIGO_5 =
  /(?<![\d.])5\.\d{1,3}\.\d{1,3}(?!\.?\d)|(?<![\d.])5[0-7]\d(?=[ #:-]|$)(?! ?(?:s|se[cg]\w*|min\w*|hours?|horas|[km]?b|bytes)\b)/im;
const CODIGO_4 = /(?<![\d.])4\.\d{1,3}\.\d{1,3}(?!\.?\d)|(?<![\d.])4[25]\d(?=[ #:-]|$)/m;
const DEFINITIVO =
  /permanent|giv(?:en|ing) up|definitiv|user unknown|unknown user|no such user|does not exist|no existe/i;

/** «It could not be delivered» in the languages that come to a Mexican mailbox. */
const FALLO = new RegExp(
  [
    "undeliver|(?:not|n[’']t) be delivered|able to deliver|not (?:been )?delivered|trying to deliver|did(?: not|n[’']t) reach",
    'delivery (?:has )?(?:failed|failure)|failure notice|\\(failure\\)|(?:address(?:es)?|recipients?) failed',
    'returned mail|returned to sender|not listed|rejected',
    'no (?:se )?(?:pudo|puede|ha podido|es posible|ha sido posible|fue posible)[^\\n]{0,20}entreg|no (?:se )?entreg|no llegó',
    '(?:error|falla|fallo|falló)[^\\n]{0,20}entrega|entrega[^\\n]{0,60}fall(?:ó|id)|imposible entregar|devuelt|rebotad',
    'n[ãa]o (?:foi|p[ôo]de|pode)[^\\n]{0,20}entreg|falha na entrega|n[ãa]o entregue',
    'pas pu [êe]tre|non remis|[ée]chec de (?:la )?(?:remise|livraison|distribution)|impossible de (?:remettre|livrer)',
    'unzustellbar|nicht (?:zugestellt|zustellbar|erreicht)|fehlgeschlagen',
    'impossibile (?:recapitare|consegnare)|mancat[ao] (?:consegna|recapito)|non (?:[èe] stato|può essere|recapit|consegn)',
  ].join('|'),
  'i',
);

const DEMORA =
  /delayed|delay notification|still (?:being )?(?:retr|try|attempt)|will (?:be retried|continue|keep|retry|try)|not yet been delivered|delivered yet|retrasad|retraso|demor|aplazad|se seguirá|sigue intentando|se reintentará|volverá a intentar|verzögert|retardé|ritardat|ritardo|atrasad/i;

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

/** Who says that it goes on trying has not given up, though it tells when it will, or that nothing is permanent yet. */
function accionOf(said: string, asunto: string, conCodigo: boolean): 'failed' | 'delayed' | null {
  if (conCodigo) return 'failed';
  if (DEMORA.test(asunto) || DEMORA.test(said)) return 'delayed';
  if (DEFINITIVO.test(said)) return 'failed';
  if (CODIGO_4.test(said)) return 'delayed';
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
  /^(?:(?:re|rv|fw|fwd|aw|wg|tr): *)*(?:auto:|auto(?:matic)?[ -]?(?:reply|response|respuesta)|(?:i am |i[’']m )?out of (?:the )?office|ooo\b|respuesta autom[aá]tica|(?:estoy |estaré )?fuera de (?:la )?oficina|aus[eê]n(?:te|cia)|(?:de |estoy de )?vacaciones|vacation|on leave|resposta autom[aá]tica|fora d[ao] |f[eé]rias|r[eé]ponse automatique|absen(?:t|ce)|automatische antwort|abwesen|risposta automatica|fuori sede)/i;

/** As programs for answering name their headers, but for the one that asks for no answer. */
const CABECERA_AUTOMATICA = /^x-(?:mail-)?auto-?(?:reply|respon(?!se-suppress)|generated)/;

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
    [...cabeceras.keys()].some((name) => CABECERA_AUTOMATICA.test(name)) ||
    /auto.?reply/.test(value('precedence')) ||
    ASUNTO_AUTOMATICO.test(value('subject'))
  );
}
