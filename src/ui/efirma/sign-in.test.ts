import { afterEach, expect, test, vi } from 'vitest';
import { fail, ok } from '#domain/result.ts';
import type { EfirmaAbierta } from './open-efirma.ts';
import { signIn } from './sign-in.ts';

const CHALLENGE = { nonce: 'n'.repeat(43), exp: 1_768_480_000, host: 'buzon.example' };
const LOGIN_TEXT = `||1.0|LOGIN|buzon.example|${CHALLENGE.nonce}|1768480000|EKU9003173C9||`;

afterEach(() => vi.unstubAllGlobals());

test('signs the challenge and posts certificate and signature, and nothing else of the e.firma', async () => {
  const { requests } = stubServer({ url: 'https://buzon.example/buzon' });
  const efirma = openEfirma();
  expect(await signIn(efirma, async () => ok(CHALLENGE), 'buzon')).toEqual(ok(null));
  expect(efirma.sign).toHaveBeenCalledWith('LOGIN', LOGIN_TEXT);
  expect(requests).toEqual([
    ['/api/auth/csrf', undefined],
    [
      '/api/auth/callback/efirma',
      {
        csrfToken: 'csrf',
        json: 'true',
        callbackUrl: '/buzon',
        nonce: CHALLENGE.nonce,
        rfc: 'EKU9003173C9',
        certificado: 'Q0VS',
        firma: 'RklSTUE=',
      },
    ],
  ]);
});

test('opens a staff member’s session at a door of its own', async () => {
  const { requests } = stubServer({ url: 'https://buzon.example/soporte' });
  expect(await signIn(openEfirma(), async () => ok(CHALLENGE), 'soporte')).toEqual(ok(null));
  expect(requests[1]).toMatchObject(['/api/auth/callback/efirma-de-soporte', { callbackUrl: '/soporte' }]);
});

test('gives the server’s code for a refusal', async () => {
  stubServer({ url: 'https://buzon.example/api/auth/error?error=CERTIFICADO_REVOCADO' }, 401);
  expect(await signIn(openEfirma(), async () => ok(CHALLENGE), 'buzon')).toEqual(fail('CERTIFICADO_REVOCADO'));
});

test.each([
  ['too many tries', {}, 429, 'DEMASIADOS_INTENTOS'],
  ['an outage', {}, 500, 'SERVICIO_NO_DISPONIBLE'],
  [
    'a lost CSRF cookie',
    { url: 'https://buzon.example/api/auth/signin?csrf=true' },
    200,
    'CHALLENGE_DE_OTRO_NAVEGADOR',
  ],
])('tells %s', async (_, body, status, code) => {
  stubServer(body, status);
  expect(await signIn(openEfirma(), async () => ok(CHALLENGE), 'buzon')).toEqual(fail(code));
});

test('asks nothing of the server when there is no challenge or the worker refuses to sign', async () => {
  const { requests } = stubServer({});
  expect(await signIn(openEfirma(), async () => fail('DEMASIADOS_INTENTOS'), 'buzon')).toEqual(
    fail('DEMASIADOS_INTENTOS'),
  );
  const efirma = openEfirma();
  efirma.sign = async () => fail('TEXTO_RECHAZADO');
  expect(await signIn(efirma, async () => ok(CHALLENGE), 'buzon')).toEqual(fail('TEXTO_RECHAZADO'));
  expect(requests).toEqual([]);
});

function openEfirma(): EfirmaAbierta {
  const certificado = {
    rfc: 'EKU9003173C9',
    nombre: '',
    serie: '',
    validoDesde: new Date(0),
    validoHasta: new Date(0),
    der: new Uint8Array(),
  };
  return { certificado, certificadoBase64: 'Q0VS', sign: vi.fn(async () => ok('RklSTUE=')), close() {} };
}

function stubServer(body: object, status = 200) {
  const requests: [string, object | undefined][] = [];
  vi.stubGlobal('location', { href: 'https://buzon.example/ingresar' });
  vi.stubGlobal('fetch', async (address: string, init?: { body?: URLSearchParams }) => {
    requests.push([address, init?.body && Object.fromEntries(init.body)]);
    return address.endsWith('csrf') ? Response.json({ csrfToken: 'csrf' }) : Response.json(body, { status });
  });
  return { requests };
}
