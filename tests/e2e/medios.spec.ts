import { expect, type Page } from '@playwright/test';
import { ingresar } from '../support/ingresar.ts';
import { guardarMedio, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

const NUEVO = '/buzon/medios-de-contacto/nuevo';

test('cinco correos son el máximo, y cada error dice qué hacer', { tag: '@telefono' }, async ({ page, efirma }) => {
  test.slow();
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  await page.goto(NUEVO);

  await page.getByRole('button', { name: 'Guardar' }).click();
  await expectError(
    page,
    'Elige en «Mecanismo de Comunicación» si vas a registrar un correo electrónico o un teléfono.',
  );
  await mirar(page, 'falta el mecanismo');
  await guardarMedio(page, 'Correo Electrónico', '');
  await expectError(page, 'Escribe la dirección de correo electrónico en «Medio de Contacto».');
  await guardarMedio(page, 'Correo Electrónico', 'nomina@balsas');
  await expectError(page, 'Revisa el correo electrónico: debe tener la forma nombre@dominio.mx, sin espacios.');
  await expect(page.getByLabel('Medio de Contacto', { exact: true })).toHaveValue('nomina@balsas');
  await mirar(page, 'correo mal formado');
  await guardarMedio(page, 'Correo Electrónico', 'nómina@balsas.example');
  await expectError(page, 'Ese correo electrónico tiene acentos, ñ u otros caracteres que no podemos entregar.');
  await guardarMedio(page, 'Teléfono', '55 1234');
  await expectError(page, 'Revisa el número celular: debe tener 10 dígitos, por ejemplo 55 1234 5678.');
  await guardarMedio(page, 'Teléfono', '+1 212 555 0123');
  await expectError(page, 'Sólo se pueden registrar números celulares de México.');

  for (const n of [1, 2, 3, 4, 5]) await registrarMedio(page, 'Correo Electrónico', `nomina${n}@balsas.example`);
  await page.goto(NUEVO);
  await guardarMedio(page, 'Correo Electrónico', 'NOMINA3@balsas.example');
  await expectError(page, 'Ese medio de contacto ya está registrado para tu RFC.');
  await guardarMedio(page, 'Correo Electrónico', 'nomina6@balsas.example');
  await expectError(
    page,
    'Ya tienes cinco correos electrónicos registrados para tu RFC, que es el máximo. Para registrar otro, elimina antes uno de ellos de la lista de tus medios de contacto.',
  );
  await mirar(page, 'sexto correo');
});

test('«Cancelar» y Escape cierran la ventana sin registrar nada', async ({ page, efirma }) => {
  await ingresar(page, await efirma('fisica-un-registro'));
  await page.goto(NUEVO);
  const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
  await guardarMedio(page, 'Correo Electrónico', 'cancelado@ventana.example');
  await ventana.getByRole('button', { name: 'Cancelar' }).click();
  await expect(ventana).toBeHidden();
  await guardarMedio(page, 'Correo Electrónico', 'cancelado@ventana.example');
  await expect(ventana).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ventana).toBeHidden();
  await page.goto('/buzon/medios-de-contacto');
  await expect(page.getByText('cancelado@ventana.example')).toBeHidden();
});

test('sin un correo y un teléfono validados no se puede firmar, y se dice qué falta', async ({ page, efirma }) => {
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  for (const ruta of ['/buzon/activacion', '/buzon/activacion?paso=firmar']) {
    await page.goto(ruta);
    await expect(page.getByRole('heading', { name: 'Todavía no puedes firmar' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Aceptar' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Firmar' })).toBeHidden();
  }
  await mirar(page, 'todavia no puedes firmar');
});

async function expectError(page: Page, mensaje: string): Promise<void> {
  await expect(page.getByRole('main').getByRole('alert')).toContainText(mensaje);
}
