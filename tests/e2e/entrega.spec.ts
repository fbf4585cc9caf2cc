import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { startSmtp } from '#demo/correo/start-smtp.ts';
import { waitForMensaje } from '../support/bandeja.ts';
import { downloadEfirma } from '../support/efirma-de-demo.ts';
import { ingresar } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { startPortal } from '../support/portal.ts';

test('un correo que el destino rechaza se ve en la tabla, con qué hacer, y sigue En proceso', async ({ browser }) => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'buzon-entrega-'));
  const smtp = await startSmtp({ folder, now: () => new Date(), fail: () => 'definitivo' });
  const portal = await startPortal({ SMTP_URL: smtp.url });
  try {
    const page = await (await browser.newContext({ baseURL: portal.url })).newPage();
    await ingresar(page, await downloadEfirma(portal.url, 'moral-tres-registros'));
    const folio = await registrarMedio(page, 'Correo Electrónico', 'nadie@espiga.example');
    await expect(async () => {
      await page.goto('/buzon/medios-de-contacto');
      await expect(filaDe(page, folio)).toContainText('Rechazado', { timeout: 500 });
    }).toPass({ timeout: 60_000 });
    await expect(filaDe(page, folio)).toContainText('Revisa que esté bien escrito; si no, elimínalo y registra otro.');
    await expect(filaDe(page, folio)).toContainText('En proceso');
    await mirar(page, 'correo rechazado');
  } finally {
    await portal.stop();
    await smtp.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test('un correo que se devuelve se ve en la tabla, con su motivo y qué hacer', async ({ browser }) => {
  test.setTimeout(120_000);
  const portal = await startPortal();
  try {
    const page = await (await browser.newContext({ baseURL: portal.url })).newPage();
    await ingresar(page, await downloadEfirma(portal.url, 'moral-tres-registros'));
    const folio = await registrarMedio(page, 'Correo Electrónico', 'rebota@espiga.example');
    await page.goto('/buzon/medios-de-contacto');
    await waitForMensaje(portal.url, 'rebota@espiga.example', 'Buzón IMSS: valida tu correo electrónico');
    const env = { ...process.env, BUZON_DATOS: portal.datos, NODE_OPTIONS: '' };
    const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/rebotes.mjs'], { env });
    // The worker may have been faster.
    expect(stdout).toMatch(/Rebotes anotados: [01]\./);
    await page.reload();
    await expect(filaDe(page, folio)).toContainText('Rebotado');
    await expect(filaDe(page, folio)).toContainText('porque esa dirección no existe en su servidor de correo.');
    await expect(filaDe(page, folio)).toContainText('En proceso');
    await mirar(page, 'correo rebotado');
    const bandeja = await page.request.get('/demo/bandeja.json?para=rebota@espiga.example');
    expect(await bandeja.json()).toHaveLength(1);
    const metricas = await (await page.request.get('/api/metricas')).text();
    expect(metricas).toContain('buzon_rebotes_total{resultado="anotado"} 1');
    expect(metricas).toContain('buzon_rebotes_total{resultado="sin_correspondencia"} 0');
  } finally {
    await portal.stop();
  }
});
