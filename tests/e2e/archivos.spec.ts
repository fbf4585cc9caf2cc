import { expect } from '@playwright/test';
import type { Archivo } from '../support/efirma-de-demo.ts';
import { fillEfirma, ingresar } from '../support/ingresar.ts';
import { validarCorreo, validarTelefono } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: what it registers counts towards the limits of others' titulares.
renewPortal();

test('los dos archivos se eligen juntos en cualquier campo, y cada uno queda en el suyo', async ({ page, efirma }) => {
  const { rfc, cer, key, contrasena } = await efirma('particular-sin-registros');
  await page.goto('/ingresar');
  await page.getByLabel('Llave privada', { exact: true }).setInputFiles([key, cer]);
  await expect(page.getByLabel('RFC', { exact: true })).toHaveValue(rfc);
  await page.getByLabel('Contraseña de la Llave privada', { exact: true }).fill(contrasena);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await page.waitForURL('**/buzon');
});

test('los archivos se arrastran al formulario, y el RFC que se escribió no se cambia', async ({ page, efirma }) => {
  const { cer, key, contrasena } = await efirma('particular-sin-registros');
  await page.goto('/ingresar');
  await expect(page.getByRole('button', { name: 'Ingresar' })).toBeEnabled();
  await page.getByLabel('RFC', { exact: true }).fill('OTRO010101AB1');
  const dataTransfer = await page.evaluateHandle((archivos) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of archivos) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, [key, cer].map(toPlain));
  await page.getByRole('region', { name: 'Firma digital' }).dispatchEvent('drop', { dataTransfer });
  await expect(page.getByText(cer.name, { exact: true })).toBeVisible();
  await expect(page.getByText(key.name, { exact: true })).toBeVisible();
  await expect(page.getByLabel('RFC', { exact: true })).toHaveValue('OTRO010101AB1');
  await page.getByLabel('Contraseña de la Llave privada', { exact: true }).fill(contrasena);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'RFC' })).toContainText('El RFC que escribiste no es el del');
});

test('«Validar» dice de quién es la e.firma y avisa cuando le quedan menos de 30 días', async ({
  page,
  portal,
  efirma,
}) => {
  const particular = await efirma('particular-sin-registros');
  await ingresar(page, particular);
  await validarCorreo(page, portal.url, 'vigencia@correo.example');
  await validarTelefono(page, portal.url, '5598760099');
  const validar = async () => {
    await page.goto('/buzon/activacion?paso=firmar');
    await fillEfirma(page, particular);
    await page.getByRole('button', { name: 'Validar' }).click();
    const dicho = page.getByRole('status').filter({ hasText: 'Número de serie' });
    await expect(dicho).toContainText(particular.nombre);
    await expect(dicho).toContainText(/\d{20}/);
    return dicho;
  };
  const vigencia = /Vigente hasta: (\d{2})\/(\w{3})\/(\d{4})/.exec(await (await validar()).innerText());
  expect(vigencia).not.toBeNull();
  await expect(page.getByText('Renueva tu e.firma en el portal del SAT antes de esa fecha.')).toBeHidden();

  const [, dia, mes, anio] = vigencia ?? [];
  const meses = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];
  await page.clock.setFixedTime(new Date(Number(anio), meses.indexOf(mes ?? ''), Number(dia) - 20));
  await expect(await validar()).toContainText(/vence en \d+ días\. Renueva tu e\.firma/);
  await mirar(page, 'e.firma por vencer');
});

function toPlain({ name, buffer }: Archivo) {
  return { name, bytes: [...buffer] };
}
