import { expect, type Page } from '@playwright/test';
import { canUnpack } from '../support/chromium.ts';
import { ingresar } from '../support/ingresar.ts';
import { FECHA, FOLIO, registrarMedio } from '../support/medios.ts';
import { test } from '../support/navegador.ts';

// A portal of its own: its titular has registered nothing yet.
test.use({ ajustes: { LOG_NIVEL: 'fatal', BUZON_DEMO_ABIERTA: 'si' } });

// The letters are the portal's own, and are drawn by the browser that every machine gets from npm.
test.skip(!canUnpack() || Boolean(process.env.CHROMIUM_PATH), 'los retratos son del Chromium de npm, en Linux x64');

/** What is another each day, and as wide as it was. */
const CAMBIA = [
  [FOLIO, 'BI-0000.00000000-00'],
  [FECHA, '00/ene/0000 00:00'],
  [String.raw`\d+ (horas?|minutos?)`, '00 $1'],
] as const;

/** As kept in `retratos/`, but for one pixel in two hundred. */
async function comparar(page: Page, nombre: string): Promise<void> {
  await expect(page).toHaveScreenshot(`${nombre}.png`, { maxDiffPixelRatio: 0.005 });
}

/** The same of a page with folios and hours, once its script has it: what it finds changed it would draw anew. */
async function compararSinFechas(page: Page, nombre: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate((cambia) => {
    const textos = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let texto = textos.nextNode(); texto; texto = textos.nextNode())
      for (const [patron, fijo] of cambia)
        texto.nodeValue = (texto.nodeValue ?? '').replace(new RegExp(patron, 'g'), fijo);
  }, CAMBIA);
  await comparar(page, nombre);
}

test('las páginas de todos se ven como en su retrato', { tag: '@telefono' }, async ({ page }) => {
  for (const nombre of ['inicio', 'ingresar', 'verificar', 'ayuda']) {
    await page.goto(nombre === 'inicio' ? '/' : `/${nombre}`);
    await comparar(page, nombre);
  }
});

test('las páginas del Buzón se ven como en su retrato', { tag: '@telefono' }, async ({ page, efirma }) => {
  await ingresar(page, await efirma('moral-tres-registros'));
  await compararSinFechas(page, 'buzon');
  await registrarMedio(page, 'Correo Electrónico', 'retrato@espiga.example');
  await compararSinFechas(page, 'registrado');
  for (const nombre of ['medios-de-contacto', 'activacion']) {
    await page.goto(`/buzon/${nombre}`);
    await compararSinFechas(page, nombre);
  }
});
