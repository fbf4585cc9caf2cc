import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { waitForCodigo, waitForEnlace } from '../support/bandeja.ts';
import { buscar, mostrarDatos, NAVEGADOR_DE_PERSONA, sucesoDe, watchDirecciones } from '../support/consola.ts';
import type { Efirma } from '../support/efirma-de-demo.ts';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { registrarMedio, registrarMedioDeRegistros } from '../support/medios.ts';
import { mirar, mirarSinScript } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: it counts what is found.
renewPortal();

let titular: Page;
let efirmaDelTitular: Efirma;
test.beforeEach(async ({ efirma, otroNavegador }) => {
  efirmaDelTitular = await efirma('moral-tres-registros');
  titular = await (await otroNavegador()).newPage();
  await ingresar(titular, efirmaDelTitular);
});

const frase = (page: Page, texto: string | RegExp) => page.getByRole('main').getByText(texto).first();

test('«no me llegó el correo» se explica en una mirada, y se ve quién abrió el enlace', { tag: '@telefono' }, async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  const correo = 'no.llego@soporte.example';
  const folio = await registrarMedio(titular, 'Correo Electrónico', correo);
  const enlace = await waitForEnlace(portal.url, correo);
  await ingresarComoSoporte(page, await efirma('soporte-consulta'));
  const direcciones = watchDirecciones(page);

  await buscar(page, correo.toUpperCase());
  await mirar(page, 'soporte resultados de un correo');
  await page.getByRole('link', { name: folio, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Folio ${folio}`);
  await expect(frase(page, /El correo está en proceso: quedan 7\d horas/)).toBeVisible();
  await expect(
    frase(page, /^El correo se entregó al servidor de correo el \d{2}\/\w{3}\/\d{4} \d{2}:\d{2}:\d{2}/),
  ).toBeVisible();
  await expect(frase(page, 'El enlace no se ha abierto.')).toBeVisible();
  await expect(sucesoDe(page, 'el servidor de correo lo aceptó')).toContainText('250');
  await expect(page.getByRole('table', { name: 'Lo que sigue' })).toContainText('Cancelar el registro');
  await mirar(page, 'soporte folio en proceso');
  for (const dato of [correo, efirmaDelTitular.rfc, efirmaDelTitular.nombre]) {
    expect(await page.content()).not.toContain(dato);
    expect(direcciones.filter((direccion) => direccion.toLowerCase().includes(dato.toLowerCase()))).toEqual([]);
  }

  await page.request.head(enlace, { headers: { 'user-agent': 'filtro-de-correo/1.0 scanner' } });
  await page.reload();
  await expect(frase(page, /sólo lo ha abierto un programa/)).toBeVisible();

  const persona = await (await otroNavegador(NAVEGADOR_DE_PERSONA)).newPage();
  await Promise.all([persona.waitForResponse(/\/abierto$/), persona.goto(enlace)]);
  await page.reload();
  await expect(frase(page, /probablemente por una persona/)).toBeVisible();

  await titular.goto(enlace);
  await expect(titular.getByRole('status')).toContainText('fue exitosa');
  await page.reload();
  await expect(frase(page, /El correo está validado/)).toBeVisible();
  await expect(sucesoDe(page, 'Lo abrió un programa')).toHaveCount(1);
  await expect(sucesoDe(page, 'Se validó con el enlace y la sesión del titular')).toHaveCount(1);
  await expect(sucesoDe(page, 'Consultó este folio.').last()).toContainText('Soporte:');
});

test('«Mostrar» pide el motivo, muestra los datos de ese folio y queda a la vista de quien lo abra después', {
  tag: '@telefono',
}, async ({ page, efirma, otroNavegador }) => {
  const folio = await registrarMedio(titular, 'Correo Electrónico', 'mostrar@soporte.example');
  await ingresarComoSoporte(page, await efirma('soporte-consulta'));
  await buscar(page, folio);
  await page.getByRole('link', { name: 'Mostrar' }).click();
  const ventana = page.getByRole('dialog', { name: 'Mostrar los datos personales' });
  await expect(ventana).toBeVisible();
  await mirar(page, 'soporte ventana de mostrar');
  await ventana.getByLabel('Explica para qué').fill('Llamó del 55 1234 5678');
  await ventana.getByRole('button', { name: 'Mostrar' }).click();
  await expect(ventana.getByRole('alert')).toHaveText('Elige para qué necesitas ver los datos.');
  await ventana.getByLabel('Motivo').selectOption({ label: 'Atender una aclaración' });
  await ventana.getByRole('button', { name: 'Mostrar' }).click();
  await expect(ventana.getByRole('alert')).toContainText('Quita del texto los correos, teléfonos y RFC');
  await expect(ventana.getByLabel('Explica para qué')).toHaveValue('Llamó del 55 1234 5678');
  await ventana.getByLabel('Explica para qué').fill('Confirmar con él la dirección');
  await ventana.getByRole('button', { name: 'Mostrar' }).click();
  await expect(page.getByRole('main')).toContainText('mostrar@soporte.example');
  await expect(page.getByRole('main')).toContainText(efirmaDelTitular.rfc);
  await mirar(page, 'soporte folio a la vista');
  await page.getByRole('link', { name: 'Cubrirlos de nuevo' }).click();
  await expect(page.getByRole('main')).not.toContainText('mostrar@soporte.example');

  const otra = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(otra, await efirma('soporte-supervision'));
  await otra.goto(`/soporte/folios/${folio}`);
  await expect(otra.getByRole('main')).not.toContainText('mostrar@soporte.example');
  await expect(sucesoDe(otra, 'Mostró los datos personales. Motivo: Atender una aclaración.')).toHaveCount(1);
});

test('quien atiende reenvía dentro de los topes y deja notas que todo el personal lee', { tag: '@telefono' }, async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  const folio = await registrarMedioDeRegistros(titular, 'Teléfono', '5598123401');
  await waitForCodigo(portal.url, '5598123401');
  await ingresarComoSoporte(page, await efirma('soporte-atencion'));
  await buscar(page, '55 9812 3401');
  await page.getByRole('link', { name: folio, exact: true }).click();
  await page.getByRole('button', { name: 'Reenviar' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Espera un minuto' })).toBeVisible();

  await page.getByLabel('Nota', { exact: true }).fill('Su correo es ana@correo.example');
  await page.getByRole('button', { name: 'Agregar nota' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Quita del texto' })).toBeVisible();
  await page.getByLabel('Nota', { exact: true }).fill('Se le pidió revisar sus mensajes.');
  await page.getByRole('button', { name: 'Agregar nota' }).click();
  await expect(page.getByRole('status')).toHaveText('La nota se agregó.');
  await mirar(page, 'soporte folio con nota');
  await page.getByRole('link', { name: 'Ver cuáles son' }).click();
  await expect(page.getByRole('table', { name: 'Registros Patronales' }).getByRole('row')).toHaveCount(4);
  await mirar(page, 'soporte registros de un folio');

  const otra = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(otra, await efirma('soporte-consulta'));
  await otra.goto(`/soporte/folios/${folio}`);
  await expect(otra.getByRole('table', { name: 'Notas' })).toContainText('Se le pidió revisar sus mensajes.');
  // Others count on this titular's only place for a phone of its registros.
  await titular.goto(`/buzon/medios-de-contacto?eliminar=${folio}`);
  await titular.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
});

test('el folio se exporta en PDF y CSV, cubierto como la pantalla', async ({ page, efirma }) => {
  const correo = 'exportar@soporte.example';
  const folio = await registrarMedio(titular, 'Correo Electrónico', correo);
  const atencion = await efirma('soporte-atencion');
  await ingresarComoSoporte(page, atencion);
  await page.goto(`/soporte/folios/${folio}`);
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const csv = await download('Exportar en CSV');
  expect(csv.name).toBe(`folio-${folio}.csv`);
  expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(csv.bytes.toString()).toContain('"Sucedió"');
  expect(csv.bytes.toString()).toContain(
    `"Exportó este folio en CSV, con los datos personales cubiertos.","","Soporte: ${atencion.nombre}"`,
  );
  expect(csv.bytes.toString()).not.toContain(correo);
  const pdf = await download('Exportar en PDF');
  expect(pdf.name).toBe(`folio-${folio}.pdf`);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await mostrarDatos(page);
  expect((await download('Exportar en CSV')).bytes.toString()).toContain(correo);
  await page.getByRole('link', { name: 'Cubrirlos de nuevo' }).click();
  expect((await download('Exportar en CSV')).bytes.toString()).not.toContain(correo);
  await page.reload();
  await expect(sucesoDe(page, 'Exportó este folio en PDF')).toHaveCount(1);
});

test('sin JavaScript se busca, se explica, se muestra y se anota', async ({ page, efirma, otroNavegador }) => {
  const correo = 'sin.script@soporte.example';
  const folio = await registrarMedio(titular, 'Correo Electrónico', correo);
  await ingresarComoSoporte(page, await efirma('soporte-atencion'));
  const storageState = await page.context().storageState();
  const sin = await (await otroNavegador({ javaScriptEnabled: false, storageState })).newPage();
  await buscar(sin, correo);
  await sin.getByRole('link', { name: folio, exact: true }).click();
  await expect(frase(sin, 'El enlace no se ha abierto.')).toBeVisible();
  await sin.getByRole('link', { name: 'Mostrar' }).click();
  const ventana = sin.getByRole('dialog', { name: 'Mostrar los datos personales' });
  await ventana.getByRole('button', { name: 'Mostrar' }).click();
  await expect(ventana.getByRole('alert')).toHaveText('Elige para qué necesitas ver los datos.');
  await ventana.getByLabel('Motivo').selectOption('OTRO');
  await ventana.getByLabel('Explica para qué').fill('Confirmar con él la dirección');
  await ventana.getByRole('button', { name: 'Mostrar' }).click();
  await expect(sin.getByRole('main')).toContainText(correo);
  await sin.getByLabel('Nota', { exact: true }).fill('Sin JavaScript.');
  await sin.getByRole('button', { name: 'Agregar nota' }).click();
  await expect(sin.getByRole('table', { name: 'Notas' })).toContainText('Sin JavaScript.');
  await mirarSinScript(sin, 'soporte folio sin javascript');
});
