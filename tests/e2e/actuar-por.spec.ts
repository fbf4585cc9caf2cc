import { expect, type Page } from '@playwright/test';
import { waitForCodigo, waitForEnlace } from '../support/bandeja.ts';
import { designarEnPantalla } from '../support/designar-en-pantalla.ts';
import { fillEfirma, ingresar } from '../support/ingresar.ts';
import { aceptarRegistro, guardarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';
import { captureAction, replay } from '../support/repetir-accion.ts';

// Data of its own: what it designates stays there.
renewPortal();
test.use({ quejasEsperadas: [/Failed to fetch|ERR_FAILED|fetch failed|Error/i] });

const TODAS = [
  'Activar el Buzón y firmar la solicitud',
  'Administrar medios de contacto',
  'Presentar aclaraciones',
  'Consultar y descargar acuses',
];
const PAGINAS = [
  '',
  '/medios-de-contacto',
  '/medios-de-contacto/nuevo',
  '/activacion',
  '/acuses',
  '/aclaraciones',
  '/promociones-electronicas',
];

const enBuzonDe = (folio: string) => `/clientes/${folio}/buzon`;

/** By the window and the green box, from the page of medios that is open. */
async function registrar(page: Page, mecanismo: 'Correo Electrónico' | 'Teléfono', valor: string): Promise<string> {
  await page.getByRole('link', { name: 'Mis medios de contacto' }).click();
  await page.getByRole('link', { name: 'Nuevo medio de contacto' }).click();
  await guardarMedio(page, mecanismo, valor);
  return aceptarRegistro(page);
}

test('un representante recorre la sección V por su cliente, con su propia e.firma, y el acuse se verifica', {
  tag: '@telefono',
}, async ({ page, portal, efirma, otroNavegador }) => {
  test.slow();
  const [titular, representante] = [await efirma('moral-tres-registros'), await efirma('fisica-un-registro')];
  const folio = await designarEnPantalla(await (await otroNavegador()).newPage(), titular, representante, TODAS);
  const isEnCliente = () => expect(page).toHaveURL(new RegExp(`${enBuzonDe(folio)}(/|\\?|$)`));
  await ingresar(page, representante);
  await page.getByRole('link', { name: 'A quién represento' }).click();
  await expect(page.getByRole('link', { name: `Actuar por ${titular.nombre}` })).toBeVisible();
  await mirar(page, 'clientes con actuar por');
  await page.getByRole('link', { name: `Actuar por ${titular.nombre}` }).click();
  await isEnCliente();
  await expect(page.getByRole('banner')).toContainText(titular.rfc);
  await expect(page.getByRole('banner')).toContainText(
    `Por conducto de ${representante.nombre}, con RFC ${representante.rfc}`,
  );
  await mirar(page, 'buzon de un cliente');

  await registrar(page, 'Correo Electrónico', 'cliente@actuar-por.example');
  await isEnCliente();
  await registrar(page, 'Teléfono', '5598761001');
  await page.getByRole('button', { name: 'Validar medio de contacto' }).first().click();
  const ventana = page.getByRole('dialog', { name: 'Validación de Celular' });
  await ventana
    .getByLabel('Código de verificación', { exact: true })
    .fill(await waitForCodigo(portal.url, '5598761001'));
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('status')).toContainText('La validación del número celular fue exitosa.');
  await isEnCliente();
  const delCorreo = await (await otroNavegador()).newPage();
  await delCorreo.goto(await waitForEnlace(portal.url, 'cliente@actuar-por.example'));
  await delCorreo.getByRole('button', { name: 'Validar correo electrónico' }).click();
  await expect(delCorreo.getByRole('status')).toContainText('exitosa');

  await page.getByRole('link', { name: 'Activación Buzón IMSS' }).click();
  await page.getByRole('button', { name: 'Aceptar' }).click();
  await isEnCliente();
  await expect(page.getByLabel('RFC', { exact: true })).toHaveValue(representante.rfc);
  await fillEfirma(page, representante);
  await page.getByRole('button', { name: 'Firmar' }).click();
  await page.waitForURL(`${enBuzonDe(folio)}?activado=1`);
  await expect(page.getByRole('status')).toContainText('Firmaste la solicitud y manifestación');
  const [descarga] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Descargar acuse' }).click(),
  ]);
  expect(descarga.suggestedFilename()).toMatch(/^acuse-solicitud-BI-.*\.pdf$/);

  for (const pagina of PAGINAS) {
    const html = await (await page.request.get(enBuzonDe(folio) + pagina)).text();
    expect(html, pagina).toContain('Por conducto de');
    expect(html.match(/(?:href|action|formaction)="\/buzon[^"]*"/gi), pagina).toBeNull();
  }

  await delCorreo.goto('/verificar');
  await delCorreo.locator('input[type=file]').setInputFiles(await descarga.path());
  await expect(delCorreo.getByRole('status')).toContainText('El acuse es auténtico');
  await expect(delCorreo.getByRole('main')).toContainText('Por conducto de');
  await expect(delCorreo.getByRole('main')).toContainText(folio);
});

test('dos pestañas de dos clientes nunca se cruzan, ni repitiendo lo que una envió', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  test.slow();
  const representante = await efirma('particular-sin-registros');
  const clientes = [await efirma('fisica-con-enie'), await efirma('moral-con-ampersand')];
  const folios: string[] = [];
  for (const cliente of clientes)
    folios.push(await designarEnPantalla(await (await otroNavegador()).newPage(), cliente, representante, TODAS));
  const [uno = '', dos = ''] = folios;
  await ingresar(page, representante);
  const otra = await page.context().newPage();
  await page.goto(enBuzonDe(uno));
  await otra.goto(enBuzonDe(dos));
  await registrar(page, 'Correo Electrónico', 'uno@actuar-por.example');
  await registrar(otra, 'Correo Electrónico', 'dos@actuar-por.example');
  for (const [pestana, propio, ajeno, cliente] of [
    [page, 'uno@actuar-por.example', 'dos@actuar-por.example', clientes[0]],
    [otra, 'dos@actuar-por.example', 'uno@actuar-por.example', clientes[1]],
  ] as const) {
    await pestana.getByRole('link', { name: 'Mis medios de contacto' }).click();
    await expect(pestana.getByRole('row').filter({ hasText: propio })).toBeVisible();
    await expect(pestana.getByRole('banner')).toContainText(cliente?.rfc ?? '');
    expect(await pestana.content()).not.toContain(ajeno);
  }
  await page.getByRole('link', { name: 'Nuevo medio de contacto' }).click();
  const action = await captureAction(page, () => guardarMedio(page, 'Correo Electrónico', 'tres@actuar-por.example'));
  const request = page.context().request;
  const cruzada = {
    url: () => action.url().replace(uno, dos),
    headers: () => action.headers(),
    postDataBuffer: () => action.postDataBuffer(),
  };
  expect(await replay(request, cruzada as never)).toContain('No se hizo nada');
  expect(
    await replay(request, { ...cruzada, url: () => action.url().replace(enBuzonDe(uno), '/buzon') } as never),
  ).toContain('No se hizo nada');

  await page.goto(enBuzonDe(uno));
  await page.getByRole('button', { name: 'Salir' }).click();
  await page.waitForURL('/');
  await otra.goto(enBuzonDe(dos));
  await expect(otra).toHaveURL(/\/ingresar\?/);
  await fillEfirma(otra, representante);
  await otra.getByRole('button', { name: 'Ingresar' }).click();
  await otra.waitForURL(enBuzonDe(dos));
});

test('lo que la designación no da está cerrado, y revocada no abre nada más', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  test.slow();
  const [titular, representante] = [await efirma('moral-tres-registros'), await efirma('particular-sin-registros')];
  const suya = await (await otroNavegador()).newPage();
  const folio = await designarEnPantalla(suya, titular, representante, ['Administrar medios de contacto']);
  await ingresar(page, representante);
  const base = enBuzonDe(folio);
  for (const ruta of [
    '/activacion',
    '/acuses',
    '/aclaraciones',
    '/comunicados',
    '/sesiones',
    '/representantes',
    '/mis-datos.zip',
    `/acuses/${folio}/representacion`,
  ]) {
    const respuesta = await page.request.get(base + ruta, { maxRedirects: 0 });
    expect([respuesta.status(), respuesta.headers().location], ruta).toEqual([307, `${base}?sin=facultad`]);
  }
  await page.goto(`${base}/acuses`);
  await expect(page.getByRole('alert').filter({ hasText: 'no te permite eso' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Acuses' })).toBeHidden();
  await mirar(page, 'cliente sin esa facultad');

  await page.goto(`${base}/medios-de-contacto/nuevo`);
  const action = await captureAction(page, () => guardarMedio(page, 'Correo Electrónico', 'tarde@actuar-por.example'));
  expect((await page.request.get(`/clientes/BI-2026.99999999-00/buzon`, { maxRedirects: 0 })).status()).toBe(307);
  await suya.getByRole('button', { name: 'Revocar representación' }).click();
  await expect(suya.getByRole('status').filter({ hasText: /^Revocada$/ })).toBeVisible();
  expect(await replay(page.context().request, action)).toContain(`/clientes?cerrada=${folio}`);
  await page.goto(base);
  await expect(page).toHaveURL(`/clientes?cerrada=${folio}`);
  await expect(page.getByRole('alert').filter({ hasText: 'Su estado: Revocada' })).toBeVisible();
  await mirar(page, 'representacion revocada');
});
