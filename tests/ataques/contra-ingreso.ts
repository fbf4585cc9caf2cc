import { type Directo, firstFalta } from './ataque.ts';
import { request, sendRaw, statusOf } from './contra-peticiones.ts';

const CSRF = 'GET /api/auth/csrf';
const INGRESO = 'POST /api/auth/callback/efirma';
const FORMA = 'Content-Type: application/x-www-form-urlencoded';
const A_NINGUNA_PARTE = ['0ttp://localhost/buzon', 'http', ':::', '%', '%00', '//[', 'javascript:alert(1)', '{}'];
/** The status that is right, and what is sent. */
const DANADOS: readonly [status: number, line: string, header: string, body?: string][] = [
  ...A_NINGUNA_PARTE.flatMap((to): [number, string, string, string?][] => [
    [200, CSRF, `Cookie: next-auth.callback-url=${to}; __Host-next-auth.callback-url=${to}`],
    [200, CSRF, `Cookie: next-auth.csrf-token=${to}; next-auth.session-token=${to}`],
    [200, `${CSRF}?callbackUrl=${encodeURIComponent(to)}`, 'Accept: */*'],
    [302, INGRESO, `${FORMA}\r\nCookie: next-auth.callback-url=${to}`, 'csrfToken=x'],
    [302, INGRESO, FORMA, `csrfToken=x&callbackUrl=${encodeURIComponent(to)}`],
  ]),
  [302, `${INGRESO}?callbackUrl=:::&error=x&nextauth=x`, FORMA, 'csrfToken=x&csrfToken=y'],
  [302, INGRESO, FORMA, ''],
  [415, INGRESO, 'Content-Type: application/json', '{"csrfToken":{},"callbackUrl":5,"rfc":5}'],
  [415, INGRESO, 'Content-Type: application/json', '{'],
  [415, INGRESO, 'Content-Type: multipart/form-data; boundary=x', '--x--'],
  [415, INGRESO, 'Accept: */*', 'csrfToken=x'],
];

export const CONTRA_INGRESO: readonly Directo[] = [
  {
    nombre: 'lo que el ingreso recibe, dañado: cookies, consulta y cuerpo de next-auth que no son lo que espera',
    intentar: ({ port }) =>
      firstFalta(DANADOS, async ([status, line, header, body = '']) => {
        const lines = [header, `Origin: http://localhost:${port}`, `Content-Length: ${body.length}`];
        const answer = await sendRaw(port, request(port, line, ...lines) + body);
        return statusOf(answer) === status ? null : `${line}, ${header}, ${body}: ${statusOf(answer)}`;
      }),
  },
];
