import { expect, type Page } from '@playwright/test';
import type { Efirma } from './efirma-de-demo.ts';

/** Fills the e.firma form that is open, as a person does: RFC, two files, password. */
export async function fillEfirma(page: Page, { rfc, cer, key, contrasena }: Efirma): Promise<void> {
  await page.getByLabel('RFC', { exact: true }).fill(rfc);
  await page.getByLabel('Certificado', { exact: true }).setInputFiles(cer);
  await page.getByLabel('Llave privada', { exact: true }).setInputFiles(key);
  await page.getByLabel('Contraseña de la Llave privada', { exact: true }).fill(contrasena);
}

/** Signs on a page that has the certificate of the session already. */
export async function firmarConLlave(page: Page, { key, contrasena }: Efirma): Promise<void> {
  await page.getByLabel('Llave privada', { exact: true }).setInputFiles(key);
  await page.getByLabel('Contraseña de la Llave privada', { exact: true }).fill(contrasena);
  await page.getByRole('button', { name: 'Firmar', exact: true }).click();
}

/** Signs in as a member of the support staff and waits for the console. */
export async function ingresarComoSoporte(page: Page, efirma: Efirma): Promise<void> {
  await page.goto('/soporte/ingresar');
  await fillEfirma(page, efirma);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await page.waitForURL('**/soporte');
  await expect(page.getByText(efirma.nombre)).toBeVisible();
}

/** Signs in and waits for the main screen of the Buzón. */
export async function ingresar(page: Page, efirma: Efirma): Promise<void> {
  await page.goto('/ingresar');
  await fillEfirma(page, efirma);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await page.waitForURL('**/buzon');
  await expect(page.getByText(efirma.rfc)).toBeVisible();
}
