import { expect } from '@playwright/test';
import { waitForCodigo, waitForEnlace, waitForMensaje, wrongCodigo } from '../support/bandeja.ts';
import { ingresar } from '../support/ingresar.ts';
import { FECHA, filaDe, guardarMedio, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: these scenarios cancel and remove what others count on.
renewPortal({ isCallado: false });

const TABLA = '/buzon/medios-de-contacto';

test('«Reenviar» pide esperar un minuto y dice que el plazo no cambia', async ({ page, portal, efirma }) => {
  await ingresar(page, await efirma('moral-tres-registros'));
  const folio = await registrarMedio(page, 'Correo Electrónico', 'espera@espiga.example');
  await waitForEnlace(portal.url, 'espera@espiga.example');
  await page.goto(TABLA);
  const fila = filaDe(page, folio);
  await expect(fila).toContainText(/quedan 7[12] horas/);
  await expect(fila).toContainText('En proceso');
  await fila.getByRole('button', { name: 'Reenviar' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Espera' })).toContainText(/Espera \d+ segundos? antes/);
  await mirar(page, 'reenvio antes de tiempo');
});

test('diez códigos incorrectos cancelan el registro, y el mismo número se registra de nuevo', async ({
  page,
  portal,
  efirma,
}) => {
  await ingresar(page, await efirma('fisica-un-registro'));
  const celular = '5512340001';
  const folio = await registrarMedio(page, 'Teléfono', celular);
  const wrong = wrongCodigo(await waitForCodigo(portal.url, celular));
  await page.goto(`${TABLA}?validar=${folio}`);
  const ventana = page.getByRole('dialog', { name: 'Validación de Celular' });
  for (let restan = 9; restan >= 0; restan--) {
    await ventana.getByLabel('Código de verificación', { exact: true }).fill(wrong);
    await ventana.getByRole('button', { name: 'Aceptar' }).click();
    const mensaje = restan > 1 ? `Te quedan ${restan} intentos` : restan === 1 ? 'Te queda 1 intento' : 'se canceló';
    await expect(ventana.getByRole('alert')).toContainText(mensaje);
  }
  await page.goto(TABLA);
  await expect(filaDe(page, folio)).toContainText('Cancelado');
  await expect(filaDe(page, folio)).toContainText('Regístralo nuevamente.');
  await mirar(page, 'medio cancelado');
  expect(await registrarMedio(page, 'Teléfono', celular)).not.toBe(folio);
});

test('se elimina un medio: pregunta, fecha de baja, acuse y aviso a los demás', { tag: '@telefono' }, async ({
  page,
  portal,
  efirma,
}) => {
  await ingresar(page, await efirma('particular-sin-registros'));
  const folio = await registrarMedio(page, 'Correo Electrónico', 'quitar@correo.example');
  await page.goto(await waitForEnlace(portal.url, 'quitar@correo.example'));
  await page.getByRole('link', { name: 'Cerrar' }).click();
  await filaDe(page, folio).getByRole('button', { name: 'Eliminar medio de contacto' }).click();
  const ventana = page.getByRole('dialog', { name: 'Eliminar medio de contacto' });
  await expect(ventana).toContainText('¿Desea eliminar el medio de contacto quitar@correo.example?');
  await mirar(page, 'ventana de baja');
  await ventana.getByRole('button', { name: 'Cancelar' }).click();
  await filaDe(page, folio).getByRole('button', { name: 'Eliminar medio de contacto' }).click();
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('status')).toContainText(
    `El medio de contacto con el número de folio: ${folio} fue eliminado.`,
  );
  const fila = filaDe(page, folio);
  await expect(fila).toContainText('Baja');
  await expect(fila).toContainText(new RegExp(FECHA));
  await mirar(page, 'medio dado de baja');
  expect((await page.request.get(`/buzon/acuses/${folio}/baja`)).headers()['content-type']).toBe('application/pdf');
  expect((await page.request.get(`/buzon/acuses/${folio}/registro`)).status()).toBe(200);
  await waitForMensaje(portal.url, 'quitar@correo.example', 'Buzón IMSS: se eliminó un medio de contacto');
  await page.goto('/buzon/acuses');
  await expect(page.getByRole('row').filter({ hasText: folio })).toHaveCount(3);
  await mirar(page, 'acuses');
});

test('quien recibe un enlace ajeno dice «Este correo no es mío» y el registro se cancela', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  const folio = await registrarMedio(page, 'Correo Electrónico', 'ajeno@correo.example');
  const extrano = await (await otroNavegador()).newPage();
  await extrano.goto(await waitForEnlace(portal.url, 'ajeno@correo.example'));
  await extrano.getByRole('button', { name: 'Este correo no es mío' }).click();
  const ventana = extrano.getByRole('dialog', { name: 'Este correo no es mío' });
  await expect(ventana).toContainText('¿Confirmas que este correo electrónico no es tuyo?');
  await mirar(extrano, 'correo ajeno por confirmar');
  await page.goto(TABLA);
  await expect(filaDe(page, folio)).toContainText('En proceso');
  await ventana.getByRole('button', { name: 'Cancelar' }).click();
  await expect(extrano.getByRole('button', { name: 'Validar correo electrónico' })).toBeVisible();
  await extrano.getByRole('button', { name: 'Este correo no es mío' }).click();
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  await expect(extrano.getByRole('status')).toContainText('No enviaremos más mensajes de ese registro');
  await mirar(extrano, 'correo ajeno');
  await page.goto(TABLA);
  await expect(filaDe(page, folio)).toContainText('Quien recibe los mensajes dijo que no es su correo.');

  await page.goto(`${TABLA}/nuevo`);
  await guardarMedio(page, 'Correo Electrónico', 'Ajeno+otra@correo.example');
  await expect(page.getByRole('alert').filter({ hasText: 'dijo que no es tuyo' })).toBeVisible();
  await mirar(page, 'correo cerrado para quien lo registró');
  await extrano.getByRole('button', { name: 'Este correo sí es mío' }).click();
  const propio = extrano.getByRole('dialog', { name: 'Este correo sí es mío' });
  await expect(propio).toContainText('quieres que se pueda registrar de nuevo');
  await mirar(extrano, 'correo propio por confirmar');
  await propio.getByRole('button', { name: 'Aceptar' }).click();
  await expect(extrano.getByRole('status')).toContainText('se puede registrar de nuevo');
  await registrarMedio(page, 'Correo Electrónico', 'Ajeno+otra@correo.example');
});

test('un error probable del dominio se pregunta y un prefijo viejo se quita', async ({ page, efirma }) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  await page.goto(`${TABLA}/nuevo`);
  await expect(page.getByLabel('Correo electrónico', { exact: true })).toHaveValue(/@/);
  await expect(page.getByRole('main')).toContainText('Es el de tu e.firma; cámbialo si usas otro.');
  await guardarMedio(page, 'Correo Electrónico', 'jimena@gmial.com');
  const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
  await expect(ventana).toContainText('¿Quisiste escribir jimena@gmail.com?');
  await mirar(page, 'errata del dominio');
  await ventana.getByRole('button', { name: 'Cancelar' }).click();
  await expect(ventana).toBeHidden();
  await expect(page.getByLabel('Medio de Contacto', { exact: true })).toHaveValue('jimena@gmial.com');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await ventana.getByRole('button', { name: 'Sí, corregirlo' }).click();
  await expect(ventana).not.toContainText('¿Quisiste escribir');
  await expect(ventana).toContainText('jimena@gmail.com');
  await ventana.getByRole('button', { name: 'Cancelar' }).click();
  await expect(ventana).toBeHidden();
  await guardarMedio(page, 'Teléfono', '044 55 1234 0002');
  await expect(ventana).toContainText('Quitamos el prefijo 044');
  await expect(ventana).toContainText('55 1234 0002');
});
