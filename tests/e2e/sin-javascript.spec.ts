import { expect, type Page } from '@playwright/test';
import { waitForCodigo, waitForEnlace, wrongCodigo } from '../support/bandeja.ts';
import { ingresar } from '../support/ingresar.ts';
import { guardarMedio, registrarMedio } from '../support/medios.ts';
import { mirarSinScript } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

test('sin JavaScript se registran y validan un correo y un teléfono', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  const storageState = await page.context().storageState();
  const sin = await (await otroNavegador({ javaScriptEnabled: false, storageState })).newPage();

  await sin.goto('/buzon/medios-de-contacto/nuevo');
  await guardarMedio(sin, 'Correo Electrónico', 'sin@dominio');
  await expect(sin.getByRole('alert')).toContainText('Revisa el correo electrónico');
  await expect(sin.getByLabel('Mecanismo de Comunicación', { exact: true })).toHaveValue('CORREO_ELECTRONICO');

  await registrarMedio(sin, 'Correo Electrónico', 'sin@javascript.example');
  await sin.goto(await waitForEnlace(portal.url, 'sin@javascript.example'));
  await sin.getByRole('button', { name: 'Validar correo electrónico' }).click();
  await expect(sin.getByRole('status')).toHaveText('La validación de tu correo electrónico fue exitosa.');

  await registrarMedio(sin, 'Teléfono', '5533330001');
  await mirarSinScript(sin, 'sin javascript telefono registrado');
  const codigo = await waitForCodigo(portal.url, '5533330001');
  await sin.getByRole('button', { name: 'Validar medio de contacto' }).click();
  const ventana = sin.getByRole('dialog', { name: 'Validación de Celular' });
  await expect(ventana).toBeVisible();
  await mirarSinScript(sin, 'sin javascript ventana del codigo');
  await ventana.getByLabel('Código de verificación', { exact: true }).fill(wrongCodigo(codigo));
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  await expect(ventana.getByRole('alert')).toContainText('Te quedan 9 intentos');
  await ventana.getByLabel('Código de verificación', { exact: true }).fill(codigo);
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  await expect(sin.getByRole('status')).toContainText('La validación del número celular fue exitosa.');
  await sin.getByRole('status').getByRole('link', { name: 'aquí' }).click();
  await sin.getByRole('button', { name: 'Aceptar' }).click();
  await expectFaltaJavaScript(sin);
  await mirarSinScript(sin, 'sin javascript firma digital');

  await sin.getByRole('button', { name: 'Salir' }).click();
  await sin.waitForURL('/');
});

test('sin JavaScript, ingresar dice por qué no se puede', async ({ otroNavegador }) => {
  const sin = await (await otroNavegador({ javaScriptEnabled: false })).newPage();
  await sin.goto('/ingresar');
  await expectFaltaJavaScript(sin);
  await expect(sin.getByRole('button', { name: 'Ingresar' })).toBeDisabled();
  await mirarSinScript(sin, 'sin javascript ingresar');
});

/** Playwright's locators do not look for text inside of `noscript`. */
async function expectFaltaJavaScript(page: Page): Promise<void> {
  const texto = 'Para firmar necesitas activar JavaScript en tu navegador';
  await expect(page.getByRole('main')).toContainText(texto, { useInnerText: true });
}
