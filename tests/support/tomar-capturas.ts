// The pictures of the README: `npx tsx tests/support/tomar-capturas.ts` starts a portal, walks it and writes them anew.
import { mkdir } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from './chromium.ts';
import { downloadEfirma } from './efirma-de-demo.ts';
import { fillEfirma, ingresar } from './ingresar.ts';
import { registrarMedio, validarCorreo, validarTelefono } from './medios.ts';
import { type Portal, startPortal } from './portal.ts';

const CARPETA = 'public/capturas';
const CORREO = 'despacho@espiga.example';

const portal = await startPortal();
const browser = await chromium.launch(await findChromium());
try {
  await mkdir(CARPETA, { recursive: true });
  const context = await browser.newContext({
    baseURL: portal.url,
    locale: 'es-MX',
    viewport: { width: 1280, height: 860 },
  });
  await walk(await context.newPage(), portal);
} finally {
  await browser.close();
  await portal.stop();
}

async function walk(page: Page, { url }: Portal): Promise<void> {
  await page.goto('/');
  await take(page, 'inicio');
  const efirma = await downloadEfirma(url, 'moral-tres-registros');
  await ingresar(page, efirma);
  await validarCorreo(page, url, CORREO);
  await validarTelefono(page, url, '5512345678');
  await registrarMedio(page, 'Correo Electrónico', 'avisos@espiga.example');
  await take(page, 'registro');
  await page.goto('/buzon/activacion?paso=firmar');
  await fillEfirma(page, efirma);
  await page.getByRole('button', { name: 'Validar' }).click();
  await page.getByRole('status').filter({ hasText: 'Número de serie' }).waitFor();
  await take(page, 'firma');
  await page.getByRole('button', { name: 'Firmar' }).click();
  await page.waitForURL('**/buzon?*');
  await page.goto('/buzon/medios-de-contacto');
  await take(page, 'medios');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/buzon');
  await take(page, 'telefono');
}

async function take(page: Page, nombre: string): Promise<void> {
  await page.screenshot({ path: `${CARPETA}/${nombre}.jpg`, type: 'jpeg', quality: 72 });
}
