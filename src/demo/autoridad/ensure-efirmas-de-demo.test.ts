import { execFileSync } from 'node:child_process';
import { createDecipheriv, createPrivateKey, pbkdf2Sync, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { createVerificador } from '#infra/efirma/create-verificador.ts';
import { loadTrustStore } from '#infra/efirma/load-trust-store.ts';
import { AHORA, makeTempDir } from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { asPem, hasOpenssl } from '../../../tests/support/efirma/openssl-ocsp.ts';
import type { CasoDeDemo } from './efirma-de-demo.ts';
import { EFIRMAS_DE_DEMO } from './efirmas-de-demo.ts';
import {
  demoEfirmaZip,
  dirOfEfirma,
  type EfirmasDeDemo,
  ensureEfirmasDeDemo,
  readEfirmaDeDemo,
} from './ensure-efirmas-de-demo.ts';

const dir = join(makeTempDir(), 'efirmas');
let demo: EfirmasDeDemo;

beforeAll(async () => {
  mkdirSync(`${dir}.nuevo/ac`, { recursive: true });
  writeFileSync(`${dir}.nuevo/ac/half-made.cer`, 'left by a process that was killed');
  demo = await ensureEfirmasDeDemo(dir, AHORA);
});

async function read(slug: string) {
  const files = await readEfirmaDeDemo(dir, slug);
  if (!files) throw new Error(slug);
  return files;
}

/** Opens a `.key` of PBES2 with 3DES as its format says, by other code than wrote it. */
function openKey(key: Uint8Array, contrasena: string) {
  const salt = key.subarray(36, 44);
  const iv = key.subarray(62, 70);
  const secret = pbkdf2Sync(Buffer.from(contrasena, 'utf8'), salt, 2048, 24, 'sha1');
  const decipher = createDecipheriv('des-ede3-cbc', secret, iv);
  const pkcs8 = Buffer.concat([decipher.update(key.subarray(74)), decipher.final()]);
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
}

describe('the demo e.firmas', () => {
  const VERDICTS: Record<CasoDeDemo | 'VIGENTE', string> = {
    VIGENTE: 'ACEPTADO',
    REVOCADA: 'ACEPTADO',
    PAR_NO_CORRESPONDE: 'ACEPTADO',
    VENCIDA: 'CERTIFICADO_VENCIDO',
    AUN_NO_VIGENTE: 'CERTIFICADO_AUN_NO_VIGENTE',
    CSD: 'CERTIFICADO_ES_CSD',
    OTRA_AUTORIDAD: 'AUTORIDAD_DESCONOCIDA',
  };

  test.each(EFIRMAS_DE_DEMO)('$slug is what it says it is', async (efirma) => {
    const { cer } = await read(efirma.slug);
    const result = createVerificador(loadTrustStore(demo.acDir)).verifyCertificado(cer, AHORA);
    expect(result.ok ? 'ACEPTADO' : result.error).toBe(VERDICTS[efirma.caso ?? 'VIGENTE']);
    if (!result.ok) return;
    const { rfc, nombre, serie, correo, rfcRepresentante = null, curp = null, curpRepresentante = null } = efirma;
    expect(result.value).toMatchObject({ rfc, nombre, serie, correo, rfcRepresentante, curp, curpRepresentante });
  });

  test('open with their passwords, and only one pair does not match', async () => {
    for (const { slug, contrasena, cifrado, caso } of EFIRMAS_DE_DEMO) {
      if (cifrado) continue;
      const { cer, key } = await read(slug);
      const matches = new X509Certificate(cer).checkPrivateKey(openKey(key, contrasena));
      expect(matches).toBe(caso !== 'PAR_NO_CORRESPONDE');
    }
  });

  test.skipIf(!hasOpenssl)('openssl opens them, and verifies their chain (skipped without openssl)', async () => {
    const { cer, key, efirma } = await read('moral-cinco-mil-registros');
    const file = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(dir, name), content);
      return join(dir, name);
    };
    const pkcs8 = ['pkcs8', '-inform', 'der', '-in', file('k.key', key), '-passin', `pass:${efirma.contrasena}`];
    expect(execFileSync('openssl', pkcs8).toString()).toContain('BEGIN PRIVATE KEY');
    const [raiz, ac] = loadTrustStore(demo.acDir)
      .toSorted((a, b) => Number(b.isRaiz) - Number(a.isRaiz))
      .map(({ der, archivo }) => file(`${archivo}.pem`, asPem(der)));
    const at = ['-attime', String(AHORA.getTime() / 1000)];
    const chain = ['-CAfile', raiz as string, '-untrusted', ac as string, file('e.pem', asPem(cer))];
    expect(execFileSync('openssl', ['verify', ...at, ...chain]).toString()).toContain('OK');
  });

  test('come as a ZIP with its three files, the same each time', async () => {
    const zip = await demoEfirmaZip(dir, 'fisica-con-enie');
    const entries = unzipSync(zip as Buffer);
    expect(Object.keys(entries)).toEqual(['efirma.cer', 'efirma.key', 'contrasena.txt']);
    expect(strFromU8(entries['contrasena.txt'] as Uint8Array)).toBe('Ñandú-contraseña-90');
    expect(await demoEfirmaZip(dir, 'fisica-con-enie')).toEqual(zip);
    expect(await demoEfirmaZip(dir, '../llaves')).toBeNull();
  });
});

describe('the folder', () => {
  test('holds no key where the authorities are, and keys that only their owner reads', () => {
    expect(readdirSync(demo.acDir).sort()).toEqual(['ac.cer', 'raiz.cer']);
    for (const name of ['ac.key', 'ocsp.key']) expect(statSync(join(dir, 'llaves', name)).mode & 0o777).toBe(0o600);
    expect(existsSync(`${dir}.nuevo`)).toBe(false);
  });

  test('is kept the second time, and only what is missing is made', async () => {
    const before = await read('fisica-un-registro');
    const lost = await read('particular-sin-registros');
    rmSync(dirOfEfirma(dir, 'particular-sin-registros'), { recursive: true });
    const again = await ensureEfirmasDeDemo(dir, new Date(AHORA.getTime() + 86_400_000));
    expect(again.autoridad.ac).toEqual(demo.autoridad.ac);
    expect((await read('fisica-un-registro')).cer).toEqual(before.cer);
    expect((await read('particular-sin-registros')).cer).not.toEqual(lost.cer);
  });

  test('its register knows the good, the revoked and no other', () => {
    const serieOf = (slug: string) => EFIRMAS_DE_DEMO.find((efirma) => efirma.slug === slug)?.serie ?? '';
    expect(demo.estadoDe(serieOf('moral-tres-registros'))).toBe('BUENO');
    expect(demo.estadoDe(serieOf('revocada'))).toEqual({ revocadoEn: expect.any(Date) });
    expect(demo.estadoDe(serieOf('otra-autoridad'))).toBe('DESCONOCIDO');
    expect(demo.estadoDe('30001000000999999999')).toBe('DESCONOCIDO');
  });
});
