import { expect, type Page } from '@playwright/test';
import { makePdf } from '../support/archivos.ts';
import { waitForEnlace } from '../support/bandeja.ts';
import { type Efirma, makeArchivo } from '../support/efirma-de-demo.ts';
import { fillEfirma, ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { filaDe, guardarMedio, registrarMedio, validarCorreo, validarTelefono } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: what it registers counts towards the limits of others' titulares.
renewPortal();

const TABLA = '/buzon/medios-de-contacto';

test('«Guardar» en la primera pestaña no registra nada para quien entró en la segunda, y conserva lo escrito', async ({
  page,
  efirma,
}) => {
  const [primera, segunda] = [await efirma('fisica-un-registro'), await efirma('moral-con-ampersand')];
  await ingresar(page, primera);
  await page.goto(`${TABLA}/nuevo`);
  const pestana = await page.context().newPage();
  await ingresar(pestana, segunda);

  await guardarMedio(page, 'Correo Electrónico', 'primera@dos-pestanas.example');
  await expectOtra(page, segunda);
  await expect(page.getByLabel('Medio de Contacto', { exact: true })).toHaveValue('primera@dos-pestanas.example');
  await mirar(page, 'otra sesion con lo escrito');
  await pestana.goto(TABLA);
  await expect(pestana.getByText('primera@dos-pestanas.example')).toBeHidden();

  await ingresar(pestana, primera);
  await page.getByRole('button', { name: 'Guardar' }).click();
  const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
  await expect(ventana).toContainText('primera@dos-pestanas.example');
  await ingresar(pestana, segunda);
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  await expectOtra(page, segunda);
  await ingresar(pestana, primera);
  await page.getByRole('button', { name: 'Guardar' }).click();
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('status')).toContainText('Se registró la información correctamente');
});

test('eliminar, reenviar, cerrar sesiones y «Salir» de una pestaña no tocan nada de quien entró en otra', async ({
  page,
  efirma,
}) => {
  const [primera, segunda] = [await efirma('fisica-un-registro'), await efirma('moral-con-ampersand')];
  await ingresar(page, primera);
  const folio = await registrarMedio(page, 'Teléfono', '5598760101');
  const abrir = async (ruta: string) => {
    await page.goto(ruta);
    await ingresar(await page.context().newPage(), segunda);
  };
  const pulsos: [string, string][] = [
    [`${TABLA}?eliminar=${folio}`, 'Aceptar'],
    [TABLA, 'Reenviar'],
    ['/buzon', 'Salir'],
  ];
  for (const [ruta, boton] of pulsos) {
    await abrir(ruta);
    const lugar = { Aceptar: page.getByRole('dialog'), Reenviar: filaDe(page, folio) }[boton] ?? page;
    await lugar.getByRole('button', { name: boton }).click();
    await page.waitForURL('/buzon?sesion=otra');
    await expectOtra(page, segunda);
    await expect(page.getByText(segunda.rfc).first()).toBeVisible();
    if (boton === 'Salir') await mirar(page, 'otra sesion');
    await ingresar(page, primera);
  }
  await page.goto(TABLA);
  await expect(filaDe(page, folio)).toContainText('En proceso');

  await page.goto(`${TABLA}?validar=${folio}`);
  await ingresar(await page.context().newPage(), segunda);
  await page.getByLabel('Código de verificación', { exact: true }).fill('00000');
  await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  await expectOtra(page, segunda);
});

test('una aclaración con archivo y los registros elegidos no pasan a quien entró en otra pestaña', async ({
  page,
  efirma,
}) => {
  const [primera, segunda] = [await efirma('moral-tres-registros'), await efirma('moral-con-ampersand')];
  await ingresar(page, primera);
  const registros = await page.context().newPage();
  await registros.goto(`${TABLA}/nuevo/registros-patronales`);
  await page.goto('/buzon/aclaraciones/nueva');
  const pestana = await page.context().newPage();
  await ingresar(pestana, segunda);
  const presentadas = async () => {
    await pestana.goto('/buzon/aclaraciones');
    await expect(pestana.getByRole('heading', { level: 1 })).toBeVisible();
    return pestana.getByRole('row').count();
  };
  const antes = await presentadas();

  await page.getByLabel('Planteamiento', { exact: true }).fill('No encuentro mi acuse.');
  await page.locator('input[type=file]').setInputFiles(makeArchivo('acuse.pdf', makePdf()));
  await page.getByRole('button', { name: 'Presentar aclaración' }).click();
  await expectOtra(page, segunda);
  await expect(page.getByLabel('Planteamiento', { exact: true })).toHaveValue('No encuentro mi acuse.');
  expect(await presentadas()).toBe(antes);

  const primero = registros.getByRole('row').nth(1).getByRole('checkbox');
  await primero.check();
  await guardarMedio(registros, 'Teléfono', '5598760102');
  await expectOtra(registros, segunda);
  await expect(primero).toBeChecked();
  await ingresar(pestana, primera);
  await registros.getByRole('button', { name: 'Guardar' }).click();
  await expect(registros.getByRole('dialog')).toContainText('Para 1 Registro Patronal');
});

test('«Firmar» en la primera pestaña no firma nada de quien entró en la segunda', async ({ page, portal, efirma }) => {
  test.setTimeout(120_000);
  const [primera, segunda] = [await efirma('fisica-con-enie'), await efirma('moral-con-ampersand')];
  await ingresar(page, primera);
  await validarCorreo(page, portal.url, 'firma@dos-pestanas.example');
  await validarTelefono(page, portal.url, '5598760103');
  await page.goto('/buzon/activacion?paso=firmar');
  await ingresar(await page.context().newPage(), segunda);
  await fillEfirma(page, primera);
  await page.getByRole('button', { name: 'Validar' }).click();
  await page.getByRole('button', { name: 'Firmar' }).click();
  await page.waitForURL('/buzon?sesion=otra');
  await expectOtra(page, segunda);
  await ingresar(page, primera);
  await expect(page.getByText('Continuar a la firma')).toBeVisible();
});

test('sin JavaScript, el formulario de otra sesión lleva a donde se dice de quién es ahora', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  const [primera, segunda] = [await efirma('fisica-un-registro'), await efirma('moral-con-ampersand')];
  await ingresar(page, primera);
  const sinScript = await otroNavegador({ javaScriptEnabled: false });
  await sinScript.addCookies(await page.context().cookies());
  const pestana = await sinScript.newPage();
  await pestana.goto(`${TABLA}/nuevo`);
  await ingresar(page, segunda);
  await sinScript.addCookies(await page.context().cookies());
  await guardarMedio(pestana, 'Correo Electrónico', 'sin-script@dos-pestanas.example');
  await pestana.waitForURL('/buzon?sesion=otra');
  await expectOtra(pestana, segunda);
});

test('lo mismo entre personas de soporte, y entre un titular y soporte', async ({ page, efirma }) => {
  const [atencion, supervision] = [await efirma('soporte-atencion'), await efirma('soporte-supervision')];
  const titular = await efirma('fisica-un-registro');
  await ingresar(page, titular);
  const folio = await registrarMedio(page, 'Correo Electrónico', 'soporte@dos-pestanas.example');
  await page.goto(`${TABLA}?eliminar=${folio}`);
  const pestana = await page.context().newPage();
  await ingresarComoSoporte(pestana, atencion);
  await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  await page.waitForURL('/soporte?sesion=otra');
  await expectOtra(page, atencion);

  await pestana.goto(`/soporte/folios/${folio}`);
  await ingresarComoSoporte(page, supervision);
  await pestana.getByLabel('Nota', { exact: true }).fill('Llamó y se le explicó.');
  await pestana.getByRole('button', { name: 'Agregar nota' }).click();
  await expectOtra(pestana, supervision);
  await expect(pestana.getByLabel('Nota', { exact: true })).toHaveValue('Llamó y se le explicó.');
  await ingresar(page, titular);
  await pestana.getByRole('button', { name: 'Reenviar' }).click();
  await pestana.waitForURL('/buzon?sesion=otra');
  await expectOtra(pestana, titular);
});

test('un enlace con signos detrás, o partido, valida igual', async ({ page, portal, efirma, otroNavegador }) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  const otro = await (await otroNavegador({ javaScriptEnabled: false })).newPage();
  for (const [i, detras] of ['%3E', ').', '%E2%80%8B', '=20'].entries()) {
    const correo = `enlace-${i}@signos.example`;
    const folio = await registrarMedio(page, 'Correo Electrónico', correo);
    await otro.goto((await waitForEnlace(portal.url, correo)) + detras);
    await otro.getByRole('button', { name: 'Validar correo electrónico' }).click();
    await expect(otro.getByRole('status')).toHaveText('La validación de tu correo electrónico fue exitosa.');
    const acuse = `/buzon/acuses/${folio.toLowerCase().replaceAll('-', '%E2%80%93')}/validacion${detras}`;
    await expect.poll(async () => (await page.request.get(acuse)).headers()['content-type']).toBe('application/pdf');
  }
});

async function expectOtra(page: Page, { nombre }: Efirma): Promise<void> {
  const aviso = page.getByRole('main').getByRole('alert');
  await expect(aviso).toContainText('No se hizo nada');
  await expect(aviso).toContainText(`En este navegador la sesión abierta es ahora la de ${nombre}`);
}
