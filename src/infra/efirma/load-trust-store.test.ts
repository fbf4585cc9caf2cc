import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AutoridadDePrueba,
  createAutoridadDePrueba,
  makeTempDir,
} from '../../../tests/support/efirma/autoridad-de-prueba.ts';
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
}, 60_000);

function folderWith(files: Record<string, Uint8Array | string>): string {
  const dir = makeTempDir();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}

const asPem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

describe('the folder of authorities', () => {
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
