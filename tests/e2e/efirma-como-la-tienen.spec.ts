import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { asPem, carryInPkcs7, protectTraditionally, protectWithOpenssl, utf16 } from '../support/efirma/formas.ts';
import { hasOpenssl } from '../support/efirma/openssl-ocsp.ts';
import { type Efirma, makeArchivo } from '../support/efirma-de-demo.ts';
import { fillEfirma, ingresarComoSoporte } from '../support/ingresar.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

const INTERCAMBIAMOS =
  'Intercambiamos los archivos que elegiste: el certificado quedó en «Certificado» y la llave privada en «Llave privada».';

test.describe('La e.firma se acepta como la gente la tiene', { tag: '@telefono' }, () => {
  test('con los archivos intercambiados: se dice y se ingresa', async ({ page, efirma }) => {
    const buena = await efirma('moral-cinco-mil-registros');
    await page.goto('/ingresar');
    await fillEfirma(page, swap(buena));
    await expect(page.getByRole('status')).toContainText(INTERCAMBIAMOS);
    await expect(page.locator('#efirma-certificado-archivo')).toHaveText('efirma.cer');
    await expect(page.locator('#efirma-llave-archivo')).toHaveText('efirma.key');
    await mirar(page, 'archivos intercambiados');
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.waitForURL('**/buzon');
  });

  test('quien atiende, igual', async ({ page, efirma }) => {
    await ingresarComoSoporte(page, swap(await efirma('soporte-atencion')));
  });

  test('una contraseña casi buena recibe una pista y se corrige', async ({ page, efirma }) => {
    const buena = await efirma('fisica-con-enie');
    await page.goto('/ingresar');
    for (const [que, contrasena, pista] of [
      ['un espacio al final', `${buena.contrasena} `, 'sin espacios al principio ni al final'],
      ['Bloq Mayús', invertCase(buena.contrasena), 'Bloq Mayús'],
      ['acentos separados', buena.contrasena.normalize('NFD'), 'letras con acento o la ñ'],
    ] as const) {
      await test.step(que, async () => {
        await fillEfirma(page, { ...buena, contrasena });
        await page.getByRole('button', { name: 'Ingresar' }).click();
        await expect(page.getByRole('main').getByRole('alert')).toContainText(pista);
        await expect(page.getByLabel('Contraseña de la Llave privada', { exact: true })).toHaveValue('');
        await mirar(page, `pista ${que}`);
      });
    }
    await entrar(page, buena);
  });
});

test.describe('La e.firma que otro programa convirtió', () => {
  test.skip(!hasOpenssl, 'falta openssl');

  test('certificado en .p7b con su autoridad, y llave con PKCS#12-PBE', async ({ page, portal, efirma }) => {
    const buena = await efirma('moral-cinco-mil-registros');
    const ac = readFileSync(path.join(portal.datos, 'efirmas/ac/ac.cer'));
    const cer = makeArchivo('efirma.p7b', carryInPkcs7([ac, buena.cer.buffer], 'DER'));
    const key = makeArchivo(
      'efirma.key',
      protectWithOpenssl(openLlave(buena), buena.contrasena, '-v1', 'PBE-SHA1-3DES'),
    );
    await page.goto('/ingresar');
    await entrar(page, { ...buena, cer, key });
  });

  test('certificado en UTF-16, y llave en PEM tradicional', async ({ page, efirma }) => {
    const buena = await efirma('moral-cinco-mil-registros');
    const cer = makeArchivo('efirma.txt', utf16(asPem('CERTIFICATE', buena.cer.buffer, '\r\n')));
    const key = makeArchivo('efirma.pem', protectTraditionally(openLlave(buena), buena.contrasena, 'aes256'));
    await page.goto('/ingresar');
    await entrar(page, { ...buena, cer, key });
  });

  test('una llave con scrypt: el formato no se admite y se dice qué hacer', async ({ page, efirma }) => {
    const buena = await efirma('moral-cinco-mil-registros');
    const key = makeArchivo('efirma.key', protectWithOpenssl(openLlave(buena), buena.contrasena, '-scrypt'));
    await page.goto('/ingresar');
    await fillEfirma(page, { ...buena, key });
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('este formato no se admite');
    await mirar(page, 'formato no admitido');
  });
});

async function entrar(page: Page, efirma: Efirma): Promise<void> {
  await fillEfirma(page, efirma);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await page.waitForURL('**/buzon');
}

function swap(efirma: Efirma): Efirma {
  return { ...efirma, cer: efirma.key, key: efirma.cer };
}

function invertCase(text: string): string {
  return [...text]
    .map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))
    .join('');
}

function openLlave({ key, contrasena }: Efirma) {
  return createPrivateKey({ key: key.buffer, format: 'der', type: 'pkcs8', passphrase: contrasena });
}
