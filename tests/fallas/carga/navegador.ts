import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { encodeForm } from '../../support/acciones.ts';
import type { Clase, Medida } from './medida.ts';

export interface Respuesta {
  status: number;
  headers: IncomingHttpHeaders;
  texto: string;
}

export interface Peticion {
  clase: Clase;
  ruta: string;
  metodo?: 'GET' | 'POST';
  headers?: Record<string, string>;
  cuerpo?: Buffer | string;
  /** What a good answer is, unless it is a 200. */
  isBuena?: (respuesta: Respuesta) => boolean;
}

/** A browser without pages: cookies, and a network address of its own. */
export interface Navegador {
  /** Null when nothing came, or nothing good: both are noted. */
  ask(peticion: Peticion): Promise<Respuesta | null>;
  /** A server action with the fields of a form, after a state where it takes one. */
  submit(
    peticion: Omit<Peticion, 'cuerpo'> & { id: string; campos: Record<string, string>; estado?: unknown },
  ): Promise<Respuesta | null>;
}

interface Options {
  port: number;
  appUrl: string;
  /** As a proxy would tell it: limits by address are not what is tried here. */
  direccion: string;
  note(medida: Medida): void;
}

const ESPERA_MS = 25_000;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export function createNavegador({ port, appUrl, direccion, note }: Options): Navegador {
  const cookies = new Map<string, string>();
  const host = new URL(appUrl).host;

  function send({ ruta, metodo = 'GET', headers, cuerpo }: Peticion): Promise<Respuesta> {
    return new Promise((resolve, reject) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const own = { host, cookie, origin: appUrl, 'x-forwarded-for': direccion };
      const sent = request(
        { agent, host: '127.0.0.1', port, path: ruta, method: metodo, headers: { ...own, ...headers } },
        (answer) => {
          for (const line of answer.headers['set-cookie'] ?? []) {
            const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
            cookies.set(name, value);
          }
          text(answer).then((texto) => {
            clearTimeout(late);
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, texto });
          }, reject);
        },
      );
      const late = setTimeout(() => sent.destroy(new Error('sin respuesta')), ESPERA_MS);
      sent.on('error', (error) => {
        clearTimeout(late);
        reject(error);
      });
      sent.end(cuerpo);
    });
  }

  async function ask(peticion: Peticion): Promise<Respuesta | null> {
    const { clase, isBuena = ({ status }: Respuesta) => status === 200 } = peticion;
    const desde = Date.now();
    const began = performance.now();
    const found = await send(peticion).catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
    const bien = typeof found !== 'string' && isBuena(found);
    const causa = bien ? '' : typeof found === 'string' ? found : explain(found);
    note({ clase, desde, ms: performance.now() - began, bien, causa });
    return bien ? found : null;
  }

  return {
    ask,
    async submit({ id, campos, estado, ...peticion }) {
      const form = new Response(encodeForm(campos, estado));
      const type = form.headers.get('content-type') ?? '';
      const headers = { 'next-action': id, accept: 'text/x-component', 'content-type': type };
      return ask({ ...peticion, metodo: 'POST', headers, cuerpo: Buffer.from(await form.arrayBuffer()) });
    },
  };
}

/** What a person was told, in few words. */
function explain({ status, headers, texto }: Respuesta): string {
  const redirect = headers['x-action-redirect'] ?? headers.location ?? /"url":"[^"]*[?&]error=(\w+)/.exec(texto)?.[1];
  const said = /ocupado/i.test(texto) ? 'ocupado' : /"(?:error|mensaje)":"([^"]{0,60})/.exec(texto)?.[1];
  return [status, redirect, said].filter(Boolean).join(' ');
}
