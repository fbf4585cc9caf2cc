import { expect, type Page } from '@playwright/test';
import { waitForCodigo, waitForEnlace, waitForMensaje, wrongCodigo } from '../support/bandeja.ts';
import { fillEfirma, ingresar } from '../support/ingresar.ts';
import { FECHA, FOLIO, filaDe, guardarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

const PERSONAS = [
  { quien: 'una persona moral', slug: 'moral-tres-registros', saludo: 'Estimado Patrón:', celular: '5511110001' },
  { quien: 'una persona física', slug: 'fisica-un-registro', saludo: 'Estimado Patrón:', celular: '5511110002' },
  { quien: 'un particular', slug: 'particular-sin-registros', saludo: 'Estimado Usuario:', celular: '5511110003' },
] as const;

const AVISO_SIN_REGISTROS =
  'Estimado Usuario: Tu RFC no tiene asociados Registros Patronales. Si estás de acuerdo selecciona el botón "Aceptar" y firma la "Solicitud y manifestación del solicitante". En caso contrario, acude a tu subdelegación para aclarar la inconsistencia.';

for (const { quien, slug, saludo, celular } of PERSONAS) {
  const titulo = `${quien} activa su Buzón: registra, valida, firma y descarga sus acuses`;
  test(titulo, { tag: '@telefono' }, async ({ page, portal, efirma }) => {
    test.slow();
    const titular = await efirma(slug);
    const correo = `activa@${slug}.example`;

    await page.goto('/');
    await mirar(page, 'inicio');
    await page.getByRole('link', { name: 'Ingresar' }).first().click();
    await expect(page.getByRole('button', { name: 'Ingresar' })).toBeVisible();
    await mirar(page, 'ingresar');
    await ingresar(page, titular);
    await expect(page.getByRole('region', { name: 'Avance de la activación' })).toContainText('Te falta registrar');
    await mirar(page, 'buzon sin activar');

    await page.getByRole('link', { name: 'Mis medios de contacto' }).first().click();
    await expect(page.getByText(saludo, { exact: true })).toBeVisible();
    await mirar(page, `medios sin ninguno, ${saludo}`);
    await page.getByRole('link', { name: 'Nuevo medio de contacto' }).click();

    const folioDelCorreo = await test.step('registra su correo electrónico', () => registraCorreo(page, correo));
    await test.step('valida su correo electrónico con el enlace', () => validaCorreo(page, portal.url, correo));
    await test.step('registra su teléfono celular', () => registraTelefono(page, celular));
    await test.step('valida su teléfono celular con el código', () => validaTelefono(page, portal.url, celular));
    await test.step('lee y acepta la solicitud', () => aceptaSolicitud(page, saludo));
    await test.step('firma con su e.firma', async () => {
      await fillEfirma(page, titular);
      await page.getByRole('button', { name: 'Validar' }).click();
      await expect(page.getByRole('status')).toContainText(titular.nombre);
      await mirar(page, 'firma validada');
      await page.getByRole('button', { name: 'Firmar' }).click();
      await page.waitForURL('**/buzon?activado=1');
    });
    await test.step('ve su Buzón activo con sus servicios', async () => {
      await expect(page.getByRole('heading', { level: 1, name: 'Tu Buzón IMSS está activo' })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Correos y teléfono' })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Dudas y canales de atención' })).toBeVisible();
      await mirar(page, 'buzon activo');
      await waitForMensaje(portal.url, correo, 'Buzón IMSS: tu Buzón IMSS está activo');
    });
    await test.step('descarga sus acuses', () => descargaAcuses(page, folioDelCorreo));
  });
}

async function registraCorreo(page: Page, correo: string): Promise<string> {
  await expect(page.getByRole('button', { name: 'Guardar' })).toBeVisible();
  await mirar(page, 'nuevo medio');
  await guardarMedio(page, 'Correo Electrónico', correo);
  const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
  await expect(ventana).toContainText('¿Desea continuar con el trámite para el Registro de su medio de contacto?');
  await expect(ventana.getByRole('button', { name: 'Cancelar' })).toBeVisible();
  await mirar(page, 'ventana de registro');
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  const recuadro = page.getByRole('status');
  await expect(recuadro).toHaveText(
    new RegExp(
      `^Se registró la información correctamente con el número de folio: ${FOLIO}, fecha: ${FECHA}\\. Para continuar, ingresa a tu cuenta de correo electrónico para validarlo\\. Tienes 72 horas como máximo para realizar dicha validación, en caso contrario se cancelará y tendrás que realizar el registro nuevamente\\.$`,
    ),
  );
  await expect(page.getByRole('main')).toContainText(
    'Nota: Si no recibes el correo electrónico, registra una aclaración en un lapso de 24 horas a partir de este momento para poder ayudarte.',
  );
  await expect(page.getByRole('main')).toContainText('Revisa la bandeja de spam o correo no deseado.');
  await mirar(page, 'correo registrado');
  return new RegExp(FOLIO).exec(await recuadro.innerText())?.[0] ?? '';
}

async function validaCorreo(page: Page, portalUrl: string, correo: string): Promise<void> {
  const enlace = await waitForEnlace(portalUrl, correo);
  await page.goto(enlace);
  await expect(page.getByRole('status')).toHaveText('La validación de tu correo electrónico fue exitosa.');
  await mirar(page, 'enlace con sesion');
  await page.getByRole('link', { name: 'Cerrar' }).click();
  await page.waitForURL('**/buzon/medios-de-contacto');
  await waitForMensaje(portalUrl, correo, 'Buzón IMSS: tu correo electrónico fue validado');
}

async function registraTelefono(page: Page, celular: string): Promise<void> {
  await page.getByRole('link', { name: 'Nuevo medio de contacto' }).click();
  await guardarMedio(page, 'Teléfono', celular);
  await page
    .getByRole('dialog', { name: 'Registrar medio de contacto' })
    .getByRole('button', { name: 'Aceptar' })
    .click();
  await expect(page.getByRole('status')).toHaveText(
    new RegExp(
      `^Se registró la información correctamente con el número de folio: ${FOLIO}, fecha: ${FECHA}\\. Para continuar, captura el código que recibirás por SMS con el botón "Validar medio de contacto"\\. Tienes 72 horas como máximo para realizar dicha validación, en caso contrario se cancelará y tendrás que realizar el registro nuevamente\\.$`,
    ),
  );
  await mirar(page, 'telefono registrado');
}

async function validaTelefono(page: Page, portalUrl: string, celular: string): Promise<void> {
  const codigo = await waitForCodigo(portalUrl, celular);
  await page.getByRole('button', { name: 'Validar medio de contacto' }).click();
  const ventana = page.getByRole('dialog', { name: 'Validación de Celular' });
  await expect(ventana.getByRole('textbox')).toHaveCount(1);
  await mirar(page, 'ventana del codigo');
  await ventana.getByLabel('Código de verificación', { exact: true }).fill(wrongCodigo(codigo));
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  await expect(ventana.getByRole('alert')).toContainText('Te quedan 9 intentos');
  await mirar(page, 'ventana del codigo incorrecto');
  await ventana.getByLabel('Código de verificación', { exact: true }).fill(codigo);
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  const recuadro = page.getByRole('status');
  await expect(recuadro).toContainText('La validación del número celular fue exitosa.');
  await expect(recuadro).toContainText(
    'Una vez que concluyas la confirmación de ambos medios de contacto (correo electrónico y celular), deberás firmar la solicitud de conformidad; da clic aquí para acceder a la sección Activación Buzón IMSS.',
  );
  await mirar(page, 'telefono validado');
  await waitForMensaje(portalUrl, celular, 'Buzon IMSS. La validacion de tu celular fue exitosa.');
  await recuadro.getByRole('link', { name: 'aquí' }).click();
}

async function aceptaSolicitud(page: Page, saludo: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Activación Buzón IMSS' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Solicitud y manifestación del solicitante' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('De conformidad con los artículos 40 y 286 M');
  await expect(page.getByText(AVISO_SIN_REGISTROS)).toBeVisible({ visible: saludo === 'Estimado Usuario:' });
  await mirar(page, `solicitud, ${saludo}`);
  await page.getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('heading', { name: 'Firma digital' })).toBeVisible();
  await mirar(page, 'firma digital');
}

async function descargaAcuses(page: Page, folio: string): Promise<void> {
  await page.getByRole('link', { name: 'Solicitud firmada y su acuse' }).click();
  const solicitud = page.getByRole('row', { name: 'Activación de Buzón IMSS' });
  await expect(solicitud).toContainText(new RegExp(FECHA));
  await mirar(page, 'solicitud firmada');
  await expectPdf(page, (await page.getByRole('link', { name: 'Descargar' }).first().getAttribute('href')) ?? '');
  await page.goto('/buzon/medios-de-contacto');
  await mirar(page, 'medios validados');
  const fila = filaDe(page, folio);
  await expect(fila).toContainText('Validado');
  const acuses = fila.getByRole('link', { name: 'Descargar' });
  await expect(acuses).toHaveCount(2);
  for (const acuse of await acuses.all()) await expectPdf(page, (await acuse.getAttribute('href')) ?? '');
  await page.goto('/buzon/acuses');
  await expect(solicitud).toContainText('Quien verifica con el QR no recibe tu certificado');
  await mirar(page, 'acuses con permiso');
  await solicitud.getByRole('button', { name: 'Incluirlo' }).click();
  await expect(solicitud).toContainText('Quien verifica con el QR recibe también tu certificado');
}

async function expectPdf(page: Page, href: string): Promise<void> {
  const answer = await page.request.get(href);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
}
