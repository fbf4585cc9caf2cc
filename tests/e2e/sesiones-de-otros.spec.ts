import { expect } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { buscar } from '../support/consola.ts';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: who is signed in is what these scenarios made of it.
renewPortal();

test('quien supervisa termina las sesiones de un titular y de otra persona del equipo, con su motivo, y valen desde la siguiente página', {
  tag: '@telefono',
}, async ({ page, efirma, otroNavegador }) => {
  const suya = await efirma('fisica-con-enie');
  const titular = await (await otroNavegador()).newPage();
  await ingresar(titular, suya);
  const otra = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(otra, await efirma('soporte-atencion'));
  await ingresarComoSoporte(page, await efirma('soporte-supervision'));

  await buscar(page, suya.rfc);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('link', { name: 'Terminar sus sesiones' }).click();
  const ventana = page.getByRole('dialog', { name: 'Terminar las sesiones' });
  await ventana.getByLabel('Motivo').selectOption({ label: 'Otra persona pudo usar su e.firma' });
  await mirar(page, 'terminar sesiones de un titular');
  await ventana.getByRole('button', { name: 'Terminar' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Sesiones terminadas: 1.' })).toBeVisible();
  await mirar(page, 'titular sin sesiones');
  await titular.goto('/buzon');
  await expect(titular).toHaveURL(/\/ingresar/);

  await page.goto('/soporte/equipo');
  const fila = page.getByRole('row').filter({ hasText: 'Atención' });
  await fila.getByRole('link', { name: 'Terminar' }).click();
  await ventana.getByRole('button', { name: 'Terminar' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Sesiones terminadas: 1.' })).toBeVisible();
  await mirar(page, 'equipo sin sesiones');
  await otra.goto('/soporte');
  await expect(otra).toHaveURL(/\/soporte\/ingresar/);

  await page.goto('/soporte');
  await page.getByRole('link', { name: 'Mis sesiones abiertas' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Esta sesión' })).toBeVisible();
  await mirar(page, 'sesiones del personal');
});

test('un titular descarga todo lo que se guarda de él, desde su Buzón y desde el aviso de privacidad', async ({
  page,
  efirma,
}) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const folio = await registrarMedio(page, 'Correo Electrónico', 'mis-datos@correo.example');
  await page.goto('/buzon');
  await mirar(page, 'buzon con mis datos');
  await page.goto('/aviso-de-privacidad');
  await mirar(page, 'privacidad con mis datos');
  const ruta = await page
    .getByRole('link', { name: 'descargar todo lo que el portal guarda de ti' })
    .getAttribute('href');
  const zip = await page.request.get(ruta ?? '');
  expect(zip.headers()['content-disposition']).toMatch(/^attachment; filename="mis-datos-/);
  const archivos = unzipSync(new Uint8Array(await zip.body()));
  expect(strFromU8(archivos['LEEME.txt'] ?? new Uint8Array())).toContain('medio_de_contacto.csv — renglones: 1');
  expect(strFromU8(archivos['medio_de_contacto.csv'] ?? new Uint8Array())).toContain(folio);
  for (let vez = 1; vez < 5; vez++) expect((await page.request.get('/buzon/mis-datos.zip')).status()).toBe(200);
  const refused = await page.request.get('/buzon/mis-datos.zip');
  expect(refused.status()).toBe(429);
  expect(await refused.text()).toContain('Inténtalo de nuevo mañana');
});
