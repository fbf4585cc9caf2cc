import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  verify,
  X509Certificate,
} from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSelloDeArchivo } from '#infra/sello/create-sello-de-archivo.ts';
import type { Sello } from '#infra/sello/sello.ts';
import { ensureSelloDeDemo } from './ensure-sello-de-demo.ts';

const NOW = new Date('2026-03-02T18:30:00Z');
const CADENA = new TextEncoder().encode('||Invocante:Buzón IMSS||');
const root = mkdtempSync(join(tmpdir(), 'sello-'));
const dir = join(root, 'sello');
let sello: Sello;

beforeAll(async () => {
  sello = await ensureSelloDeDemo(dir, NOW);
});
afterAll(() => rmSync(root, { recursive: true }));

function fileOf(name: string, content: string | Buffer): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}

function demo() {
  const password = readFileSync(join(dir, 'contrasena.txt'), 'utf8');
  return { cert: join(dir, 'sello.cer.pem'), key: join(dir, 'sello.key.pem'), password, now: NOW };
}

describe('ensureSelloDeDemo', () => {
  it('seals with RSA-SHA256, PKCS#1 v1.5, under its certificate', async () => {
    const key = createPublicKey(sello.certificadoPem);
    const signature = await sello.sign(CADENA);
    expect(verify('RSA-SHA256', CADENA, { key, padding: constants.RSA_PKCS1_PADDING }, signature)).toBe(true);
  });
  it('says in its subject that it is a demonstration, and knows it', () => {
    const certificado = new X509Certificate(sello.certificadoPem);
    expect(certificado.subject).toContain('DEMOSTRACIÓN SIN VALIDEZ OFICIAL');
    expect(certificado.verify(certificado.publicKey)).toBe(true);
    expect(sello.isDemo).toBe(true);
    expect(sello.huella).toBe(certificado.fingerprint256.replaceAll(':', '').toLowerCase());
  });
  it('has a serial of 20 digits, as the SAT prints them, and lasts ten years', () => {
    expect(sello.serie).toMatch(/^\d{20}$/);
    const { validFrom, validTo } = new X509Certificate(sello.certificadoPem);
    expect(new Date(validFrom) <= NOW).toBe(true);
    expect(new Date(validTo).getUTCFullYear()).toBe(2036);
  });
  it('keeps its key encrypted, for its owner alone', () => {
    expect(readFileSync(join(dir, 'sello.key.pem'), 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    for (const name of ['sello.key.pem', 'contrasena.txt']) expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
  });
  it('is made once, also by several at the same time', async () => {
    const other = join(root, 'otro');
    const made = await Promise.all([1, 2, 3].map(() => ensureSelloDeDemo(other, NOW)));
    expect(new Set([...made, await ensureSelloDeDemo(other, NOW)].map(({ huella }) => huella)).size).toBe(1);
    expect(readdirSync(root).filter((name) => name.includes('nuevo'))).toEqual([]);
  });
  it('is made anew when its ten years are over, or when half of it is missing', async () => {
    const other = join(root, 'viejo');
    const old = await ensureSelloDeDemo(other, new Date('2010-01-01T00:00:00Z'));
    const renewed = await ensureSelloDeDemo(other, NOW);
    expect(renewed.huella).not.toBe(old.huella);
    rmSync(join(other, 'sello.key.pem'));
    expect((await ensureSelloDeDemo(other, NOW)).huella).not.toBe(renewed.huella);
  });
});

describe('createSelloDeArchivo', () => {
  it('takes DER as well as PEM', () => {
    const { cert, key, password } = demo();
    const certDer = fileOf('c.der', new X509Certificate(readFileSync(cert)).raw);
    const llave = createPrivateKey({ key: readFileSync(key), passphrase: password });
    const cipher = { cipher: 'des-ede3-cbc', passphrase: 'otra clave' };
    const keyDer = fileOf('k.der', llave.export({ type: 'pkcs8', format: 'der', ...cipher }));
    expect(createSelloDeArchivo({ cert: certDer, key: keyDer, password: 'otra clave', now: NOW }).huella).toBe(
      sello.huella,
    );
  });
  it.each([
    ['a missing file', { cert: '/no/existe.cer' }, /^SELLO_CERT: no se puede leer/],
    ['a certificate that is none', { cert: fileOf('x.cer', 'hola') }, /^SELLO_CERT: .* no es un certificado/],
    ['a key that is none', { key: fileOf('x.key', 'hola') }, /^SELLO_KEY: .* no es una llave privada/],
    ['a wrong password', { password: 'incorrecta' }, /SELLO_KEY_PASSWORD no la abre/],
    ['no password', { password: '' }, /falta SELLO_KEY_PASSWORD/],
    ['an expired certificate', { now: new Date('2036-03-03T00:00:00Z') }, /^SELLO_CERT: el certificado venció el 2036/],
    ['one not yet valid', { now: new Date('2026-01-01T00:00:00Z') }, /^SELLO_CERT: el certificado aún no es vigente/],
    ['a key of another pair', { key: otherKey(2048), password: '' }, /no corresponde al certificado/],
    ['a short key', { key: otherKey(1024), password: '' }, /RSA de 2048/],
  ])('refuses %s, in one line', (_, change, message) => {
    const settings = { ...demo(), ...change };
    expect(() => createSelloDeArchivo(settings)).toThrow(message);
    expect(() => createSelloDeArchivo(settings)).not.toThrow(/\n/);
  });
});

function otherKey(modulusLength: number): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return fileOf(`otra-${modulusLength}.key`, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}
