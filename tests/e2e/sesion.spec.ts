import { expect } from '@playwright/test';
import { ingresar } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

const PAGINAS = [
  '/buzon',
  '/buzon/medios-de-contacto',
  '/buzon/medios-de-contacto/nuevo',
  '/buzon/activacion',
  '/buzon/activacion?paso=firmar',
  '/buzon/acuses/BI-2026.00000001-52/registro',
];

test('sin sesión, cada página del Buzón lleva a ingresar', async ({ page }) => {
  for (const ruta of PAGINAS) {
    await page.goto(ruta);
    await expect(page).toHaveURL(/\/ingresar/);
    await expect(page.getByText('Para continuar, ingresa con tu e.firma.')).toBeVisible();
  }
  await mirar(page, 'sesion terminada');
});

test('«Salir» termina la sesión también para quien copió la cookie', async ({ page, efirma, otroNavegador }) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  const cookies = await page.context().cookies();
  const copia = await otroNavegador();
  await copia.addCookies(cookies);
  const ladron = await copia.newPage();
  await ladron.goto('/buzon');
  await expect(ladron).toHaveURL(/\/buzon$/);

  await page.getByRole('button', { name: 'Salir' }).click();
  await page.waitForURL('/');
  await page.goto('/buzon');
  await expect(page).toHaveURL(/\/ingresar/);
  await page.context().addCookies(cookies);
  await page.goto('/buzon');
  await expect(page).toHaveURL(/\/ingresar/);
  await ladron.goto('/buzon/medios-de-contacto');
  await expect(ladron).toHaveURL(/\/ingresar/);
});

test('la cookie de la sesión no está al alcance de los programas de la página ni de otros sitios', async ({
  page,
  portal,
  efirma,
}) => {
  // What no key of the portal made is not kept as the browser's own, however it ends.
  await page.context().addCookies([{ name: 'buzon-navegador', value: 'ajeno.null', url: portal.url }]);
  await ingresar(page, await efirma('moral-con-ampersand'));
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === 'buzon-navegador')?.value).not.toMatch(/^ajeno/);
  const sesion = cookies.find(({ name }) => name.includes('session-token'));
  expect(sesion).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(cookies.every(({ httpOnly }) => httpOnly)).toBe(true);
});

test('el acuse de otra persona no existe para quien lo pide', async ({ page, efirma, otroNavegador }) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  const folio = await registrarMedio(page, 'Correo Electrónico', 'acuse@ajeno.example');
  await page.goto('/buzon/medios-de-contacto');
  const acuse = (await filaDe(page, folio).getByRole('link', { name: 'Descargar' }).getAttribute('href')) ?? '';
  expect((await page.request.get(acuse)).status()).toBe(200);

  const otra = await (await otroNavegador()).newPage();
  await ingresar(otra, await efirma('moral-cinco-mil-registros'));
  expect((await otra.request.get(acuse)).status()).toBe(404);
  expect((await page.request.get(acuse.replace('registro', 'validacion'))).status()).toBe(404);
  expect((await page.request.get(acuse.replace('registro', 'solicitud'))).status()).toBe(404);
});
