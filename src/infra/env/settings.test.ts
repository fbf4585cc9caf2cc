import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSettings, parseStartSettings } from './settings.ts';

const PRODUCCION = {
  BUZON_MODO: 'produccion',
  APP_URL: 'https://buzon.example/',
  DATABASE_URL: 'postgresql://buzon:x@db.example:5432/buzon',
  AUTH_SECRET: `${'a'.repeat(32)}, ${'b'.repeat(32)}`,
  EFIRMA_AC_DIR: 'src',
  EFIRMA_OCSP_URL: 'https://ocsp.example/',
  SELLO_CERT: 'package.json',
  SELLO_KEY: 'package.json',
  SMTP_URL: 'smtp://user:pass@mail.example:587',
  CORREO_DE: 'Buzón <avisos@buzon.example>',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_DE: '+525500000000',
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
};

function faultsOf(changes: Record<string, string | undefined>): string[] {
  const settings = parseSettings({ ...PRODUCCION, ...changes });
  return settings.ok ? [] : settings.error;
}

describe('demo by oversight', () => {
  it.each([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.0.2.7' },
    { HOST: 'buzon' },
    { HOST: 'localhost.example' },
    { HOST: '127.0.0.1.example' },
    { APP_URL: 'https://buzon.example' },
    { APP_URL: 'http://localhost.buzon.example' },
    { HOST: '127.0.0.1', APP_URL: 'http://127.0.0.1.buzon.example:3000' },
    { BUZON_MODO: '', HOST: '0.0.0.0' },
  ] as Record<string, string>[])('is refused in one line that says what to set: %o', (env) => {
    const { ok, error } = parseStartSettings(env) as { ok: boolean; error: string[] };
    expect(ok).toBe(false);
    expect(error).toEqual([
      expect.stringMatching(/^BUZON_MODO: .*BUZON_MODO=produccion.*BUZON_MODO=demo.*BUZON_DEMO_ABIERTA=si/),
    ]);
    expect(parseStartSettings({ ...env, BUZON_MODO: 'demo' })).toMatchObject({
      ok: true,
      value: { demoAbierta: false },
    });
  });

  it.each([
    {},
    { HOST: 'localhost' },
    { HOST: '127.0.0.2', APP_URL: 'http://127.0.0.2:3000' },
    { HOST: '::1', APP_URL: 'http://[::1]:3000' },
  ] as Record<string, string>[])('is none on this machine: %o', (env) => {
    expect(parseStartSettings(env)).toMatchObject({ ok: true, value: { modo: 'demo', demoAbierta: false } });
  });

  it('is open to others only where that is said', () => {
    const env = { BUZON_MODO: 'demo', HOST: '0.0.0.0', BUZON_DEMO_ABIERTA: 'si' };
    expect(parseStartSettings(env)).toMatchObject({ ok: true, value: { demoAbierta: true } });
  });
});

it('in produccion time stamps have authorities that are trusted', () => {
  const TSA_URL = 'https://tsa.example/';
  expect(faultsOf({ TSA_URL })).toEqual([expect.stringContaining('TSA_AC_DIR: falta')]);
  expect(faultsOf({ TSA_URL, TSA_AC_DIR: '/no/existe' })).toEqual([expect.stringContaining('TSA_AC_DIR: no existe')]);
  expect(faultsOf({ TSA_URL, TSA_AC_DIR: 'src' })).toEqual([]);
});

it('stamps are renewed by SHA-512 once SHA-256 is told weak, and by nothing that is not known', () => {
  expect(parseStartSettings({})).toMatchObject({ value: { algoritmo: 'sha256' } });
  expect(parseStartSettings({ RESUMENES_DEBILES: 'sha256' })).toMatchObject({ value: { algoritmo: 'sha512' } });
  expect(faultsOf({ RESUMENES_DEBILES: 'md5' })).toEqual([expect.stringContaining('RESUMENES_DEBILES: debe ser')]);
});

describe('parseSettings in produccion', () => {
  it('reads a complete environment', () => {
    const settings = parseSettings(PRODUCCION);
    expect(settings).toMatchObject({
      ok: true,
      value: {
        modo: 'produccion',
        port: 3000,
        host: '127.0.0.1',
        appUrl: 'https://buzon.example',
        authSecrets: ['a'.repeat(32), 'b'.repeat(32)],
        efirma: { acDir: resolve('src'), ocspUrl: 'https://ocsp.example/', ocspPolitica: 'estricta' },
        correo: { de: 'Buzón <avisos@buzon.example>', subdirecciones: false },
        twilio: { apiUrl: null },
        databaseUrlLectura: null,
        logNivel: 'info',
      },
    });
  });

  const obligatory = Object.keys(PRODUCCION).filter((name) => name !== 'BUZON_MODO');
  it.each(obligatory)('asks for %s with one line', (name) => {
    expect(faultsOf({ [name]: undefined })).toEqual([expect.stringContaining(`${name}: falta`)]);
    expect(faultsOf({ [name]: ' ' })).toHaveLength(1);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '0'],
    ['PORT', '3000x'],
    ['HOST', 'a b'],
    ['APP_URL', 'buzon.example'],
    ['APP_URL', 'https://buzon.example/ruta'],
    ['APP_URL', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://x@y/z'],
    ['AUTH_SECRET', 'short'],
    ['AUTH_SECRET', `${'a'.repeat(32)},`],
    ['EFIRMA_AC_DIR', '/no/such/folder'],
    ['EFIRMA_OCSP_URL', 'ocsp.example'],
    ['EFIRMA_OCSP_URL', ''],
    ['EFIRMA_OCSP_POLITICA', 'laxa'],
    ['FIRMA_MANCOMUNADA_MINUTOS', '4'],
    ['FIRMA_MANCOMUNADA_MINUTOS', '61'],
    ['SELLO_CERT', '/no/such/file.pem'],
    ['SMTP_URL', 'mail.example:25'],
    ['CORREO_DE', 'not an address'],
    ['CORREO_DE', 'a@b\r\nBcc: c@d'],
    ['TWILIO_ACCOUNT_SID', 'AC123'],
    ['TWILIO_DE', '5500000000x'],
    ['TWILIO_API_URL', 'ftp://x'],
    ['TSA_URL', 'tsa'],
    ...['10.0.0.0/33', '10.0.0/8', 'proxy', '::1/129', '10.0.0.1,', 'fe80::1%eth0', '10.0.0.0/8 ::1'].map((redes) => [
      'PROXY_REDES',
      redes,
    ]),
    ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'c2hvcnQ='],
    ['REBOTES_SUBDIRECCIONES', '+'],
    ['BUZON_DESFASE', 'PT72H'],
    ['BUZON_DESFASE', '72h'],
    ['LOG_NIVEL', 'verbose'],
  ])('refuses %s=%s with one line that names it', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name}: .+\\.$`))]);
  });

  it('gives each e-mail a return path of its own only where it is told that they arrive', () => {
    const settings = parseSettings({ ...PRODUCCION, REBOTES_SUBDIRECCIONES: 'si' });
    expect(settings).toMatchObject({ ok: true, value: { correo: { subdirecciones: true } } });
  });

  it('takes a command that seals in place of the key', () => {
    expect(faultsOf({ SELLO_KEY: undefined, SELLO_COMANDO: 'firmar' })).toEqual([]);
  });

  it('lists every fault at once', () => {
    const settings = parseSettings({ BUZON_MODO: 'produccion' });
    expect(settings.ok ? [] : settings.error).toHaveLength(obligatory.length);
  });
});

describe('parseStartSettings in demo', () => {
  it('needs nothing', () => {
    expect(parseStartSettings({})).toMatchObject({
      ok: true,
      value: { modo: 'demo', port: 3000, appUrl: 'http://localhost:3000', datos: resolve('.datos'), desfase: null },
    });
  });

  it('derives the address from the port and keeps the offset of the clock', () => {
    const settings = parseStartSettings({ PORT: '3001', BUZON_DESFASE: '-P5Y', DATABASE_URL: '' });
    expect(settings).toMatchObject({ ok: true, value: { appUrl: 'http://localhost:3001', desfase: '-P5Y' } });
  });

  it.each([
    [{ SELLO_CERT: 'package.json' }, 'SELLO_KEY: falta; va junto con SELLO_CERT.'],
    [{ SELLO_COMANDO: 'firmar' }, 'SELLO_CERT: falta; va junto con SELLO_COMANDO.'],
    [
      { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_DE: '+525500000000' },
      'TWILIO_AUTH_TOKEN: falta; va junto con TWILIO_ACCOUNT_SID y TWILIO_DE.',
    ],
  ])('does not complete half a pair: %j', (env, line) => {
    expect(parseStartSettings(env)).toEqual({ ok: false, error: [line] });
  });

  it('asks for everything before the portal itself runs', () => {
    const settings = parseSettings({});
    expect(settings.ok ? [] : settings.error).toContain('DATABASE_URL: falta; en demo la pone «npm start».');
  });
});

describe('EFIRMA_OCSP_URL', () => {
  const filled = { ...PRODUCCION, BUZON_MODO: 'demo' };

  it('set but empty means that nobody is asked', () => {
    expect(parseSettings({ ...filled, EFIRMA_OCSP_URL: '' })).toMatchObject({
      ok: true,
      value: { efirma: { ocspUrl: null } },
    });
  });

  it('unset is not the same as empty', () => {
    expect(parseSettings({ ...filled, EFIRMA_OCSP_URL: undefined })).toMatchObject({ ok: false });
  });
});

it('answers with a Result whatever the environment holds', () => {
  const names = fc.constantFrom(...Object.keys(PRODUCCION), 'PORT', 'BUZON_DESFASE', 'HOST');
  fc.assert(
    fc.property(fc.dictionary(names, fc.string()), (env) => {
      const settings = parseSettings(env);
      expect(settings.ok || settings.error.every((line) => /^[A-Z_]+: /.test(line))).toBe(true);
    }),
  );
});

describe('PROXY_REDES', () => {
  const redesOf = (PROXY_REDES?: string) => {
    const settings = parseSettings({ ...PRODUCCION, PROXY_REDES });
    if (!settings.ok) throw new Error(settings.error.join());
    return settings.value.proxyRedes;
  };

  it('empty is this machine', () => {
    for (const redes of [redesOf(), redesOf('')])
      expect([redes.check('127.3.2.1'), redes.check('::1', 'ipv6'), redes.check('10.0.0.1')]).toEqual([
        true,
        true,
        false,
      ]);
  });

  it('takes networks and addresses of both families, and then this machine only where it says so', () => {
    const redes = redesOf('10.0.0.0/8, fd00::/8 ,192.0.2.7');
    expect([redes.check('10.255.0.1'), redes.check('fd12::1', 'ipv6'), redes.check('192.0.2.7')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([redes.check('127.0.0.1'), redes.check('192.0.2.8'), redes.check('fe00::1', 'ipv6')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
