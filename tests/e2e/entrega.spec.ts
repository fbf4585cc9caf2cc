import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startSmtp } from '#demo/correo/start-smtp.ts';
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
    }).toPass({ timeout: 20_000 });
    await expect(filaDe(page, folio)).toContainText('Revisa que esté bien escrito; si no, elimínalo y registra otro.');
    await expect(filaDe(page, folio)).toContainText('En proceso');
    await mirar(page, 'correo rechazado');
  } finally {
    await portal.stop();
    await smtp.close();
    await rm(folder, { recursive: true, force: true });
  }
});
