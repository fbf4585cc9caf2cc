import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAutoridad, type Firmante } from '#demo/autoridad/create-autoridad.ts';
import { type EfirmaEmitida, issueEfirma } from '#demo/autoridad/issue-efirma.ts';
import { makeLlaves } from '#demo/autoridad/llaves.ts';
import { buildLoginText } from '#domain/efirma/login-text.ts';
import { openPair, type ParAbierto } from './open-pair.ts';
import { signText } from './sign-text.ts';

const NOW = new Date('2026-01-15T12:00:00Z');
const SPEC = {
  rfc: 'ÑAÑ010101AB1',
  nombre: 'ÑANDÚ & AÑEJO SA DE CV',
  rfcRepresentante: 'PEGJ800101AB2',
  serie: '30001000000500009001',
  validoDesde: NOW,
  validoHasta: new Date('2030-01-15T12:00:00Z'),
  contrasena: 'contraseña 1',
};

let ac: Firmante;
let buena: EfirmaEmitida;
let otra: EfirmaEmitida;

beforeAll(async () => {
  ac = (await createAutoridad({ now: NOW })).ac;
  buena = await issueEfirma(ac, SPEC);
  otra = await issueEfirma(ac, { ...SPEC, llavesDelArchivo: await makeLlaves(2048) });
});

test('opens a pair and says whose it is', async () => {
  const { certificado } = await openBuena();
  expect(certificado).toMatchObject({ rfc: SPEC.rfc, nombre: SPEC.nombre, serie: SPEC.serie, der: buena.cer });
});

test.each(['3DES', 'AES-256'] as const)('opens a key under %s with its password in Latin-1', async (cifrado) => {
  const efirma = await issueEfirma(ac, { ...SPEC, llaves: buena.llaves, cifrado, codificacion: 'latin1' });
  expect((await open(efirma.cer, efirma.key)).ok).toBe(true);
});

test('takes a certificate in PEM and keeps its DER', async () => {
  const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(buena.cer).toString('base64')}\n-----END CERTIFICATE-----\n`;
  expect(await open(Buffer.from(pem), buena.key)).toMatchObject({
    ok: true,
    value: { certificado: { der: buena.cer } },
  });
});

test('opens an expired one: dates are the server’s to judge', async () => {
  const vencida = await issueEfirma(ac, { ...SPEC, llaves: buena.llaves, validoHasta: NOW });
  expect((await open(vencida.cer, vencida.key)).ok).toBe(true);
});

describe('names the fault and the field', () => {
  const pfx = Uint8Array.of(0x30, 0x82, 0x0a, 0x00, 0x02, 0x01, 0x03, 0x30, 0x82);
  const plain = () => buena.llaves.privateKey.export({ type: 'pkcs8', format: 'der' });
  const text = new TextEncoder().encode('no soy una e.firma');

  test.each<[string, () => [Uint8Array, Uint8Array], string, string]>([
    ['swapped files', () => [buena.key, buena.cer], 'ARCHIVOS_INTERCAMBIADOS', 'certificado'],
    ['no certificate', () => [text, buena.key], 'CERTIFICADO_ILEGIBLE', 'certificado'],
    ['an empty certificate', () => [new Uint8Array(), buena.key], 'CERTIFICADO_VACIO', 'certificado'],
    ['a truncated certificate', () => [buena.cer.slice(0, 700), buena.key], 'CERTIFICADO_DANADO', 'certificado'],
    ['two keys', () => [buena.key, buena.key], 'CERTIFICADO_ES_LLAVE', 'certificado'],
    ['a PFX as certificate', () => [pfx, buena.key], 'ARCHIVO_ES_PFX', 'certificado'],
    ['a PFX as key', () => [buena.cer, pfx], 'ARCHIVO_ES_PFX', 'llave'],
    ['no key', () => [buena.cer, text], 'LLAVE_ILEGIBLE', 'llave'],
    ['an empty key', () => [buena.cer, new Uint8Array()], 'LLAVE_VACIA', 'llave'],
    ['a truncated key', () => [buena.cer, buena.key.slice(0, 900)], 'LLAVE_DANADA', 'llave'],
    ['two certificates', () => [buena.cer, buena.cer], 'LLAVE_ES_CERTIFICADO', 'llave'],
    ['a key without password', () => [buena.cer, plain()], 'LLAVE_SIN_CIFRAR', 'llave'],
    ['a pair that does not match', () => [otra.cer, otra.key], 'PAR_NO_CORRESPONDE', 'llave'],
    ['an authority’s certificate', () => [ac.cer, buena.key], 'CERTIFICADO_NO_ES_EFIRMA', 'certificado'],
  ])('%s', async (_, files, codigo, campo) => {
    expect(await open(...files())).toEqual({ ok: false, error: [{ codigo, campo }] });
  });

  test('a wrong password', async () => {
    const failure = { ok: false, error: [{ codigo: 'CONTRASENA_INCORRECTA', campo: 'contrasena' }] };
    expect(await open(buena.cer, buena.key, 'contraseña 2')).toEqual(failure);
  });

  test.each(['CSD', 'CSD_SIN_OU'] as const)('a %s, before its key is tried', async (clase) => {
    const csd = await issueEfirma(ac, { ...SPEC, llaves: buena.llaves, clase });
    const failure = { ok: false, error: [{ codigo: 'CERTIFICADO_ES_CSD', campo: 'certificado' }] };
    expect(await open(csd.cer, csd.key, 'otra')).toEqual(failure);
  });
});

test('tells the faults of both files at once, and those of one while the other is missing', async () => {
  const both = [
    { codigo: 'CERTIFICADO_VACIO', campo: 'certificado' },
    { codigo: 'LLAVE_SIN_CIFRAR', campo: 'llave' },
  ];
  const plain = buena.llaves.privateKey.export({ type: 'pkcs8', format: 'der' });
  const none = new Uint8Array();
  expect(await open(none, plain)).toEqual({ ok: false, error: both });
  expect(await openPair({ certificado: null, llave: plain, contrasena: none })).toEqual({
    ok: false,
    error: [both[1]],
  });
  expect(await openPair({ certificado: none, llave: null, contrasena: none })).toEqual({ ok: false, error: [both[0]] });
  expect(await openPair({ certificado: buena.cer, llave: buena.key, contrasena: none })).toEqual({
    ok: false,
    error: [],
  });
});

test('a changed byte in either file never makes it throw', async () => {
  const position = fc.tuple(fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 255 }));
  await fc.assert(
    fc.asyncProperty(position, async ([inKey, place, mask]) => {
      const files = [Uint8Array.from(buena.cer), Uint8Array.from(buena.key)] as const;
      const bytes = files[inKey ? 1 : 0];
      const index = Math.floor(place * (bytes.length - 1));
      bytes[index] = (bytes[index] as number) ^ mask;
      const opened = await open(...files);
      expect(opened.ok || opened.error[0]?.campo).toBeTruthy();
    }),
    { numRuns: 200 },
  );
});

describe('signing', () => {
  const HOST = 'buzon.example:3000';
  const login = (fields = {}) =>
    buildLoginText({ host: HOST, nonce: 'A'.repeat(43), exp: 1_768_480_000, rfc: SPEC.rfc, ...fields });
  const documento = '||Invocante:Buzón IMSS|Tipo de trámite:Activación de Buzón IMSS|RFC:ÑAÑ010101AB1||';

  test.each([
    ['LOGIN', login()],
    ['DOCUMENTO', documento],
  ] as const)('of a %s is RSA-SHA256 over its UTF-8 bytes', async (proposito, texto) => {
    const signed = await signText(await openBuena(), { proposito, texto }, HOST);
    if (!signed.ok) throw new Error(signed.error);
    const publicKey = createPublicKey(buena.llaves.privateKey);
    expect(verify('sha256', Buffer.from(texto, 'utf8'), publicKey, Buffer.from(signed.value))).toBe(true);
  });

  test.each([
    ['a login of another host', 'LOGIN', login({ host: 'otro.example' })],
    ['a login of another port', 'LOGIN', login({ host: 'buzon.example:3001' })],
    ['a login of another RFC', 'LOGIN', login({ rfc: 'XAM010101AB1' })],
    ['a document as a login', 'LOGIN', documento],
    ['a login as a document', 'DOCUMENTO', login()],
    ['anything without the form of a cadena', 'DOCUMENTO', 'Acepto'],
    ['a cadena with text before it', 'DOCUMENTO', ` ${documento}`],
    ['nothing', 'DOCUMENTO', '||||'],
  ] as const)('refuses %s', async (_, proposito, texto) => {
    const refused = { ok: false, error: 'TEXTO_RECHAZADO' };
    expect(await signText(await openBuena(), { proposito, texto }, HOST)).toEqual(refused);
  });
});

const SAT = new URL('../../../../shared/efirma-sat-prueba/', import.meta.url);

describe.skipIf(!existsSync(SAT))("the SAT's test files (skipped without ../shared)", () => {
  const read = (path: string) => readFileSync(new URL(path, SAT));
  const eku = () => [read('EKU9003173C9/EKU9003173C9.cer'), read('EKU9003173C9/EKU9003173C9.key')] as const;

  test('opens EKU9003173C9', async () => {
    const opened = await open(...eku(), '12345678a');
    const certificado = { rfc: 'EKU9003173C9', serie: '30001000000500003415', rfcRepresentante: 'VADA800927DJ3' };
    expect(opened).toMatchObject({ ok: true, value: { certificado } });
  });

  test('tells its wrong password, its CSD and a key of another', async () => {
    const [cer, key] = eku();
    expect(await open(cer, key, 'mala121')).toMatchObject({ error: [{ codigo: 'CONTRASENA_INCORRECTA' }] });
    const csd = read('AAA010101AAA-csd/CSD_AAA010101AAA.cer');
    expect(await open(csd, key, '12345678a')).toMatchObject({ error: [{ codigo: 'CERTIFICADO_ES_CSD' }] });
    const vencida = read('AAA010101AAA-vencida/AAA010101AAA.cer');
    expect(await open(vencida, key, '12345678a')).toMatchObject({ error: [{ codigo: 'PAR_NO_CORRESPONDE' }] });
  });
});

function open(certificado: Uint8Array, llave: Uint8Array, contrasena = SPEC.contrasena) {
  return openPair({ certificado, llave, contrasena: new TextEncoder().encode(contrasena) });
}

async function openBuena(): Promise<ParAbierto> {
  const opened = await open(buena.cer, buena.key);
  if (!opened.ok) throw new Error(opened.error[0]?.codigo);
  return opened.value;
}
