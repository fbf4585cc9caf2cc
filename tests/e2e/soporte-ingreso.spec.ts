import { expect } from '@playwright/test';
import { fillEfirma, ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { mirar, mirarSinScript } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

for (const slug of ['soporte-consulta', 'soporte-atencion', 'soporte-supervision']) {
  test(`la e.firma de demostración «${slug}» entra a la consola`, { tag: '@telefono' }, async ({ page, efirma }) => {
    await ingresarComoSoporte(page, await efirma(slug));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Soporte');
    await mirar(page, slug);
  });
}

test.describe('quien no tiene un rol', () => {
  // The portal refuses a sign-in with 401, which the browser's console reports.
  test.use({ quejasEsperadas: [/\/ingresar: .*401/] });

  test('lee qué hacer, y no entra', { tag: '@telefono' }, async ({ page, efirma }) => {
    await page.goto('/soporte/ingresar');
    await fillEfirma(page, await efirma('fisica-un-registro'));
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'no tiene un rol de soporte' })).toBeVisible();
    await mirarSinScript(page, 'soporte sin rol');
    await page.goto('/soporte');
    await expect(page).toHaveURL(/\/soporte\/ingresar/);
  });
});

test('una sesión es de un titular o del personal de soporte, nunca de los dos', async ({ page, efirma }) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  await page.goto('/soporte');
  await expect(page).toHaveURL(/\/soporte\/ingresar/);
  await ingresarComoSoporte(page, await efirma('soporte-supervision'));
  await page.goto('/buzon');
  await expect(page).toHaveURL(/\/ingresar\?sesion=terminada/);
  await page.goto('/soporte');
  await page.getByRole('button', { name: 'Salir' }).click();
  await page.waitForURL('/');
  await page.goto('/soporte');
  await expect(page).toHaveURL(/\/soporte\/ingresar/);
});
