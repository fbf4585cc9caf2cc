import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';

interface TwilioError {
  status?: number;
  code?: number | string;
  /** Of axios: what was asked. It is finished when all of it went out over a connection. */
  request?: { writableFinished?: boolean };
  esperaMs?: number;
}

/** Codes of numbers that will never take an SMS (twilio.com/docs/api/errors). Every other failure may end. */
const DEFINITIVOS = new Map([
  [21211, 'not a valid number'],
  [21214, 'the number cannot be reached'],
  [21217, 'the number does not seem valid'],
  [21265, 'a short code'],
  [21266, 'the number that sends'],
  [21610, 'the person unsubscribed'],
  [21614, 'not a mobile number'],
  [21635, 'a landline'],
]);

const RESPUESTA_MAXIMA = 500;

/** Where the request went out whole and no answer came, nobody knows. Throws what is no error at all. */
export function readError(error: unknown): VeredictoDeEnvio {
  if (!(error instanceof Error)) throw error;
  const { status, code, request, esperaMs } = error as Error & TwilioError;
  const fallaElProveedor = status === undefined || status === 429 || status >= 500;
  // An answer that says yes (2xx) and cannot be read is all that the SDK throws a SyntaxError for.
  const isIlegible = error instanceof SyntaxError;
  const quizaEntregado = status === undefined && (isIlegible || request?.writableFinished === true);
  const parts = [status && `HTTP ${status}`, code, error.message].filter(Boolean);
  return {
    aceptado: false,
    definitivo: DEFINITIVOS.has(Number(code)),
    respuesta: parts.join(' ').slice(0, RESPUESTA_MAXIMA),
    ...(fallaElProveedor && { fallaElProveedor }),
    ...(quizaEntregado && { quizaEntregado }),
    ...(esperaMs !== undefined && { esperaMs }),
  };
}
