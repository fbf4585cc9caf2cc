import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AutoridadDePrueba,
  createAutoridadDePrueba,
  makeTempDir,
} from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { carryInPkcs7, concat, utf8, utf16, asPem as writePem } from '../../../tests/support/efirma/formas.ts';
import { hasOpenssl } from '../../../tests/support/efirma/openssl-ocsp.ts';
import {
  hasSatDePrueba,
  readSat,
  SAT_AC_DE_PRODUCCION,
  SAT_AC_DE_PRUEBA,
  SAT_SKIP_REASON,
} from '../../../tests/support/efirma/sat-de-prueba.ts';
import { loadTrustStore } from './load-trust-store.ts';

let autoridad: AutoridadDePrueba;

beforeAll(async () => {
  autoridad = await createAutoridadDePrueba();
});

function folderWith(files: Record<string, Uint8Array | string>): string {
  const dir = makeTempDir();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}

const asPem = (der: Uint8Array, lineEnd?: string) => writePem('CERTIFICATE', der, lineEnd);

describe('the folder of authorities', () => {
  const both = (lineEnd?: string) => asPem(autoridad.raiz.cer, lineEnd) + asPem(autoridad.ac.cer, lineEnd);

  test('takes DER and PEM, several in one file, each once', () => {
    const { raiz, ac } = autoridad;
    const dir = folderWith({
      'a.CER': ac.cer,
      'b.pem': asPem(raiz.cer) + asPem(ac.cer),
      'c.crt': raiz.cer,
      'LEEME.txt': 'not read',
    });
    const store = loadTrustStore(dir);
    expect(store).toHaveLength(2);
    expect(store.map(({ isRaiz }) => isRaiz)).toEqual([false, true]);
    expect(store[0]?.der).toEqual(ac.cer);
  });

  test.each<[string, () => Uint8Array]>([
    ['a byte order mark and Windows line ends', () => utf8(`\ufeff${both('\r\n')}`)],
    ['the line ends of an old Mac', () => utf8(both('\r'))],
    ['UTF-16', () => utf16(both())],
    ['a text before each', () => utf8(both().replaceAll('-----BEGIN', 'subject=CN = AC\n-----BEGIN'))],
    ['DER, one behind the other, and a line end', () => concat(autoridad.raiz.cer, autoridad.ac.cer, utf8('\r\n'))],
  ])('reads both in one file with %s', (_, content) => {
    expect(loadTrustStore(folderWith({ 'todas.crt': content() })).map(({ der }) => der)).toEqual([
      autoridad.raiz.cer,
      autoridad.ac.cer,
    ]);
  });

  test('reads base64 without its lines', () => {
    const store = loadTrustStore(folderWith({ 'ac.cer': Buffer.from(autoridad.ac.cer).toString('base64') }));
    expect(store[0]?.der).toEqual(autoridad.ac.cer);
  });

  test.skipIf(!hasOpenssl).each(['DER', 'PEM'] as const)('reads a .p7b in %s (skipped without openssl)', (form) => {
    const p7b = carryInPkcs7([autoridad.ac.cer, autoridad.raiz.cer], form);
    expect(loadTrustStore(folderWith({ 'cadena.P7B': p7b }))).toHaveLength(2);
  });

  test.each<[string, () => Uint8Array | string]>([
    ['nothing in it', () => ''],
    ['half a certificate', () => autoridad.ac.cer.subarray(0, 500)],
    ['half a PEM behind a whole one', () => asPem(autoridad.ac.cer) + asPem(autoridad.raiz.cer).slice(0, 400)],
    ['a page', () => '<!DOCTYPE html><title>404</title>'],
  ])('a file with %s stops the start, by its name', (_, content) => {
    const dir = folderWith({ 'buena.cer': autoridad.raiz.cer, 'mala.cer': content() });
    expect(() => loadTrustStore(dir)).toThrow('mala.cer no es el certificado de una autoridad');
  });

  test('a folder with the name of a certificate stops the start, by its name', () => {
    const dir = folderWith({ 'buena.cer': autoridad.raiz.cer });
    mkdirSync(join(dir, 'otra.cer'));
    expect(() => loadTrustStore(dir)).toThrow('otra.cer no es el certificado de una autoridad');
  });

  test('an authority whose root is absent is itself an anchor', () => {
    expect(loadTrustStore(folderWith({ 'ac.cer': autoridad.ac.cer }))).toHaveLength(1);
  });

  test('an authority that the root it names did not sign stops the start', async () => {
    const impostor = await createAutoridadDePrueba();
    const dir = folderWith({ 'ac.cer': impostor.ac.cer, 'raiz.cer': autoridad.raiz.cer });
    expect(() => loadTrustStore(dir)).toThrow('ac.cer no está firmado por la autoridad que nombra, raiz.cer');
  });

  test('a certificate that is no authority stops the start', async () => {
    const { cer } = await autoridad.issue();
    expect(() => loadTrustStore(folderWith({ 'yo.cer': cer }))).toThrow('yo.cer no es el certificado');
    expect(() => loadTrustStore(folderWith({ 'x.cer': 'nothing' }))).toThrow('x.cer no es el certificado');
  });

  test('an empty one stops the start', () => {
    expect(() => loadTrustStore(makeTempDir())).toThrow('No hay certificados de autoridad');
  });
});

describe.skipIf(!hasSatDePrueba)(`the SAT's authorities (skipped when ${SAT_SKIP_REASON})`, () => {
  test('of production load, chained to their roots, with their original bytes', () => {
    const store = loadTrustStore(SAT_AC_DE_PRODUCCION);
    const kinds = Object.fromEntries(store.map(({ archivo, isRaiz }) => [archivo, isRaiz]));
    expect(kinds).toEqual({
      'ac-sat-ac5.pem': false,
      'ac-sat-ac6.pem': false,
      'ac-sat-ac7.pem': false,
      'agencia-registradora-central-arc5.pem': true,
      'agencia-registradora-central-arc6.pem': true,
    });
    const ac6 = store.find(({ archivo }) => archivo === 'ac-sat-ac6.pem');
    const pem = Buffer.from(readSat('ac/produccion/ac-sat-ac6.pem')).toString();
    const base64 = /-----BEGIN CERTIFICATE-----([^-]+)/.exec(pem)?.[1] ?? '';
    expect(Buffer.from(ac6?.der ?? [])).toEqual(Buffer.from(base64, 'base64'));
  });

  test('of testing load, two of them under one name', () => {
    expect(loadTrustStore(SAT_AC_DE_PRUEBA)).toHaveLength(6);
  });
});
