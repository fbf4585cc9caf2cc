import { createPrivateKey, sign } from 'node:crypto';
import { buildLoginText } from '#domain/efirma/login-text.ts';
import { readActionIds } from './acciones.ts';
import type { Efirma } from './efirma-de-demo.ts';

export interface Contestado {
  status: number;
  headers: Headers;
  texto: string;
}

/** What `/ingresar` sends for a challenge. */
export type Respuesta = Record<'csrfToken' | 'nonce' | 'rfc' | 'certificado' | 'firma', string>;

/** Who asks a portal without a browser: keeps cookies, follows nothing, and can sign in. */
export interface Visitante {
  ask(ruta: string, init?: RequestInit): Promise<Contestado>;
  /** Asks for a challenge and signs it. */
  answerReto(efirma: Efirma): Promise<Respuesta>;
  /** Null when it let them in; else what it said. */
  sendRespuesta(respuesta: Respuesta): Promise<string | null>;
  /** Both; throws when it is refused. */
  ingresar(efirma: Efirma): Promise<void>;
  cookie(): string;
  /** The cookies as they were set, each with its attributes. */
  lines(): string[];
}

const ESPERA_MS = 120_000;

let ids: Promise<Map<string, string>> | undefined;

/** The id of an action: of the build that a portal of these tests serves, which stays the same. */
export async function findAccion(nombre: string): Promise<string> {
  ids ??= readActionIds();
  const id = (await ids).get(nombre);
  if (!id) throw new Error(`this build has no ${nombre}`);
  return id;
}

export function createVisitante(url: string): Visitante {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies.values()].map((line) => line.split(';')[0]).join('; ');

  async function ask(ruta: string, { headers, ...init }: RequestInit = {}): Promise<Contestado> {
    const answer = await fetch(url + ruta, {
      redirect: 'manual',
      signal: AbortSignal.timeout(ESPERA_MS),
      ...init,
      headers: { origin: url, cookie: cookie(), ...(headers as Record<string, string>) },
    });
    for (const line of answer.headers.getSetCookie()) cookies.set(line.split('=')[0] ?? '', line);
    return { status: answer.status, headers: answer.headers, texto: await answer.text() };
  }

  async function answerReto({ rfc, cer, key, contrasena }: Efirma): Promise<Respuesta> {
    const id = await findAccion('issueIngresoChallengeAction');
    const headers = { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' };
    const question = await ask('/ingresar', { method: 'POST', headers, body: JSON.stringify([rfc]) });
    const asked = /\{"nonce":"([^"]+)","exp":(\d+),"host":"([^"]+)"\}/.exec(question.texto);
    if (!asked) throw new Error(`no challenge: ${question.status} ${question.texto.slice(0, 200)}`);
    const [, nonce = '', exp, host = ''] = asked;
    const llave = createPrivateKey({ key: key.buffer, format: 'der', type: 'pkcs8', passphrase: contrasena });
    const firma = sign('sha256', Buffer.from(buildLoginText({ host, nonce, exp: Number(exp), rfc })), llave);
    const { csrfToken } = JSON.parse((await ask('/api/auth/csrf')).texto) as { csrfToken: string };
    return { csrfToken, nonce, rfc, certificado: cer.buffer.toString('base64'), firma: firma.toString('base64') };
  }

  async function sendRespuesta(respuesta: Respuesta): Promise<string | null> {
    const body = new URLSearchParams({ json: 'true', callbackUrl: '/buzon', ...respuesta });
    const { status, texto } = await ask('/api/auth/callback/efirma', { method: 'POST', body });
    return status === 200 && !/[?&](error|csrf)=/.test(texto) ? null : `${status} ${texto}`;
  }

  return {
    ask,
    cookie,
    lines: () => [...cookies.values()],
    answerReto,
    sendRespuesta,
    async ingresar(efirma) {
      const refused = await sendRespuesta(await answerReto(efirma));
      if (refused !== null) throw new Error(`sign-in of ${efirma.rfc}: ${refused}`);
    },
  };
}
