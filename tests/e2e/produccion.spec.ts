import { spawnSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import { EFIRMAS_DE_DEMO } from '#demo/autoridad/efirmas-de-demo.ts';
import { valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { callAction, readActionIds } from '../support/acciones.ts';
import { FISICA } from '../support/efirma/autoridad-de-prueba.ts';
import { hasOpenssl } from '../support/efirma/openssl-ocsp.ts';
import { fillEfirma, ingresar } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test as base, complaintsIn } from '../support/navegador.ts';
import { isShownAsSigned, pdfsig } from '../support/pdfsig.ts';
import { type Produccion, startProduccion } from '../support/produccion.ts';

const CORREO = 'rosario@correo.example';
const CELULAR = '5599990001';

/** The portal of these scenarios is in produccion, with its worker apart and nothing embedded. */
const test = base.extend<object, { produccion: Produccion }>({
  produccion: [
    async ({ ajustes: _ }, use) => {
      const produccion = await startProduccion();
      await use(produccion);
      await produccion.stop();
      for (const output of [produccion.portal.output(), produccion.workerOutput()]) {
        expect(output.trim()).toMatch(/Detengo el portal…"}$/);
        expect(linesThatAreNoJson(output)).toEqual([]);
        expect(datosIn(output), 'datos personales en la bitácora técnica').toEqual([]);
        expect(complaintsIn(output), 'lo que escribió en su bitácora').toEqual([]);
      }
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  portal: [({ produccion }, use) => use(produccion.portal), { scope: 'worker', timeout: 300_000 }],
});

const linesThatAreNoJson = (output: string) =>
  output.split('\n').filter((line) => line !== '' && !/^\{.*\}$/.test(line));

/** What these scenarios typed, received or were given, and whatever has the shape of it. */
const DATOS = [
  /[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}/,
  /[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d/,
  /[\w.+-]+@[\w-]+\.[a-z]{2,}/,
  /(?<!\d)\d{10}(?!\d)/,
  /(?<![\w-])[\w-]{54}(?![\w-])/,
  /BI-\d{4}\.\d{8}/,
  /rosario/i,
  new RegExp(FISICA.nombre.split(' ')[0] ?? '-', 'i'),
];

/** The id of a request is made at random, and may hold ten digits in a row. */
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

function datosIn(output: string): string[] {
  return output.split('\n').filter((line) => DATOS.some((dato) => dato.test(line.replace(UUID, ''))));
}

test.skip(!hasOpenssl, 'openssl is missing');

test('en produccion una persona activa su Buzón', async ({ page, produccion }) => {
  test.slow();
  await ingresar(page, produccion.titular);
  await test.step('el correo llega por STARTTLS con contraseña, y se valida', async () => {
    await registrarMedio(page, 'Correo Electrónico', CORREO);
    const { html } = await produccion.waitForCorreo(CORREO, 'Buzón IMSS: valida tu correo electrónico');
    expect(html).not.toContain('demostración');
    await page.goto(/<a href="([^"]+)"[^>]*>aquí<\/a>/.exec(html || '')?.[1] ?? '');
    await expect(page.getByRole('status')).toHaveText('La validación de tu correo electrónico fue exitosa.');
    await produccion.waitForCorreo(CORREO, 'Buzón IMSS: tu correo electrónico fue validado');
  });
  const folio = await test.step('el SMS llega por Twilio, que dice que lo entregó, y se valida', async () => {
    const folio = await registrarMedio(page, 'Teléfono', CELULAR);
    const codigo = /Codigo: (\d{5})\./.exec(await produccion.waitForSms(CELULAR))?.[1] ?? '';
    await page.getByRole('button', { name: 'Validar medio de contacto' }).click();
    await page.getByLabel('Código de verificación', { exact: true }).fill(codigo);
    await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
    await expect(page.getByRole('status')).toContainText('La validación del número celular fue exitosa.');
    return folio;
  });
  await test.step('firma la solicitud', async () => {
    await page.goto('/buzon/activacion');
    await page.getByRole('button', { name: 'Aceptar' }).click();
    await fillEfirma(page, produccion.titular);
    await page.getByRole('button', { name: 'Firmar' }).click();
    await page.waitForURL('**/buzon?activado=1');
    await produccion.waitForCorreo(CORREO, 'Buzón IMSS: tu Buzón IMSS está activo');
  });
  await test.step('sus acuses llevan el sello del instituto, y no dicen que sean de demostración', async () => {
    await page.goto('/buzon/medios-de-contacto');
    await expect(filaDe(page, folio)).toContainText('Entregado');
    await expectAcuse(page, (await filaDe(page, folio).getByRole('link').first().getAttribute('href')) ?? '');
    await page.goto('/buzon/activacion');
    await expectAcuse(page, (await page.getByRole('link', { name: 'Descargar' }).first().getAttribute('href')) ?? '');
    const sellos = await produccion.query(
      'SELECT DISTINCT es_demo FROM acuse JOIN certificado_de_sello ON huella = certificado_de_sello',
    );
    expect(sellos).toEqual([{ es_demo: false }]);
  });
  await test.step('sus acuses llevan dentro un sello de tiempo, y quien los verifica lo ve', async () => {
    const objetos = await produccion.query('SELECT DISTINCT objeto FROM sello_de_tiempo');
    expect(objetos).toEqual([{ objeto: 'SELLO_DEL_DOCUMENTO' }]);
    const [acuse] = await produccion.query<{ folio: string; sello: Buffer }>(
      "SELECT folio, sello FROM acuse WHERE tipo = 'SOLICITUD'",
    );
    await page.goto(`/verificar/${acuse?.folio}/solicitud?v=${valorDe(acuse?.sello ?? Buffer.of())}`);
    await expect(page.getByRole('status')).toContainText('El acuse es auténtico');
    await expect(page.getByRole('main')).toContainText(/Sello de tiempo.*según Sello de tiempo de prueba/s);
    await mirar(page, 'verificar-sello-de-tiempo');
  });
  await test.step('se preguntó por su e.firma al ingresar y otra vez al firmar', async () => {
    const answers = await produccion.query(
      "SELECT 1 FROM consulta_ocsp WHERE resultado = 'BUENO' AND length(respuesta) > 100",
    );
    expect(answers).toHaveLength(2);
  });
});

test.describe('con una e.firma revocada', () => {
  test.use({ quejasEsperadas: [/\/ingresar: .*401/] });

  test('en produccion no entra una e.firma que el servicio de revocación da por revocada', async ({
    page,
    produccion,
  }) => {
    await page.goto('/ingresar');
    await fillEfirma(page, produccion.revocado);
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'revoca' })).toBeVisible();
  });
});

test('en produccion no existe nada de la demostración', async ({ page, portal }) => {
  const slugs = EFIRMAS_DE_DEMO.slice(0, 2).flatMap(({ slug }) => [`efirmas/${slug}.zip`, `ingresar/${slug}`]);
  for (const address of ['', 'bandeja', 'bandeja.json', 'bandeja/1', 'efirmas.json', ...slugs])
    expect((await page.request.get(`/demo/${address}`)).status(), address).toBe(404);
  for (const address of ['/', '/ingresar']) {
    await page.goto(address);
    await expect(page.locator('a[href*="/demo"], form[action*="demo"], iframe')).toHaveCount(0);
  }
  // Its actions are in the build, which serves any setting: whoever knows their names finds nothing behind them.
  const ids = await readActionIds();
  for (const [nombre, campos] of [
    ['moveRelojAction', { horas: '72' }],
    ['setAveriaDeDemoAction', { averia: 'ocsp', rota: 'si' }],
  ] as const)
    expect(
      await callAction(page.request, portal.url, ids.get(nombre) ?? '', { ruta: '/ingresar', argumentos: { campos } }),
    ).toContain('NEXT_HTTP_ERROR_FALLBACK;404');
});

test.describe('lo que no existe', () => {
  test.use({ quejasEsperadas: [/404 \(Not Found\)/] });

  test('en produccion toda respuesta lleva su referencia, y la bitácora técnica sabe de ella', async ({
    page,
    produccion,
  }) => {
    const addresses = [
      '/',
      '/no-existe',
      '/icono.svg',
      '/api/salud/vivo',
      '/buzon',
      '/verificar/BI-1/registro',
      '/%E0%A4',
    ];
    for (const address of addresses) {
      const answer = await page.request.get(address, { maxRedirects: 0 });
      const id = answer.headers()['x-request-id'] ?? '';
      expect(id, address).toMatch(/^[\da-f-]{36}$/);
      if (answer.status() === 404) expect(await answer.text(), address).toContain(id);
      if (answer.status() < 400 && /icono|salud/.test(address)) continue;
      const tells = () =>
        produccion.portal
          .output()
          .split('\n')
          .some((line) => line.includes(id) && line.includes('"ruta"'));
      await expect.poll(tells, { message: address }).toBe(true);
    }
    const given = await page.request.get('/ayuda', { headers: { 'x-request-id': 'de-un-proxy-conocido-1' } });
    expect(given.headers()['x-request-id']).toBe('de-un-proxy-conocido-1');
    await page.goto('/no-existe-tampoco');
    await expect(page.getByText('Referencia, por si pides ayuda:')).toBeVisible();
    await mirar(page, 'no-encontrada-con-referencia');
  });
});

test('en produccion el worker dice que vive, que puede trabajar y lo que hizo', async ({ produccion }) => {
  const ask = (path: string) => fetch(`http://127.0.0.1:${produccion.workerPort}${path}`);
  expect((await ask('/salud/vivo')).status).toBe(200);
  expect(await (await ask('/salud/listo')).json()).toMatchObject({ listo: true });
  const metricas = await (await ask('/metricas')).text();
  expect(metricas).toMatch(/buzon_entregas_total\{proveedor="correo",resultado="aceptado"\} [1-9]/);
  expect(metricas).toMatch(/buzon_tarea_duration_seconds_count\{tarea="emitir-acuse",resultado="hecha"\} [1-9]/);
  expect((await ask('/otra')).status).toBe(404);
});

async function expectAcuse(page: Page, href: string): Promise<void> {
  const answer = await page.request.get(href);
  expect(answer.status()).toBe(200);
  const pdf = await answer.body();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const { stdout, error } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });
  if (error) return;
  expect(stdout).toContain('Sello Digital:');
  expect(stdout).not.toContain('demostración');
  expect(isShownAsSigned(pdf), pdfsig(pdf)).toBe(true);
}
