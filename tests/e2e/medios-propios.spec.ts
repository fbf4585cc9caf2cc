import { expect, type Locator } from '@playwright/test';
import { waitForCodigo, waitForEnlace } from '../support/bandeja.ts';
import { ingresar } from '../support/ingresar.ts';
import {
  aceptarRegistro,
  filaDe,
  guardarMedio,
  registrarMedio,
  validarCorreo,
  validarTelefono,
} from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: what it registers counts towards the limits of others' titulares.
renewPortal({ isCallado: false });

const TABLA = '/buzon/medios-de-contacto';

test('el titular pone una etiqueta a un medio, la cambia y la quita', { tag: '@telefono' }, async ({
  page,
  efirma,
}) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const folio = await registrarMedio(page, 'Teléfono', '5598764001');
  const ventana = page.getByRole('dialog', { name: 'Etiqueta' });
  const etiquetar = async (texto: string) => {
    await page.goto(TABLA);
    await pressDelResto(filaDe(page, folio), 'Etiqueta');
    await ventana.getByRole('textbox').fill(texto);
    await ventana.getByRole('button', { name: 'Aceptar' }).click();
  };
  await etiquetar('x'.repeat(31));
  await expect(ventana.getByRole('alert')).toContainText('hasta 30 caracteres');
  await expect(ventana.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await mirar(page, 'etiqueta demasiado larga');
  await etiquetar('Nóminas');
  await expect(page.getByRole('status')).toHaveText('Se guardó la etiqueta. Sólo la ves tú.');
  await expect(filaDe(page, folio)).toContainText('«Nóminas»');
  await mirar(page, 'medio con etiqueta');
  await etiquetar('');
  await expect(page.getByRole('status')).toBeVisible();
  await expect(filaDe(page, folio)).not.toContainText('Nóminas');
});

test('«Reemplazar» lleva por un correo nuevo a la baja del anterior, que sigue hasta entonces', {
  tag: '@telefono',
}, async ({ page, portal, efirma }) => {
  test.slow();
  await ingresar(page, await efirma('fisica-un-registro'));
  await validarCorreo(page, portal.url, 'viejo@reemplazo.example');
  await page.goto(TABLA);
  const viejo = page.getByRole('row').filter({ hasText: 'viejo@reemplazo.example' });
  await pressDelResto(viejo, 'Reemplazar');
  await expect(page.getByRole('main')).toContainText('El de ahora sigue en uso hasta que valides el nuevo');
  await expect(page.getByLabel('Mecanismo de Comunicación', { exact: true })).toHaveValue('CORREO_ELECTRONICO');
  await expect(page.getByRole('main').getByLabel('Teléfono celular')).toHaveCount(0);
  await mirar(page, 'reemplazar un correo');
  await guardarMedio(page, 'Correo Electrónico', 'nuevo@reemplazo.example');
  await aceptarRegistro(page);
  await page.goto(TABLA);
  await expect(viejo).toContainText('Lo reemplazará nuevo@reemplazo.example cuando lo valides');
  await expect(viejo.getByRole('button', { name: 'Reemplazar' })).toHaveCount(0);
  await mirar(page, 'medio por reemplazar');
  await page.goto(await waitForEnlace(portal.url, 'nuevo@reemplazo.example'));
  await expect(page.getByRole('status')).toContainText('fue exitosa');
  await page.goto(TABLA);
  await expect(page.getByRole('main')).toContainText('Falta eliminar el que reemplazaste');
  await mirar(page, 'medio reemplazado');
  await page.getByRole('link', { name: 'Eliminar viejo@reemplazo.example' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('status')).toContainText('fue eliminado');
  await expect(page.getByRole('main')).not.toContainText('Falta eliminar');
});

test('de un teléfono sólo cabe uno: «Reemplazar» dice qué se hace antes', async ({ page, portal, efirma }) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  await validarTelefono(page, portal.url, '5598764002');
  await page.goto(TABLA);
  await page.getByRole('row').filter({ hasText: '55 9876 4002' }).getByRole('button', { name: 'Reemplazar' }).click();
  await expect(page.getByRole('main')).toContainText('No caben los dos a la vez');
  await expect(page.getByRole('button', { name: 'Guardar' })).toHaveCount(0);
  await mirar(page, 'reemplazar el telefono');
  await page.getByRole('link', { name: 'Eliminar 55 9876 4002' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('status')).toContainText('fue eliminado');
  await registrarMedio(page, 'Teléfono', '5598764003');
  await expect(waitForCodigo(portal.url, '5598764003')).resolves.toMatch(/^\d{5}$/);
});

/** On a card, what is not the main thing is found under «Detalles». */
async function pressDelResto(fila: Locator, nombre: string): Promise<void> {
  const detalles = fila.getByText('Detalles', { exact: true });
  const boton = fila.getByRole('button', { name: nombre });
  if (await detalles.isVisible()) {
    await expect(boton).toBeHidden();
    await detalles.click();
    await expect(boton).toBeVisible();
    await mirar(fila.page(), 'detalles de un medio');
  }
  await boton.click();
}
