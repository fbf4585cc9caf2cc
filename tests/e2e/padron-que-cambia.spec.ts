import { expect, type Page } from '@playwright/test';
import { waitForCodigo, waitForMensaje } from '../support/bandeja.ts';
import { importPadronCommand } from '../support/importar-padron.ts';
import { fillEfirma, ingresar } from '../support/ingresar.ts';
import { filaDe, registrarMedioDeRegistros, validarCorreo, validarTelefono } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

const REGISTROS = '/buzon/medios-de-contacto/nuevo/registros-patronales';
const MEDIOS = '/buzon/medios-de-contacto';

// Data of its own, whose padrón changes.
renewPortal();

test('los registros que llegan después no los cubre un «todos» anterior: se dice y se ofrece agregarlos', {
  tag: '@telefono',
}, async ({ page, portal, efirma }) => {
  const titular = await efirma('moral-tres-registros');
  await ingresar(page, titular);
  const folio = await registrarMedioDeRegistros(page, 'Correo Electrónico', 'nomina@espiga.example');
  await page.goto(REGISTROS);
  await expect(page.getByText('Tienes Registros Patronales nuevos')).toBeHidden();

  const nuevos = ['X9000001105', 'X9000002103'].map((registro) => ({ ...titular, registro }));
  expect(await importPadronCommand(portal.datos, nuevos)).toContain('2 renglones: 2 nuevos');
  for (const ruta of [MEDIOS, REGISTROS]) {
    await page.goto(ruta);
    await expect(page.getByRole('main')).toContainText(
      `nomina@espiga.example se registró con «Seleccionar todos los Registros Patronales», con el número de folio: ${folio}. No cubre 2 Registros Patronales que llegaron después.`,
    );
    await mirar(page, `registros nuevos en ${ruta.split('/').at(-1)}`);
  }
  await page.getByRole('button', { name: 'Agregarlos con ese medio de contacto' }).click();
  await expect(page.getByText('2 de 5 Registros Patronales seleccionados')).toBeVisible();
  await expect(page.getByLabel('Medio de Contacto', { exact: true })).toHaveValue('nomina@espiga.example');
  await page.getByRole('button', { name: 'Guardar' }).click();
  const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
  await expect(ventana).toContainText('Para 2 Registros Patronales.');
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('status')).toContainText('Se registró la información correctamente');
  await page.goto(REGISTROS);
  await expect(page.getByText('Tienes Registros Patronales nuevos')).toBeHidden();
});

test('los registros que pasan a otro RFC dejan su medio de contacto: con acuse, con aviso y diciendo por qué', {
  tag: '@telefono',
}, async ({ page, portal, efirma }) => {
  const titular = await efirma('moral-tres-registros');
  await ingresar(page, titular);
  await validarCorreo(page, portal.url, 'direccion@espiga.example');
  const folio = await registrarMedioDeRegistros(page, 'Correo Electrónico', 'turnos@espiga.example');
  await page.goto(`${MEDIOS}/${folio}/registros-patronales`);
  const numeros = (await page.getByRole('row').allInnerTexts()).flatMap(
    (row) => /[A-Z]\d{2}-\d{5}-\d{2}-\d/.exec(row)?.[0] ?? [],
  );
  const otro = { rfc: 'MEGL920721K30', nombre: 'LETICIA' };
  await importPadronCommand(portal.datos, [{ ...otro, registro: numeros[0] as string }]);
  const aviso = await waitForMensaje(portal.url, 'direccion@espiga.example', `el del medio de contacto es ${folio}`);
  expect(aviso.subject).toContain('dejó de ser para algunos registros');
  const baja = aviso.text.match(/BI-\d{4}\.\d{8,}-\d{2}/g)?.find((each) => each !== folio);
  await page.goto('/buzon/acuses');
  const bajas = page.getByRole('row').filter({ hasText: 'Baja de Registros Patronales' });
  await expect(bajas.filter({ hasText: baja ?? folio })).toHaveCount(1);

  await importPadronCommand(
    portal.datos,
    numeros.slice(1).map((registro) => ({ ...otro, registro })),
  );
  await waitForMensaje(portal.url, 'direccion@espiga.example', 'se quedó sin registros patronales');
  await page.goto(MEDIOS);
  const fila = filaDe(page, folio);
  await expect(fila).toContainText('Sus Registros Patronales dejaron de estar a tu nombre en el padrón.');
  const hrefs = await fila
    .getByRole('link', { name: 'Descargar' })
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs.at(-1)).toBe(`/buzon/acuses/${folio}/baja`);
  for (const href of hrefs) expect((await page.request.get(href)).status()).toBeLessThan(300);
  await mirar(page, 'medio de contacto que se quedó sin registros patronales');
});

test('con todos sus registros de baja se le dice, y la activación muestra el aviso de quien no los tiene', {
  tag: '@telefono',
}, async ({ page, portal, efirma }) => {
  const titular = await efirma('fisica-un-registro');
  await ingresar(page, titular);
  await validarCorreo(page, portal.url, 'rosario@costura.example');
  await validarTelefono(page, portal.url, '5511110022');
  await page.goto('/buzon/activacion');
  await expect(page.getByText('Tu RFC no tiene asociados Registros Patronales.')).toBeHidden();

  await page.goto(REGISTROS);
  const registro = await page.getByRole('checkbox').nth(2).inputValue();
  await importPadronCommand(portal.datos, [{ ...titular, registro, estado: 'baja' }]);
  await page.reload();
  await expect(page.getByText('Todos tus Registros Patronales están dados de baja')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Guardar' })).toBeHidden();
  await mirar(page, 'todos los registros de baja');
  await page.goto(MEDIOS);
  await expect(page.getByText('Estimado Usuario:', { exact: true })).toBeVisible();
  await page.goto('/buzon/activacion');
  await expect(page.getByText('Estimado Usuario: Tu RFC no tiene asociados Registros Patronales.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Aceptar' })).toBeVisible();
});

test('una vez firmada la solicitud, el recuadro verde del código ya no pide firmarla', async ({
  page,
  portal,
  efirma,
}) => {
  const titular = await efirma('moral-con-ampersand');
  await ingresar(page, titular);
  await validarCorreo(page, portal.url, 'hola@mrconsultores.example');
  await validarTelefono(page, portal.url, '5511110033');
  await page.goto('/buzon/activacion?paso=firmar');
  await fillEfirma(page, titular);
  await page.getByRole('button', { name: 'Firmar' }).click();
  await page.waitForURL('**/buzon?activado=1');
  await registrarMedioDeRegistros(page, 'Teléfono', '5511110044');
  await validarCodigo(page, portal.url, '5511110044');
  const recuadro = page.getByRole('status');
  await expect(recuadro).toContainText('La validación del número celular fue exitosa.');
  await expect(recuadro).toContainText('Quedó validado para 1 Registro Patronal.');
  await expect(recuadro).not.toContainText('deberás firmar');
  await page.getByRole('link', { name: 'Ver mis medios de contacto' }).click();
  await page.waitForURL('**/buzon/medios-de-contacto');
});

async function validarCodigo(page: Page, portalUrl: string, celular: string): Promise<void> {
  await page.getByRole('button', { name: 'Validar medio de contacto' }).click();
  const ventana = page.getByRole('dialog', { name: 'Validación de Celular' });
  await ventana.getByLabel('Código de verificación').fill(await waitForCodigo(portalUrl, celular));
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
}
