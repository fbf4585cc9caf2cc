import twilio from 'twilio';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import { readError } from './read-error.ts';
import { RebasedRequestClient } from './rebased-request-client.ts';

export interface Sms {
  /** Never throws for what the provider or the network did: that is the verdict. */
  send(mensaje: { to: string; texto: string }): Promise<VeredictoDeEnvio>;
}

interface OpcionesDeSms {
  accountSid: string;
  authToken: string;
  /** The number that sends, or a Messaging Service (`MG…`). */
  from: string;
  /** In place of https://api.twilio.com, for a proxy or a test double. */
  apiUrl?: string | null;
  statusCallback: string;
  timeoutMs?: number;
}

/** It said that it took it, and not under which name: as if it had not answered. */
const SIN_IDENTIFICADOR: VeredictoDeEnvio = {
  aceptado: false,
  definitivo: false,
  respuesta: 'respuesta sin identificador',
  quizaEntregado: true,
  fallaElProveedor: true,
};

/** Never tried again here: the queue does that, with its own record of each attempt. */
export function createSms(opciones: OpcionesDeSms): Sms {
  const { accountSid, authToken, from, apiUrl = null, statusCallback, timeoutMs = 10_000 } = opciones;
  const httpClient = new RebasedRequestClient(apiUrl, { timeout: timeoutMs, autoRetry: false });
  // logLevel: Twilio's own variable could else have bodies, with their codes, printed.
  const client = twilio(accountSid, authToken, { httpClient, logLevel: 'silent' });
  const sender = from.startsWith('MG') ? { messagingServiceSid: from } : { from };

  return {
    async send({ to, texto }) {
      try {
        const { sid, status } = await client.messages.create({ to, body: texto, statusCallback, ...sender });
        if (!sid) return SIN_IDENTIFICADOR;
        return { aceptado: true, respuesta: `${sid} ${status}`, idDelProveedor: sid };
      } catch (error) {
        return readError(error);
      }
    },
  };
}
