import { connect } from 'node:net';
import { findAccion } from '../support/visitante.ts';
import { type Directo, type Escena, firstFalta } from './ataque.ts';

const EVIL = 'https://mal.example';
const CABECERAS = [
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'permissions-policy',
];
const METODOS = ['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'];

/** One request as bytes, for what no client would send; what was answered. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let answer = '';
    socket.setEncoding('latin1');
    socket.setTimeout(30_000, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    socket.write(text);
  });
}

export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
export const request = (port: number, line: string, ...lines: string[]) =>
  [`${line} HTTP/1.1`, `Host: localhost:${port}`, 'Connection: close', ...lines, '', ''].join('\r\n');

async function postAction({ nuevo }: Escena, headers: Record<string, string>) {
  const id = await findAccion('issueIngresoChallengeAction');
  const own = { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' };
  return nuevo().ask('/ingresar', {
    method: 'POST',
    headers: { ...own, ...headers },
    body: '["XAXX010101000"]',
  });
}

export const CONTRA_PETICIONES: readonly Directo[] = [
  {
    nombre: 'métodos que nadie usa: TRACE, PUT, DELETE y otros',
    intentar: ({ port }) =>
      firstFalta(
        METODOS.flatMap((metodo) =>
          ['/', '/buzon', '/api/salud/vivo', '/_next/static/x.js'].map((ruta) => `${metodo} ${ruta}`),
        ),
        async (line) => {
          const status = statusOf(await sendRaw(port, request(port, line)));
          return status === 405 ? null : `${line} contestó ${status}`;
        },
      ),
  },
  {
    nombre: 'respuestas sin cabeceras de seguridad: páginas, errores, archivos',
    intentar: ({ port }) =>
      firstFalta(
        [
          'GET /',
          'GET /no-hay',
          'GET /icono.svg',
          'GET /_next/static/no.js',
          'GET /%',
          'PUT /',
          'GET /api/salud/vivo',
          'GET /api/auth/csrf',
          'POST /salir',
          'esto no es HTTP',
        ],
        async (line) => {
          const answer = (await sendRaw(port, request(port, line))).toLowerCase();
          const missing = CABECERAS.filter((name) => !answer.includes(`\r\n${name}:`));
          return missing.length === 0 ? null : `${line} no lleva ${missing.join(', ')}`;
        },
      ),
  },
  {
    nombre: 'acción de otro sitio (CSRF): otro origen, nulo, otro puerto, otro esquema, con sufijo',
    intentar: (escena) =>
      firstFalta(
        [
          EVIL,
          'null',
          'http://localhost:1',
          escena.url.replace('http:', 'https:'),
          `${escena.url}.mal.example`,
          `${escena.url}/`,
          '',
        ],
        async (origin) => {
          const { status, texto } = await postAction(escena, { origin });
          return status === 403 && !texto.includes('nonce') ? null : `con Origin «${origin}» contestó ${status}`;
        },
      ),
  },
  {
    nombre: 'acción de otro sitio con x-forwarded-host, forwarded o host iguales a su origen',
    intentar: (escena) =>
      firstFalta(['x-forwarded-host', 'forwarded', 'x-forwarded-server', 'x-original-host'], async (name) => {
        const value = name === 'forwarded' ? 'host=mal.example;proto=https' : 'mal.example';
        const { status } = await postAction(escena, { origin: EVIL, [name]: value });
        return status === 403 ? null : `con ${name} contestó ${status}`;
      }),
  },
  {
    nombre: 'que el portal mande a otro sitio: Host y x-forwarded-host ajenos, callbackUrl, dirección con //',
    intentar: ({ port }) =>
      firstFalta(
        [
          ['GET /buzon', 'X-Forwarded-Host: mal.example', 'X-Forwarded-Proto: https'],
          ['GET /soporte', 'Forwarded: host=mal.example'],
          ['GET //mal.example/buzon'],
          ['GET /api/auth/signin?callbackUrl=https://mal.example'],
          ['GET /api/auth/signout?callbackUrl=https://mal.example'],
          ['GET /\\mal.example'],
          ['GET http://mal.example/buzon'],
        ],
        async ([line = '', ...lines]) => {
          const answer = await sendRaw(port, request(port, line, ...lines));
          const location = /\r\nlocation: (.*)\r\n/i.exec(answer)?.[1] ?? '';
          const isOutside = /^(?:https?:)?[\\/]{2}mal\.example/i.test(location);
          return isOutside ? `${line} manda a ${location}` : null;
        },
      ),
  },
  {
    nombre: 'que el portal pida una dirección ajena o de su red (SSRF), o dé un archivo suyo',
    intentar: ({ port }) =>
      firstFalta(
        [
          '/_next/image?url=http%3A%2F%2F127.0.0.1%3A5432%2F&w=64&q=75',
          '/_next/image?url=%2F%2Fmal.example%2Fx.png&w=64&q=75',
          '/_next/static/..%2f..%2f..%2fpackage.json',
          '/_next/static/../../../package.json',
          '/fonts/..%2f..%2fpackage.json',
          '/.env',
          '/.git/config',
          '/_next/data/x/index.json',
        ],
        async (ruta) => {
          const answer = await sendRaw(port, request(port, `GET ${ruta}`));
          return statusOf(answer) >= 400 && !answer.includes('"private": true')
            ? null
            : `${ruta}: ${answer.slice(0, 40)}`;
        },
      ),
  },
  {
    nombre: 'guion en una dirección que la página repite (XSS)',
    intentar: ({ nuevo }) => {
      const guion = encodeURIComponent('"><script>alert(1)</script><img src=x onerror=alert(1)>');
      const rutas = [
        '/verificar?folio=',
        '/verificar?error=',
        '/ingresar?error=',
        '/soporte/ingresar?sesion=',
        '/buzon?sesion=',
        '/validar/correo/',
        '/',
        '/verificar/BI-2026-0000000001/',
        '/demo/bandeja?para=',
      ];
      return firstFalta(rutas, async (ruta) => {
        const { texto } = await nuevo().ask(ruta + guion);
        return /<script>alert|<img src=x/.test(texto) ? `${ruta} lo repite` : null;
      });
    },
  },
  {
    nombre: 'saltarse el proxy de Next por sus propias cabeceras',
    intentar: ({ nuevo }) =>
      firstFalta(
        ['src/proxy', 'proxy:proxy:proxy:proxy:proxy', 'middleware:middleware:middleware:middleware:middleware'],
        async (value) => {
          const { status, headers } = await nuevo().ask('/buzon', { headers: { 'x-middleware-subrequest': value } });
          const isGuarded =
            status >= 300 && status < 400 && (headers.get('content-security-policy') ?? '').includes('nonce-');
          return isGuarded ? null : `con «${value}» contestó ${status}`;
        },
      ),
  },
  {
    nombre: 'dos peticiones en una (contrabando): dos largos, largo y trozos',
    intentar: ({ port }) =>
      firstFalta(
        [
          ['Content-Length: 5', 'Content-Length: 6'],
          ['Content-Length: 4', 'Transfer-Encoding: chunked'],
          ['Transfer-Encoding: chunked, identity'],
          ['Content-Length: -1'],
        ],
        async (lines) => {
          const answer = await sendRaw(
            port,
            `${request(port, 'POST /salir', `Origin: http://localhost:${port}`, ...lines)}0\r\n\r\nGET /`,
          );
          return statusOf(answer) === 400 ? null : `${lines.join(', ')}: ${answer.slice(0, 40)}`;
        },
      ),
  },
  {
    nombre: 'cabeceras y cuerpos sin medida',
    intentar: async ({ port, url, nuevo }) => {
      const long = statusOf(await sendRaw(port, request(port, 'GET /', `X-Largo: ${'a'.repeat(40_000)}`)));
      if (long !== 431) return `una cabecera de 40,000 letras contestó ${long}`;
      const head = request(port, 'POST /salir', `Origin: ${url}`, 'Content-Length: 999999999');
      const announced = statusOf(await sendRaw(port, head));
      if (announced !== 413) return `un cuerpo de un GB contestó ${announced}`;
      const { status } = await nuevo().ask('/api/twilio/estado', { method: 'POST', body: 'a'.repeat(200_000) });
      return status === 413 ? null : `/api/twilio/estado tomó 200 kB y contestó ${status}`;
    },
  },
  {
    nombre: 'congelar el proceso: un nombre de archivo, un correo, una dirección y unas cabeceras que crecen',
    intentar: async (escena) => {
      const { port, nuevo } = escena;
      const dots = '.'.repeat(70_000);
      const form = new FormData();
      form.append('1_adjunto', new File(['%PDF-1.7'], `${dots}x`));
      form.append('0', '["$K1"]');
      const id = await findAccion('fileAclaracionAction');
      const titular = await escena.titular();
      const attacks = [
        () => titular.ask('/buzon/aclaraciones/nueva', { method: 'POST', headers: { 'next-action': id }, body: form }),
        () => titular.ask(`/verificar?folio=${'BI-'.repeat(3_000)}`),
        () => sendRaw(port, request(port, `GET /${'%2e'.repeat(4_000)}`)),
        () => sendRaw(port, request(port, 'GET /', `Cookie: ${'a=;'.repeat(4_000)}`)),
        () => sendRaw(port, request(port, 'GET /', `Accept-Language: ${'es,'.repeat(4_000)}`)),
      ];
      return firstFalta([...attacks.entries()], async ([nth, attack]) => {
        const began = Date.now();
        const attacked = attack();
        const { status } = await nuevo().ask('/api/salud/vivo');
        const ms = Date.now() - began;
        await attacked;
        return status === 200 && ms < 5_000 ? null : `durante el ${nth + 1} otro esperó ${ms} ms y leyó ${status}`;
      });
    },
  },
];
