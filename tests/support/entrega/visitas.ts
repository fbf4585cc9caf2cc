import { setTimeout as sleep } from 'node:timers/promises';
import type { EfirmaEmitida } from '#demo/autoridad/issue-efirma.ts';
import { buildLoginText } from '#domain/efirma/login-text.ts';
import { type AutoridadDePrueba, daysFrom, FISICA } from '../efirma/autoridad-de-prueba.ts';
import { firmar } from '../firmar.ts';

/** What was asked of the balancer, and what came of it. */
export interface Visitas {
  count: number;
  /** Requests without a good answer, each in words. */
  failed: string[];
  /** Sign-ins that ended in the Buzón. */
  ingresos: number;
  slowestMs: number;
  stop(): Promise<void>;
}

interface Options {
  url: string;
  autoridad: AutoridadDePrueba;
  /** Of the action that asks for a challenge. */
  accion: string;
  lectores?: number;
  titulares?: number;
}

const PAUSA_MS = 20;

/** People who read pages with all that these ask for, and others who sign in, one thing after the other until `stop`. */
export async function startVisitas({ url, autoridad, accion, lectores = 4, titulares = 2 }: Options): Promise<Visitas> {
  const vigencia = { validoDesde: daysFrom(new Date(), -1), validoHasta: daysFrom(new Date(), 900) };
  const efirma = await autoridad.issue({ rfc: FISICA.rfc, ...vigencia });
  let isOver = false;
  let nth = 0;
  const visitas: Visitas = { count: 0, failed: [], ingresos: 0, slowestMs: 0, stop: async () => undefined };
  const lines = [
    ...Array.from({ length: lectores }, () => repeat(() => readPages(newBrowser(url, visitas, ++nth)))),
    ...Array.from({ length: titulares }, () =>
      repeat(async () => {
        if (await signIn(newBrowser(url, visitas, ++nth), efirma, accion)) visitas.ingresos += 1;
      }),
    ),
  ];
  async function repeat(visit: () => Promise<void>): Promise<void> {
    while (!isOver) await visit();
  }
  visitas.stop = async () => {
    isOver = true;
    await Promise.all(lines);
  };
  return visitas;
}

/** Null when there was no good answer, which is noted. */
type Ask = (path: string, init?: RequestInit, isGood?: (body: string) => boolean) => Promise<string | null>;

/** Cookies, and a network address of its own: limits by address are not what is tried here. */
export function newBrowser(url: string, visitas: Pick<Visitas, 'count' | 'failed' | 'slowestMs'>, nth: number): Ask {
  const cookies = new Map<string, string>();
  return async (path, init = {}, isGood = (body) => body.length > 0) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, origin: url, 'x-visita': `10.1.${nth >> 8}.${nth & 255}`, ...init.headers };
    const began = performance.now();
    visitas.count += 1;
    try {
      const answer = await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' });
      const body = await answer.text();
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      if (answer.status === 200 && isGood(body)) return body;
      visitas.failed.push(`${init.method ?? 'GET'} ${path} ${answer.status} ${body.slice(0, 120)}`);
    } catch (error) {
      visitas.failed.push(`${init.method ?? 'GET'} ${path} ${String(error)} ${String((error as Error).cause)}`);
    } finally {
      visitas.slowestMs = Math.max(visitas.slowestMs, performance.now() - began);
    }
    return null;
  };
}

async function readPages(ask: Ask): Promise<void> {
  for (const path of ['/', '/ayuda', '/ingresar']) {
    const page = await ask(path, {}, (body) => body.includes('</html>'));
    const files = new Set(page?.match(/\/_next\/static\/[^"'\\ ]+\.(?:js|css)/g) ?? []);
    await sleep(PAUSA_MS);
    // By the time a browser asks, the balancer may send it to the other portal.
    for (const file of files) await ask(file);
  }
}

/** As the page does it: a server action, and next-auth's two requests. @returns whether it ended in the Buzón. */
export async function signIn(ask: Ask, efirma: EfirmaEmitida, accion: string, rfc = FISICA.rfc): Promise<boolean> {
  await ask('/ingresar');
  const headers = { 'next-action': accion, accept: 'text/x-component', 'content-type': 'text/plain;charset=UTF-8' };
  const question = await ask('/ingresar', { method: 'POST', headers, body: JSON.stringify([rfc]) }, (body) =>
    body.includes('"nonce"'),
  );
  const [, nonce = '', exp, host = ''] = /"nonce":"([^"]+)","exp":(\d+),"host":"([^"]+)"/.exec(question ?? '') ?? [];
  const csrf = nonce && (await ask('/api/auth/csrf'));
  if (!csrf) return false;
  const firma = firmar(efirma, buildLoginText({ host, nonce, exp: Number(exp), rfc }));
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const body = new URLSearchParams({
    ...{ csrfToken: JSON.parse(csrf).csrfToken, json: 'true', callbackUrl: '/buzon' },
    ...{ nonce, rfc, certificado: base64(efirma.cer), firma: base64(firma) },
  });
  const isOpen = (answer: string) => answer.includes('"url"') && !/[?&](error|csrf)=/.test(answer);
  if (!(await ask('/api/auth/callback/efirma', { method: 'POST', body }, isOpen))) return false;
  await sleep(PAUSA_MS);
  return (await ask('/buzon', {}, (page) => page.includes(rfc))) !== null;
}
