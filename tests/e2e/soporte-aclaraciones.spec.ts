import { expect, type Page } from '@playwright/test';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { filaDe } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';
import { presentarAclaracion } from '../support/presentar.ts';

test('soporte atiende, responde y cierra una aclaración, y su titular lo ve', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  const folio = await presentarAclaracion(page, 'No me llega el correo de validación.');

  const soporte = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(soporte, await efirma('soporte-atencion'));
  await soporte.getByRole('link', { name: 'Aclaraciones' }).click();
  const fila = filaDe(soporte, folio);
  await expect(fila).toContainText('hace 0 minutos');
  await expect(fila).not.toContainText('M&R150820HB5');
  await mirar(soporte, 'soporte aclaraciones');
  await fila.getByRole('link', { name: folio }).click();
  await expect(soporte.getByText('No me llega el correo de validación.')).toBeVisible();
  await expect(soporte.getByRole('button', { name: 'Cerrar aclaración' })).toHaveCount(0);
  await soporte.getByRole('button', { name: 'Atender' }).click();
  await expect(soporte.getByRole('status').filter({ hasText: 'Ahora la atiendes' })).toBeVisible();
  await mirar(soporte, 'soporte aclaracion');

  await soporte.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(soporte.getByRole('alert').filter({ hasText: 'Escribe la respuesta.' })).toBeVisible();
  await soporte.getByLabel('Respuesta', { exact: true }).fill('Revisa la bandeja de spam.');
  await soporte.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(soporte.getByRole('status').filter({ hasText: 'La respuesta quedó registrada' })).toBeVisible();
  await expect(soporte.getByRole('heading', { name: 'Respuesta de ANDRES ZAMORA MEDINA' })).toBeVisible();
  await page.goto(`/buzon/aclaraciones/${folio}`);
  await expect(page.getByText('Revisa la bandeja de spam.')).toBeVisible();

  await soporte.getByRole('button', { name: 'Cerrar aclaración' }).click();
  await expect(soporte.getByRole('status').filter({ hasText: 'La aclaración se cerró' })).toBeVisible();
  await expect(soporte.getByRole('button', { name: 'Enviar respuesta' })).toHaveCount(0);
});

test('quien consulta lee una aclaración, y no puede atenderla ni en pantalla ni por su dirección', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const folio = await presentarAclaracion(page, 'Tengo una duda.');
  const atencion = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(atencion, await efirma('soporte-atencion'));
  await atencion.goto(`/soporte/aclaraciones/${folio}`);

  const consulta = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(consulta, await efirma('soporte-consulta'));
  await consulta.goto(`/soporte/aclaraciones/${folio}`);
  await expect(consulta.getByText('Tengo una duda.')).toBeVisible();
  for (const name of ['Atender', 'Enviar respuesta', 'Cerrar aclaración'])
    await expect(consulta.getByRole('button', { name })).toHaveCount(0);
  await becomeTheOther(atencion, consulta);
  await atencion.getByRole('button', { name: 'Atender' }).click();
  await expect(atencion).toHaveURL(/\/soporte\?sin=permiso/);
  await expect(atencion.getByRole('alert').filter({ hasText: 'Tu rol no incluye esa función' })).toBeVisible();
});

/** The page of one who may attend, with the session of one who may not: what they would send by hand. */
async function becomeTheOther(page: Page, other: Page): Promise<void> {
  await page.context().clearCookies();
  await page.context().addCookies(await other.context().cookies());
}
