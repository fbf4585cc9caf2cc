import { expect, type Page } from '@playwright/test';
import { makePdf } from '../support/archivos.ts';
import { makeArchivo } from '../support/efirma-de-demo.ts';
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
  await expect(fila).toContainText('hace menos de un minuto');
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

test('lo personal que viene en una aclaración está cubierto hasta decir para qué se necesita', {
  tag: '@telefono',
}, async ({ page, efirma, otroNavegador }) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const archivo = makeArchivo('acuse.pdf', makePdf());
  const folio = await presentarAclaracion(page, 'Escríbanme a duda@correo.example.', archivo);
  const soporte = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(soporte, await efirma('soporte-consulta'));
  await soporte.goto(`/soporte/aclaraciones/${folio}`);
  await expect(soporte.getByText('Escríbanme a d•••@c•••.example.')).toBeVisible();
  await expect(soporte.getByText('acuse.pdf')).toContainText('Para descargarlo, presiona «Mostrar».');
  await mirar(soporte, 'soporte aclaracion cubierta');
  const adjunto = `/soporte/aclaraciones/${folio}/adjuntos/1`;
  const cubierto = await soporte.request.get(adjunto);
  expect([cubierto.status(), await cubierto.text()]).toEqual([403, expect.stringContaining('pulsa «Mostrar»')]);

  await soporte.getByRole('link', { name: 'Mostrar' }).click();
  const ventana = soporte.getByRole('dialog', { name: 'Mostrar los datos personales' });
  await ventana.getByLabel('Motivo').selectOption({ index: 1 });
  await ventana.getByLabel('Explica para qué').fill('Para leer lo que pide.');
  await ventana.getByRole('button', { name: 'Mostrar' }).click();
  await expect(soporte.getByText('Escríbanme a duda@correo.example.')).toBeVisible();
  await expect(soporte).toHaveURL(new RegExp(`/soporte/aclaraciones/${folio}$`));
  await mirar(soporte, 'soporte aclaracion a la vista');
  expect((await soporte.request.get(adjunto)).status()).toBe(200);
  await soporte.getByRole('link', { name: folio }).click();
  await expect(soporte.getByRole('heading', { name: `Folio ${folio}` })).toBeVisible();
});

/** The page of one who may attend, with the session and the mark of one who may not: what they would send by hand. */
async function becomeTheOther(page: Page, other: Page): Promise<void> {
  await page.context().clearCookies();
  await page.context().addCookies(await other.context().cookies());
  const marca = await other.locator('input[name="marca"]').first().inputValue();
  await page.locator('input[name="marca"]').evaluateAll((inputs, value) => {
    for (const input of inputs as HTMLInputElement[]) input.value = value;
  }, marca);
}
