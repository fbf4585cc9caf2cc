import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { waitForEnlace } from '../support/bandeja.ts';
import { downloadEfirma } from '../support/efirma-de-demo.ts';
import { ingresar } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { startPortal } from '../support/portal.ts';

const CORREO = 'tarde@espiga.example';

test('a las 72 horas sin validar, el enlace no sirve, el medio queda Cancelado y se registra de nuevo', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const datos = await mkdtemp(path.join(tmpdir(), 'buzon-72-horas-'));
  const antes = await startPortal({ BUZON_DATOS: datos });
  const context = await browser.newContext({ baseURL: antes.url });
  const page = await context.newPage();
  const efirma = await downloadEfirma(antes.url, 'moral-tres-registros');
  await ingresar(page, efirma);
  const folio = await registrarMedio(page, 'Correo Electrónico', CORREO);
  const enlace = await waitForEnlace(antes.url, CORREO);
  await antes.interrupt();

  // The same portal 72 hours and a minute later.
  const despues = await startPortal({ BUZON_DATOS: datos, PORT: String(antes.port), BUZON_DESFASE: 'PT72H1M' });
  try {
    await page.goto('/buzon');
    await expect(page).toHaveURL(/\/ingresar/);
    await page.goto(enlace);
    await expect(page.getByRole('alert').filter({ hasText: '72 horas' })).toContainText('el registro se canceló');
    await mirar(page, 'enlace vencido');
    await ingresar(page, efirma);
    await page.goto('/buzon/medios-de-contacto');
    await expect(filaDe(page, folio)).toContainText('Cancelado');
    await expect(filaDe(page, folio)).toContainText('No se validó a tiempo.');
    await expect(filaDe(page, folio).getByRole('link', { name: 'Descargar' })).toBeVisible();
    await page.getByRole('link', { name: 'Registrar de nuevo correo y celular' }).click();
    await expect(page.getByRole('main')).toContainText('Se canceló lo que no se validó en 72 horas');
    await mirar(page, 'registrar de nuevo');
    await page.getByRole('button', { name: 'Registrar de nuevo' }).click();
    const recuadro = page.getByRole('status').filter({ hasText: 'Se registró la información correctamente' });
    await expect(recuadro).toBeVisible();
    await expect(recuadro).not.toContainText(folio);
    await expect(page.getByText(CORREO).first()).toBeVisible();
  } finally {
    await context.close();
    await despues.stop();
  }
});
