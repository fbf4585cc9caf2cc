import { expect, type Page } from '@playwright/test';
import { waitForEnlace } from '../support/bandeja.ts';
import { ingresar } from '../support/ingresar.ts';
import { guardarMedio, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: the next step of these titulares is what is looked at.
renewPortal({ isCallado: false });

const TABLA = '/buzon/medios-de-contacto';
const NUEVO = `${TABLA}/nuevo`;
const PAGINAS = ['/buzon', TABLA, NUEVO, '/buzon/activacion', '/buzon/acuses', '/buzon/promociones-electronicas'];
const SECUNDARIO = [
  '/buzon/aclaraciones',
  '/buzon/aclaraciones/nueva',
  '/buzon/sesiones',
  '/buzon/representantes?nombrar=si',
  '/clientes',
];
const VENTANA = 'Registrar medio de contacto';

test('cada página del Buzón dice qué sigue, con un solo botón principal', async ({ page, efirma }) => {
  await ingresar(page, await efirma('particular-sin-registros'));
  await expectSiguiente(
    page,
    { '/buzon': 'Registrar ambos', [NUEVO]: 'Registrar ambos' },
    'Registrar correo y celular',
  );
  await registrarMedio(page, 'Correo Electrónico', 'sigue@correo.example');
  await expectSiguiente(page, { '/buzon': 'Registrar', [NUEVO]: 'Registrar' }, 'Registrar mi teléfono celular');
  await mirar(page, 'siguiente paso en otra página');
  await registrarMedio(page, 'Teléfono', '5544440011');
  await expectSiguiente(page, { [NUEVO]: 'Comprobar código' }, 'Capturar el código del SMS');
});

test('quien espera con la página abierta ve que su correo se validó en otro lugar', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  await page.goto(NUEVO);
  await page.getByLabel('Correo electrónico', { exact: true }).fill('otro-lugar@correo.example');
  await page.getByLabel('Teléfono celular', { exact: true }).fill('044 55 4444 0012');
  await page.getByRole('button', { name: 'Registrar ambos' }).click();
  await expect(page.getByRole('dialog')).toContainText('Quitamos el prefijo 044');
  await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByLabel('Código de verificación', { exact: true })).toHaveAttribute(
    'autocomplete',
    'one-time-code',
  );
  const otro = await (await otroNavegador()).newPage();
  await otro.goto(await waitForEnlace(portal.url, 'otro-lugar@correo.example'));
  await otro.getByRole('button', { name: 'Validar correo electrónico' }).click();
  await expect(otro.getByRole('link', { name: 'Continuar en mi Buzón' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Actualizar' })).toBeHidden();
  await expect(page.getByRole('status')).toHaveText('La validación de tu correo electrónico fue exitosa.');
});

test('sin JavaScript también se registran los dos juntos, y «Actualizar» pregunta', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  const storageState = await page.context().storageState();
  const sin = await (await otroNavegador({ javaScriptEnabled: false, storageState })).newPage();
  await sin.goto(NUEVO);
  await sin.getByLabel('Correo electrónico', { exact: true }).fill('juntos@sin-javascript.example');
  await sin.getByLabel('Teléfono celular', { exact: true }).fill('55');
  await sin.getByRole('button', { name: 'Registrar ambos' }).click();
  await expect(sin.getByRole('main').getByRole('alert')).toContainText('debe tener 10 dígitos');
  await expect(sin.getByLabel('Correo electrónico', { exact: true })).toHaveValue('juntos@sin-javascript.example');
  await sin.getByLabel('Teléfono celular', { exact: true }).fill('5544440013');
  await sin.getByRole('button', { name: 'Registrar ambos' }).click();
  await sin.getByRole('dialog', { name: VENTANA }).getByRole('button', { name: 'Aceptar' }).click();
  await expect(sin.getByRole('status')).toHaveCount(2);
  await sin.getByRole('button', { name: 'Actualizar' }).click();
  await expect(sin.getByRole('status')).toBeHidden();
  await page.goto(await waitForEnlace(portal.url, 'juntos@sin-javascript.example'));
  await expect(page.getByRole('status')).toBeVisible();
  await sin.getByRole('button', { name: 'Actualizar' }).click();
  await expect(sin.getByRole('status')).toHaveText('La validación de tu correo electrónico fue exitosa.');
});

test('el mecanismo se entiende de lo escrito, y el foco nunca se pierde en el formulario', async ({ page, efirma }) => {
  await ingresar(page, await efirma('fisica-un-registro'));
  await page.goto(NUEVO);
  const ventana = page.getByRole('dialog', { name: VENTANA });
  for (const correo of ['uno@foco.example', 'dos@foco.example']) {
    await page.getByLabel('Medio de Contacto', { exact: true }).fill(correo);
    await page.getByRole('button', { name: 'Guardar' }).click();
    await ventana.getByRole('button', { name: 'Cancelar' }).click();
    await expect(ventana).toBeHidden();
    await expectFocus(page);
    await page.getByRole('button', { name: 'Guardar' }).click();
    await ventana.getByRole('button', { name: 'Aceptar' }).click();
    await expect(ventana).toBeHidden();
    await expect(page.getByRole('status')).toBeFocused();
  }
  for (const _ of [1, 2]) {
    await guardarMedio(page, 'Teléfono', '55');
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
  }
});

/** The one main button of each page: its own where the step is done there, and elsewhere the way to it. */
async function expectSiguiente(page: Page, propios: Record<string, string>, texto: string): Promise<void> {
  for (const ruta of PAGINAS) {
    await page.goto(ruta);
    const principales = page.getByRole('main').locator('[data-variante="principal"]');
    await expect(principales, ruta).toHaveText([propios[ruta] ?? texto]);
  }
  for (const ruta of SECUNDARIO) {
    await page.goto(ruta);
    await expect(page.getByRole('link', { name: texto }), ruta).toBeVisible();
    const principales = await page.getByRole('main').locator('[data-variante="principal"]').allInnerTexts();
    expect(principales.length, `${ruta}: ${principales}`).toBeLessThanOrEqual(1);
  }
}

async function expectFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
}
