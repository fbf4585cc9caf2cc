import { expect, type Page } from '@playwright/test';
import { buscar } from '../support/consola.ts';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: in a shared one its titular may have five e-mails already, which is the most.
renewPortal({ isCallado: false });

const error = (page: Page) => page.locator('#consulta-error');

test('se busca por cualquier dato, y cada resultado viene cubierto', { tag: '@telefono' }, async ({
  page,
  efirma,
  otroNavegador,
}) => {
  const deTitular = await efirma('moral-con-ampersand');
  const titular = await (await otroNavegador()).newPage();
  await ingresar(titular, deTitular);
  const correo = `buscado-${Date.now()}@busqueda.example`;
  const folio = await registrarMedio(titular, 'Correo Electrónico', correo);
  await ingresarComoSoporte(page, await efirma('soporte-consulta'));

  await buscar(page, ` ${folio.toLowerCase()} `);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Folio ${folio}`);
  await buscar(page, correo);
  await expect(page.getByRole('table', { name: 'Medios de contacto' })).toContainText('b•••@b•••.example');
  await expect(page.getByText('Se buscó ese correo electrónico, exacto')).toBeVisible();
  await expect(page.getByLabel('Buscar', { exact: true }), 'lo escrito se conserva').toHaveValue(correo);

  for (const consulta of [deTitular.rfc, 'consultóres m&r']) {
    await buscar(page, consulta);
    await expect(page.getByRole('status').filter({ hasText: 'Se buscó' })).toBeFocused();
    await expect(page.getByRole('table', { name: 'Titulares' }).getByRole('link').first()).toBeVisible();
    for (const dato of [deTitular.rfc, deTitular.nombre])
      await expect(page.getByRole('table', { name: 'Titulares' })).not.toContainText(dato);
  }
  await mirar(page, 'soporte resultados de un nombre');
  await buscar(page, deTitular.rfc);
  await page.getByRole('table', { name: 'Titulares' }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Titular');
  await expect(page).toHaveURL(/\/soporte\/titulares\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('table', { name: 'Medios de contacto' })).toContainText(folio);
  await mirar(page, 'soporte titular');
  for (const dato of [deTitular.rfc, deTitular.nombre, correo]) expect(await page.content()).not.toContain(dato);
});

test('lo que falta en la búsqueda, y lo que no se encuentra, dice qué hacer', { tag: '@telefono' }, async ({
  page,
  efirma,
}) => {
  await ingresarComoSoporte(page, await efirma('soporte-consulta'));
  for (const [consulta, mensaje] of [
    ['BI-2026.00000001-99', 'un dígito no corresponde'],
    ['ana@', 'El correo no está completo'],
    ['551234', 'Un teléfono tiene diez dígitos'],
    ['ñ', 'al menos tres letras'],
  ] as const) {
    await buscar(page, consulta);
    await expect(error(page)).toContainText(mensaje);
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel('Buscar', { exact: true })).toHaveValue(consulta);
  }
  await mirar(page, 'soporte busqueda incompleta');
  await page.goto('/soporte');
  await page.getByRole('button', { name: 'Buscar', exact: true }).click();
  await expect(error(page)).toContainText('Escribe qué buscas');
  for (const consulta of ['nadie@ninguna-parte.example', '5500000000', 'XAMA800101AB1', 'Xochiquetzalli Tezcatl']) {
    await buscar(page, consulta);
    await expect(page.getByText('No se encontró nada')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Se buscó' })).toBeFocused();
  }
  await mirar(page, 'soporte sin resultados');
  const folio = await page.request.get('/soporte/folios/BI-2020.00000001-40');
  expect(folio.status()).toBe(404);
  await page.goto('/soporte?busqueda=0190a000-0000-4000-8000-000000000000');
  await expect(page.getByText('Esa búsqueda ya no está')).toBeVisible();
});

test('la búsqueda de una persona no la abre otra', async ({ page, efirma, otroNavegador }) => {
  await ingresarComoSoporte(page, await efirma('soporte-consulta'));
  await buscar(page, 'alguien@busqueda.example');
  const otra = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(otra, await efirma('soporte-supervision'));
  await otra.goto(page.url());
  await expect(otra.getByText('Esa búsqueda ya no está')).toBeVisible();
  expect(await otra.content()).not.toContain('alguien@busqueda.example');
});
