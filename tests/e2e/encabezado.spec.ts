import { expect, type Page } from '@playwright/test';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

const PUBLICAS = ['/', '/ingresar', '/ayuda'];
const PROPIAS = ['/buzon', '/buzon/medios-de-contacto', '/buzon/medios-de-contacto/nuevo', '/buzon/acuses'];
const MAXIMO = 64;

test('en un teléfono el encabezado ocupa a lo más 64 píxeles, y todo sigue a la mano', { tag: '@telefono' }, async ({
  page,
  efirma,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const ruta of PUBLICAS) await expectBajo(page, ruta);
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  for (const ruta of [...PUBLICAS, ...PROPIAS]) await expectBajo(page, ruta);
  await page.goto('/buzon');
  await mirar(page, 'encabezado en un teléfono');
  await page.getByRole('link', { name: 'Mis medios de contacto' }).first().click();
  await page.waitForURL('/buzon/medios-de-contacto');
  await expect(page.getByRole('button', { name: 'Salir' })).toBeInViewport();
});

test('al 400 % el encabezado se pliega y el título queda a la vista', async ({ page, efirma }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await ingresarComoSoporte(page, await efirma('soporte-supervision'));
  await expectBajo(page, '/soporte');
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  for (const ruta of PROPIAS) {
    await expectBajo(page, ruta);
    await expect(page.getByRole('navigation', { name: 'Buzón' })).not.toBeInViewport();
  }
  await page.goto('/buzon');
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await mirar(page, 'al 400 por ciento');
});

test('en una pantalla ancha lo que va junto está lado a lado, y en una angosta lo que hay que saber va antes, o después si puede esperar', async ({
  page,
  efirma,
}) => {
  const boxOf = async (name: string | RegExp, role: 'region' | 'complementary' | 'combobox' | 'button') =>
    (await page.getByRole(role, { name }).boundingBox()) ?? { x: 0, y: 0 };
  await page.goto('/verificar');
  const [impreso, pdf] = [await boxOf('Con lo que tiene impreso', 'region'), await boxOf('Con el PDF', 'region')];
  expect(impreso.y).toBe(pdf.y);
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  await page.goto('/buzon/aclaraciones/nueva');
  const asunto = await boxOf(/^Asunto/, 'combobox');
  expect((await boxOf('Sobre este trámite', 'complementary')).x).toBeGreaterThan(asunto.x);
  await mirar(page, 'ayuda junto al formulario');
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await boxOf('Sobre este trámite', 'complementary')).y).toBeLessThan((await boxOf(/^Asunto/, 'combobox')).y);
  await mirar(page, 'ayuda antes del formulario');

  await page.goto('/buzon/medios-de-contacto/nuevo');
  const registrar = await boxOf('Registrar ambos', 'button');
  expect(registrar.y, 'el primer registro se ve entero').toBeLessThan(844);
  expect((await boxOf('Sobre este trámite', 'complementary')).y).toBeGreaterThan(registrar.y);
});

async function expectBajo(page: Page, ruta: string): Promise<void> {
  await page.goto(ruta);
  const caja = await page.getByRole('banner').boundingBox();
  expect(caja?.height, `alto del encabezado de ${ruta}`).toBeLessThanOrEqual(MAXIMO);
}
