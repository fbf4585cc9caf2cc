import { expect, type Page } from '@playwright/test';
import { makePdf, makePng, ZIP_VACIO } from '../support/archivos.ts';
import { waitForMensaje } from '../support/bandeja.ts';
import { makeArchivo } from '../support/efirma-de-demo.ts';
import { ingresar } from '../support/ingresar.ts';
import { FECHA, FOLIO, filaDe, registrarMedio, validarCorreo } from '../support/medios.ts';
import { mirar, mirarSinScript } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';
import { enviarAclaracion, leerFolio, presentarAclaracion } from '../support/presentar.ts';

// One of them sends more than the portal takes.
test.use({ quejasEsperadas: [/413 \(Payload Too Large\)/] });

const MB = 1024 * 1024;
const PDF = makeArchivo('Captura de pantalla.pdf', makePdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >> '));

test('quien no recibe el correo registra una aclaración desde la nota, con un PDF, y recibe folio y acuse @telefono', async ({
  page,
  efirma,
}) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const medio = await registrarMedio(page, 'Correo Electrónico', 'nollega@aclaracion.example');

  await page.getByRole('main').getByRole('link', { name: 'aclaración' }).click();
  await expect(page.getByLabel('Folio del medio de contacto', { exact: true })).toHaveValue(medio);
  await expect(page.getByLabel('Asunto', { exact: true }).locator('option:checked')).toHaveText(
    'Activación Buzón IMSS',
  );
  await expect(page.getByRole('main')).toContainText('como no tienes un correo electrónico validado para tu RFC');
  await mirar(page, 'nueva aclaracion');
  await enviarAclaracion(page, 'No me llega el correo.\n\nYa revisé el spam.', PDF);

  const folio = await leerFolio(page);
  const recuadro = page.getByRole('status');
  await expect(recuadro).toContainText(new RegExp(`número de folio: ${FOLIO}, fecha: ${FECHA}\\.`));
  await expect(recuadro).toContainText('Como no tienes un correo electrónico validado para tu RFC no podemos avisarte');
  const main = page.getByRole('main');
  await expect(main).toContainText(medio);
  await expect(main.getByRole('definition').filter({ hasText: /^Sí$/ })).toHaveCount(1);
  await expect(main.getByRole('listitem').filter({ hasText: 'Tu planteamiento' })).toContainText('Ya revisé el spam.');
  await expect(main).toContainText('este PDF trae instrucciones que se ejecutan solas');
  await mirar(page, 'aclaracion presentada');

  await test.step('el archivo se guarda tal cual, y nunca se abre en el portal', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Descargar Captura de pantalla\.pdf/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Captura de pantalla.pdf');
    const response = await page.request.get(`/buzon/aclaraciones/${folio}/adjuntos/1`);
    expect(response.headers()).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; /),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect((await response.body()).equals(PDF.buffer)).toBe(true);
  });

  await test.step('el acuse se descarga, está entre los acuses y se verifica', async () => {
    const acuse = await page.request.get(`/buzon/acuses/${folio}/aclaracion`);
    expect([acuse.status(), acuse.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await page.goto('/buzon/acuses');
    await expect(filaDe(page, folio)).toContainText('Aclaración u orientación');
    await page.goto('/verificar');
    const pdf = { name: 'acuse.pdf', mimeType: 'application/pdf', buffer: await acuse.body() };
    await page.getByLabel('PDF del acuse').setInputFiles(pdf);
    await expect(page.getByRole('status')).toContainText('El acuse es auténtico');
    await expect(page.getByRole('main')).toContainText('Activación Buzón IMSS');
    await expect(page.getByRole('main')).not.toContainText('No me llega el correo');
    await mirar(page, 'verificar aclaracion');
  });

  await test.step('está en «Promociones Electrónicas», con su estado', async () => {
    await page.goto('/buzon');
    await page.getByRole('link', { name: 'Promociones Electrónicas' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Promociones Electrónicas');
    await mirar(page, 'promociones electronicas');
    await page.getByRole('link', { name: 'Aclaraciones u Orientaciones' }).click();
    await expect(filaDe(page, folio)).toContainText('Presentada');
    await mirar(page, 'aclaraciones');
    await filaDe(page, folio).getByRole('link', { name: folio }).click();
    await expect(page.getByRole('main').getByRole('definition').filter({ hasText: folio })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('El soporte de este portal la leerá y te responderá aquí.');
  });
});

test('quien tiene un correo validado recibe aviso por correo y puede escribir de nuevo', async ({
  page,
  portal,
  efirma,
}) => {
  await ingresar(page, await efirma('moral-tres-registros'));
  await validarCorreo(page, portal.url, 'aviso@aclaracion.example');
  const folio = await presentarAclaracion(page, '¿Cuándo queda activo mi Buzón?');
  await expect(page.getByRole('status')).toContainText(
    'Te avisaremos cuando la haya a los correos electrónicos validados para tu RFC.',
  );
  const { text } = await waitForMensaje(portal.url, 'aviso@aclaracion.example', 'Buzón IMSS: recibimos tu aclaración');
  expect(text).toContain(folio);
  expect(text).not.toContain('¿Cuándo queda activo');

  const mensaje = page.getByLabel('Mensaje', { exact: true });
  await mensaje.fill(' ');
  await page.getByRole('button', { name: 'Enviar mensaje' }).click();
  await expect(alerta(page)).toContainText('Escribe qué pasó o qué necesitas saber.');
  await mensaje.fill('Adjunto la pantalla que veo.');
  await page.getByLabel('Archivo adjunto', { exact: true }).setInputFiles(makeArchivo('pantalla.png', makePng()));
  await page.getByRole('button', { name: 'Enviar mensaje' }).click();
  await expect(page.getByRole('status')).toContainText(
    `Tu mensaje quedó registrado en la aclaración con el número de folio: ${folio}.`,
  );
  const ultimo = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Tu mensaje' });
  await expect(ultimo).toContainText('Adjunto la pantalla que veo.');
  await expect(ultimo.getByRole('link', { name: 'Descargar pantalla.png (1 KB)' })).toBeVisible();
  await expect(mensaje).toHaveValue('');
  await mirar(page, 'aclaracion con mensaje');
});

test('un archivo que no es lo que dice ser se rechaza con qué hacer, y lo escrito se conserva', async ({
  page,
  efirma,
}) => {
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  await page.goto('/buzon/aclaraciones/nueva?medio=no-es-un-folio');
  const escrito = 'Adjunto lo que veo.';
  for (const [archivo, queHacer] of [
    [makeArchivo('foto.png', '<html><script>alert(1)</script>'), 'Imprímelo como PDF'],
    [makeArchivo('acta.pdf', Buffer.concat([Buffer.from('GIF89a'), makePdf()])), 'no es un PDF, PNG o JPEG'],
    [makeArchivo('dibujo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'), 'No se aceptan páginas web, SVG'],
    [makeArchivo('todo.zip', Buffer.concat([Buffer.from('PK\x03\x04'), ZIP_VACIO])), 'Guárdalo como PDF'],
    [makeArchivo('vacio.pdf', ''), 'El archivo está vacío'],
  ] as const) {
    await enviarAclaracion(page, escrito, archivo);
    await expect(alerta(page)).toContainText(queHacer);
    await expect(page.getByLabel('Planteamiento', { exact: true })).toHaveValue(escrito);
    await expect(page.getByRole('main')).toContainText('Elige de nuevo tu archivo');
  }
  await mirar(page, 'aclaracion rechazada');

  await test.step('uno demasiado grande ni siquiera se envía', async () => {
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    const grande = page.getByLabel('Archivo adjunto', { exact: true });
    await grande.setInputFiles(makeArchivo('grande.png', Buffer.concat([makePng(), Buffer.alloc(5 * MB)])));
    await expect(page.getByRole('main')).toContainText('El archivo pasa de 5 MB');
    await page.getByRole('button', { name: 'Presentar aclaración' }).click();
    await expect(alerta(page)).toContainText('El archivo pasa de 5 MB');
    expect(sent).toEqual([]);
  });

  await test.step('el folio de un medio ajeno tampoco', async () => {
    await page.getByLabel('Folio del medio de contacto', { exact: true }).fill('BI-2026.99999999-67');
    await enviarAclaracion(page, escrito, PDF);
    await expect(alerta(page)).toContainText('Ese folio no es de un medio de contacto tuyo');
  });

  await test.step('corregido, se presenta', async () => {
    await page.getByLabel('Folio del medio de contacto', { exact: true }).fill('');
    const justo = Buffer.concat([makePng(), Buffer.alloc(5 * MB - makePng().length)]);
    await enviarAclaracion(page, escrito, makeArchivo('justo.png', justo));
    await leerFolio(page);
    await expect(page.getByRole('link', { name: 'Descargar justo.png (5.0 MB)' })).toBeVisible();
  });
});

test('sin JavaScript se presenta una aclaración con su archivo, y se ve por qué otra no', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  const storageState = await page.context().storageState();
  const sin = await (await otroNavegador({ javaScriptEnabled: false, storageState })).newPage();

  await sin.goto('/buzon/aclaraciones');
  await sin.getByRole('link', { name: 'Nueva aclaración' }).click();
  await enviarAclaracion(sin, 'Sin guion', makeArchivo('foto.jpg', 'GIF89a'));
  await expect(sin.getByRole('alert')).toContainText('El archivo no es un PDF, PNG o JPEG');
  await expect(sin.getByLabel('Planteamiento', { exact: true })).toHaveValue('Sin guion');
  await mirarSinScript(sin, 'sin javascript aclaracion rechazada');
  await enviarAclaracion(sin, 'Sin guion', PDF);
  const folio = await leerFolio(sin);
  await sin.getByLabel('Mensaje', { exact: true }).fill('Algo más.');
  await sin.getByRole('button', { name: 'Enviar mensaje' }).click();
  await expect(sin.getByRole('status')).toContainText('Tu mensaje quedó registrado');
  await mirarSinScript(sin, 'sin javascript aclaracion');

  await sin.goto('/buzon/aclaraciones/nueva');
  await enviarAclaracion(sin, 'Muy grande', makeArchivo('enorme.png', Buffer.alloc(7 * MB)));
  await expect(sin.getByRole('alert')).toContainText('Un archivo adjunto puede tener hasta 5 MB.');
  await mirarSinScript(sin, 'sin javascript archivo enorme');
  await sin.getByRole('link', { name: 'Ir a mis aclaraciones' }).click();
  await expect(filaDe(sin, folio)).toContainText('Presentada');
});

/** Next's announcer of routes is a `role="alert"` too. */
function alerta(page: Page) {
  return page.getByRole('main').getByRole('alert');
}
