import { expect } from '@playwright/test';
import { AJUSTES_DEL_SAT, isSatAvailable, readEfirmaDelSat } from '../support/efirma-del-sat.ts';
import { fillEfirma, ingresar } from '../support/ingresar.ts';
import { validarCorreo, validarTelefono } from '../support/medios.ts';
import { test } from '../support/navegador.ts';

// The portal refuses a sign-in with 401, which the browser's console reports.
test.use({ ajustes: AJUSTES_DEL_SAT, quejasEsperadas: [/\/ingresar: .*401/] });
test.skip(!isSatAvailable, 'faltan las credenciales de prueba del SAT en ../shared/efirma-sat-prueba');

test('la e.firma de prueba del SAT EKU9003173C9 ingresa y activa su Buzón', async ({ page, portal }) => {
  test.slow();
  const titular = readEfirmaDelSat('EKU9003173C9', 'EKU9003173C9', 'EKU9003173C9');
  await ingresar(page, titular);
  await expect(page.getByText('ESCUELA KEMPER URGATE')).toBeVisible();
  await validarCorreo(page, portal.url, 'kemper@urgate.example');
  await validarTelefono(page, portal.url, '5544440001');

  await page.getByRole('status').getByRole('link', { name: 'aquí' }).click();
  await page.getByRole('button', { name: 'Aceptar' }).click();
  await fillEfirma(page, titular);
  await page.getByRole('button', { name: 'Validar' }).click();
  await expect(page.getByRole('status')).toContainText('30001000000500003415');
  await page.getByRole('button', { name: 'Firmar' }).click();
  await expect(page.getByRole('heading', { name: 'Tu Buzón IMSS está activo' })).toBeVisible();

  await page.goto('/buzon/activacion');
  const acuse = (await page.getByRole('link', { name: 'Descargar' }).first().getAttribute('href')) ?? '';
  const answer = await page.request.get(acuse);
  expect(answer.status()).toBe(200);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

for (const { que, folder, file, mensaje } of [
  {
    que: 'vencida',
    folder: 'AAA010101AAA-vencida',
    file: 'AAA010101AAA',
    mensaje:
      'AAA010101AAA.cer: El «Certificado» está vencido: su vigencia terminó el 15/may/2021 18:29 (hora del centro de México). Renueva tu e.firma en el portal del SAT e inténtalo de nuevo con los archivos nuevos.',
  },
  {
    que: 'que es un CSD',
    folder: 'AAA010101AAA-csd',
    file: 'CSD_AAA010101AAA',
    mensaje:
      'CSD_AAA010101AAA.cer: El «Certificado» elegido es un certificado de sello digital (CSD), que sólo sirve para facturar. Selecciona los archivos .cer y .key de tu e.firma.',
  },
]) {
  test(`la credencial de prueba del SAT ${que} no ingresa y se dice por qué`, async ({ page }) => {
    await page.goto('/ingresar');
    await fillEfirma(page, readEfirmaDelSat(folder, file, 'AAA010101AAA'));
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toHaveText(mensaje);
  });
}
