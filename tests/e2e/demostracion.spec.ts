import { expect, type Page } from '@playwright/test';
import { listMensajes, waitForMensaje } from '../support/bandeja.ts';
import { fillEfirma } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

// A portal of its own: its clock is moved, and its parts are broken.
test.use({ ajustes: { BUZON_DEMO_ABIERTA: 'si' } });

const avisoDeDemo = (page: Page) => page.getByRole('region', { name: 'Estado de la demostración' });

async function usar(page: Page, rfc: string): Promise<void> {
  await page.goto('/demo');
  await page.getByRole('link', { name: `Usar ${rfc}` }).click();
  await page.waitForURL('**/buzon');
  await expect(page.getByText(rfc)).toBeVisible();
}

test(
  'con un clic se ingresa, y el recorrido, la bandeja y su correo llevan por los pasos',
  { tag: '@telefono' },
  async ({ page, context, efirma }, { project }) => {
    const { rfc, contrasena } = await efirma('moral-con-ampersand');
    const correo = `recorrido-${project.name}@mrconsultores.example`;
    await page.goto('/demo');
    const pasos = page.getByRole('region', { name: 'Recorrido' }).getByRole('listitem');
    await expect(pasos.and(page.locator('[aria-current=step]'))).toContainText('ingresa');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await usar(page, rfc);
    expect(sent.join('\n')).not.toContain(encodeURIComponent(contrasena));
    await registrarMedio(page, 'Correo Electrónico', correo);
    await waitForMensaje(page.url().replace(/\/buzon.*/, ''), correo, 'valida tu correo');
    await page.goto('/demo');
    await expect(pasos.and(page.locator('[aria-current=step]'))).toContainText('Registra');
    await mirar(page, 'demo, recorrido empezado');

    await page.goto(`/demo/bandeja?para=${correo}`);
    const carta = page.getByRole('article').first().frameLocator('iframe');
    await expect(carta.getByRole('heading', { level: 1 })).toBeVisible();
    await mirar(page, 'demo, bandeja con correo');
    const abierta = context.waitForEvent('page');
    await carta.getByRole('link', { name: 'aquí' }).click();
    const enlace = await abierta;
    await expect(enlace.getByRole('status')).toHaveText('La validación de tu correo electrónico fue exitosa.');
    await enlace.close();
    await expect(page.getByRole('article')).toHaveCount(2);
  },
);

test('la bandeja se abre al lado, y sin script en otra pestaña', async ({ page, otroNavegador }) => {
  await page.goto('/demo');
  const alLado = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Bandeja de demostración' }).click();
  await expect((await alLado).getByRole('heading', { level: 1 })).toHaveText('Bandeja de demostración');
  const sinScript = await (await otroNavegador({ javaScriptEnabled: false })).newPage();
  await sinScript.goto('/demo');
  await expect(sinScript.getByRole('link', { name: 'moral-tres-registros.zip' })).toBeVisible();
  const pestana = sinScript.waitForEvent('popup');
  await sinScript.getByRole('link', { name: 'Bandeja de demostración' }).click();
  await expect((await pestana).getByRole('heading', { level: 1 })).toHaveText('Bandeja de demostración');
});

test('un correo de la bandeja no ejecuta nada ni carga nada de fuera', async ({ page, portal, efirma }) => {
  await usar(page, (await efirma('fisica-un-registro')).rfc);
  await registrarMedio(page, 'Correo Electrónico', 'marco@costura.example');
  const { id } = await waitForMensaje(portal.url, 'marco@costura.example', 'valida tu correo');
  const answer = await page.request.get(`/demo/bandeja/${id}`);
  expect(answer.headers()['content-security-policy']).toMatch(/^sandbox allow-popups [^;]*; default-src 'none'/);
  expect(answer.headers()['content-security-policy']).not.toMatch(/script|connect/);
  expect((await page.request.get('/demo/bandeja/otro')).status()).toBe(404);
});

test.describe('con lo que está descompuesto', () => {
  test.use({ quejasEsperadas: [/ingresar.*(401|503)/] });

  test('lo descompuesto se dice en cada página hasta que se arregla', async ({ page, portal, efirma }) => {
    const titular = await efirma('moral-tres-registros');
    await page.goto('/demo');
    const averias = page.getByRole('region', { name: 'Qué descomponer' });
    for (const dice of ['El correo no llega', 'El servicio de revocación (OCSP) está caído']) {
      await averias.getByRole('button', { name: dice }).click();
      await expect(avisoDeDemo(page).getByRole('button', { name: `Arreglar: ${dice}` })).toBeVisible();
    }
    await mirar(page, 'demo, descompuesta');

    await page.goto('/ingresar');
    await fillEfirma(page, titular);
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'revoca' })).toBeVisible();
    await avisoDeDemo(page)
      .getByRole('button', { name: /^Arreglar.*OCSP/ })
      .click();
    await expect(avisoDeDemo(page)).not.toContainText('OCSP');
    await page.getByLabel('Contraseña de la Llave privada', { exact: true }).fill(titular.contrasena);
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.waitForURL('**/buzon');

    const folio = await registrarMedio(page, 'Correo Electrónico', 'averia@espiga.example');
    await page.goto('/buzon/medios-de-contacto');
    await expect(filaDe(page, folio)).toContainText('Por enviar');
    await page.waitForTimeout(3_000);
    expect(await listMensajes(portal.url, 'averia@espiga.example')).toEqual([]);
    await avisoDeDemo(page).getByRole('button', { name: 'Arreglar' }).click();
    await expect(avisoDeDemo(page)).toHaveCount(0);
    await expect(page.getByRole('main')).toBeFocused();
    await waitForMensaje(portal.url, 'averia@espiga.example', 'valida tu correo');
  });
});

test('el reloj se adelanta 72 horas: lo que no se validó queda Cancelado', async ({ page, efirma }) => {
  const { rfc } = await efirma('fisica-con-enie');
  await usar(page, rfc);
  const folio = await registrarMedio(page, 'Correo Electrónico', 'reloj@onate.example');
  await page.goto('/demo');
  const reloj = page.getByRole('region', { name: 'Reloj' });
  for (const [boton, lejos] of [
    ['+72 h', '72 h adelante'],
    ['+1 h', '73 h adelante'],
  ] as const) {
    await reloj.getByRole('button', { name: boton, exact: true }).click();
    await expect(reloj).toContainText(lejos);
  }
  await expect(avisoDeDemo(page)).toContainText('en el portal son las');
  await mirar(page, 'demo, reloj adelantado');
  await page.goto('/buzon');
  await expect(page).toHaveURL(/\/ingresar/);
  await usar(page, rfc);
  await page.goto('/buzon/medios-de-contacto');
  await expect(filaDe(page, folio)).toContainText('Cancelado');
  await page.goto('/demo');
  await page.getByRole('button', { name: 'Volver a la hora de verdad' }).click();
  await expect(reloj).toContainText('la hora de verdad.');
  await expect(avisoDeDemo(page)).toHaveCount(0);
});
