import { expect, type Page } from '@playwright/test';
import { waitForEnlace } from '../support/bandeja.ts';
import type { Efirma } from '../support/efirma-de-demo.ts';
import { ingresar } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

const SLUG = 'moral-con-ampersand';
const EXITO = 'La validación de tu correo electrónico fue exitosa.';

test('el enlace abierto en otro navegador no dice de quién es y no valida hasta que se presiona el botón', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  const titular = await efirma(SLUG);
  const { folio, enlace } = await registrar(page, portal.url, titular, 'enlace-1@otro-navegador.example');

  const otro = await (await otroNavegador()).newPage();
  for (let time = 0; time < 5; time++) expect((await fetch(enlace)).status).toBe(200);
  await otro.goto(enlace);
  await expectAnonima(otro, titular, folio);
  await mirar(otro, 'enlace sin sesion');
  await expectEstatus(page, folio, 'En proceso');

  await test.step('quien dijo que no es suyo y se arrepintió lo valida, y ve que quedó', async () => {
    await otro.getByRole('button', { name: 'Este correo no es mío' }).click();
    await expect(otro.locator('dialog:modal')).toBeVisible();
    await otro.getByRole('dialog').getByRole('button', { name: 'Cancelar' }).click();
    await otro.getByRole('button', { name: 'Validar correo electrónico' }).click();
    await expect(otro.getByRole('status')).toHaveText(EXITO);
    await expect(otro.getByRole('status')).toBeFocused();
  });
  await expectAnonima(otro, titular, folio);
  await mirar(otro, 'enlace validado sin sesion');
  await expectEstatus(page, folio, 'Validado');

  await otro.reload();
  await expect(otro.getByRole('status')).toHaveText(EXITO);
  await otro.getByRole('link', { name: 'Cerrar' }).click();
  await otro.waitForURL('/');
});

test('el enlace abierto con la sesión de otra persona espera el botón, como sin sesión', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  const titular = await efirma(SLUG);
  const { folio, enlace } = await registrar(page, portal.url, titular, 'enlace-2@otra-persona.example');

  const otro = await (await otroNavegador()).newPage();
  await ingresar(otro, await efirma('moral-cinco-mil-registros'));
  await otro.goto(enlace);
  await expect(otro.getByRole('button', { name: 'Validar correo electrónico' })).toBeVisible();
  await otro.waitForLoadState('networkidle');
  await expectAnonima(otro, titular, folio);
  await expectEstatus(page, folio, 'En proceso');
  await otro.getByRole('button', { name: 'Validar correo electrónico' }).click();
  await expect(otro.getByRole('status')).toHaveText(EXITO);
  await expectEstatus(page, folio, 'Validado');
});

test('el enlace también funciona sin JavaScript, con un botón', async ({ page, portal, efirma, otroNavegador }) => {
  const titular = await efirma(SLUG);
  const { folio, enlace } = await registrar(page, portal.url, titular, 'enlace-3@sin-javascript.example');

  const otro = await (await otroNavegador({ javaScriptEnabled: false })).newPage();
  await otro.goto(enlace);
  await expectAnonima(otro, titular, folio);
  await otro.getByRole('button', { name: 'Validar correo electrónico' }).click();
  await expect(otro.getByRole('status')).toHaveText(EXITO);
  await expectEstatus(page, folio, 'Validado');
});

test('un enlace inventado dice qué hacer', async ({ page }) => {
  await page.goto('/validar/correo/0123456789abcdefghijklmnopqrstuvwxyzABCDEFG');
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    'Este enlace no es válido. Ábrelo de nuevo desde el mensaje más reciente que recibiste, completo; si no funciona, ingresa al Buzón y revisa tus medios de contacto.',
  );
  await mirar(page, 'enlace inventado');
});

async function registrar(page: Page, portalUrl: string, titular: Efirma, correo: string) {
  await ingresar(page, titular);
  const folio = await registrarMedio(page, 'Correo Electrónico', correo);
  return { folio, enlace: await waitForEnlace(portalUrl, correo) };
}

async function expectAnonima(page: Page, { rfc, nombre }: Efirma, folio: string): Promise<void> {
  const html = await page.content();
  for (const dato of [rfc, rfc.replace('&', '&amp;'), nombre, nombre.replace('&', '&amp;'), folio])
    expect(html).not.toContain(dato);
}

async function expectEstatus(page: Page, folio: string, estatus: string): Promise<void> {
  // The page that waits for the proof goes on by itself, which would cut another navigation of its short.
  const otra = await page.context().newPage();
  await otra.goto('/buzon/medios-de-contacto');
  await expect(filaDe(otra, folio)).toContainText(estatus);
  await otra.close();
}
