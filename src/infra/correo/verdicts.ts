import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import { cleanTexto } from '#formats/rebote/destino-reportado.ts';

interface SmtpError {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

// Postfix «queued as 4Xy…», Exim «OK id=1r…», Amazon SES «250 Ok 0100…», Sendmail «2.0.0 44AB… Message accepted».
const QUEUE_ID = [
  /queued as ([\w.-]+)/i,
  /\bid=([\w.-]+)/i,
  /^250 Ok ([\w.-]{12,})$/i,
  /^250 2\.0\.0 (\w{10,}) Message/,
];

/** The relay's queue id with the message's: relays use one again after some time, and what is stored must be unique. */
export function readAceptacion(response: string, messageId: string): VeredictoDeEnvio {
  const queueId = QUEUE_ID.map((pattern) => pattern.exec(response)?.[1]).find((id) => id !== undefined);
  const id = messageId.replace(/[<>]/g, '');
  return { aceptado: true, respuesta: cleanTexto(response), idDelProveedor: queueId ? `${queueId} ${id}` : id };
}

/**
 * Only a permanent answer (5xx) about this recipient or message ends the attempts; about ourselves (credentials,
 * sender, TLS, a list) it is for the operator to correct. Without an answer after the final dot nobody knows.
 */
export function readRechazo(error: unknown, isEntregado: boolean): VeredictoDeEnvio {
  if (!(error instanceof Error)) throw error;
  const { code, command, response, responseCode } = error as Error & SmtpError;
  const isAboutDestino = command === 'RCPT TO' || command === 'DATA';
  const isUnsendable = code === 'EENVELOPE' && command === 'API';
  const definitivo = isUnsendable || (isAboutDestino && responseCode !== undefined && responseCode >= 500);
  const respuesta = cleanTexto(response ?? `${code ?? error.name}: ${error.message}`);
  const quizaEntregado = isEntregado && responseCode === undefined;
  const fallaElProveedor = !isUnsendable && !(isAboutDestino && responseCode !== undefined);
  return {
    aceptado: false,
    definitivo,
    respuesta,
    ...(quizaEntregado && { quizaEntregado }),
    ...(fallaElProveedor && { fallaElProveedor }),
  };
}
