import { expect, type Page } from '@playwright/test';
import { findChromium } from '../support/chromium.ts';
import { launchGrabado, type NavegadorGrabado } from '../support/grabadora.ts';
import { fillEfirma, ingresar } from '../support/ingresar.ts';
import { validarCorreo, validarTelefono } from '../support/medios.ts';
import { test as base } from '../support/navegador.ts';
import { findSecretos } from '../support/secretos.ts';

/** A password with letters outside ASCII, which has the most ways to be written. */
const SLUG = 'fisica-con-enie';
const RETRASO_MS = 4_000;

const test = base.extend<{ grabado: NavegadorGrabado }>({
  // A whole browser: the one without windows forgets a chosen file when Enter is pressed on it.
  grabado: async ({ portal }, use) => {
    const grabado = await launchGrabado(portal.url, await findChromium());
    await use(grabado);
    await grabado.close();
  },
});

test.describe('La llave privada y su contraseña no salen del navegador', () => {
  test('al ingresar y firmar, también sin JavaScript', async ({ grabado, portal, efirma }) => {
    test.slow();
    const titular = await efirma(SLUG);
    const context = await grabado.browser.newContext();
    const page = await context.newPage();
    await ingresar(page, titular);
    await validarCorreo(page, portal.url, 'llave@privada.example');
    await validarTelefono(page, portal.url, '5522220001');

    const sinScript = await grabado.browser.newContext({
      javaScriptEnabled: false,
      storageState: await context.storageState(),
    });
    const sinScriptPage = await sinScript.newPage();
    await sinScriptPage.goto('/buzon/activacion?paso=firmar');
    await expect(sinScriptPage.getByRole('button', { name: 'Firmar' })).toBeDisabled();
    await fillEfirma(sinScriptPage, titular);
    await pressEverything(sinScriptPage);

    await page.goto('/buzon/activacion?paso=firmar');
    await fillEfirma(page, titular);
    await page.getByRole('button', { name: 'Validar' }).click();
    await expect(page.getByRole('status')).toContainText(titular.nombre);
    await page.getByRole('button', { name: 'Firmar' }).click();
    await page.waitForURL('**/buzon?activado=1');

    expect(grabado.sent().includes(encodeURIComponent(titular.cer.buffer.toString('base64')))).toBe(true);
    expect(findSecretos(grabado.sent(), titular)).toEqual([]);
    expect(findSecretos(await everythingKept(page), titular)).toEqual([]);
    await page.goBack();
    await expect(page.getByText('Activación Buzón IMSS').first()).toBeVisible();
    for (const field of await page.locator('input[type=password]').all()) await expect(field).toHaveValue('');
  });

  test('al ingresar sin JavaScript, aunque se presione todo', async ({ grabado, efirma }) => {
    const titular = await efirma(SLUG);
    const page = await (await grabado.browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto('/ingresar');
    await fillEfirma(page, titular);
    await pressEverything(page);
    expect(findSecretos(grabado.sent(), titular)).toEqual([]);
  });

  test('al ingresar antes de que carguen los programas de la página', async ({ grabado, efirma }) => {
    const titular = await efirma(SLUG);
    const page = await (await grabado.browser.newContext()).newPage();
    await page.route('**/_next/static/**/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, RETRASO_MS));
      await route.continue();
    });
    await page.goto('/ingresar', { waitUntil: 'commit' });
    await fillEfirma(page, titular);
    await expect(page.getByRole('button', { name: 'Ingresar' })).toBeDisabled();
    await pressEverything(page);
    expect(new URL(page.url()).search).toBe('');

    await expect(page.getByRole('button', { name: 'Ingresar' })).toBeEnabled();
    await expect(page.getByLabel('RFC', { exact: true })).toHaveValue(titular.rfc);
    await expect(page.getByText('efirma.key')).toBeVisible();
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.waitForURL('**/buzon');
    expect(findSecretos(grabado.sent(), titular)).toEqual([]);
    expect(findSecretos(await everythingKept(page), titular)).toEqual([]);
  });
});

/** What someone does who gets no answer: «Enter» in every field, and every button of the form, even if disabled. */
async function pressEverything(page: Page): Promise<void> {
  for (const field of await page.getByRole('main').locator('input').all()) await field.press('Enter');
  for (const button of await page.getByRole('main').getByRole('button').all()) await button.click({ force: true });
}

/** Cookies, storage, databases and caches of the portal, as text. */
async function everythingKept(page: Page): Promise<string> {
  const state = await page.context().storageState({ indexedDB: true });
  const rest = await page.evaluate(async () => ({
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    history: history.state,
    name: window.name,
  }));
  return JSON.stringify({ state, rest });
}
