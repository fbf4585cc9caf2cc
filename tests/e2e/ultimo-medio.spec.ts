import { expect } from '@playwright/test';
import { fillEfirma, firmarConLlave, ingresar } from '../support/ingresar.ts';
import { filaDe, validarCorreo, validarTelefono } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: a Buzón is left without contacts.
renewPortal();

const TABLA = '/buzon/medios-de-contacto';

test('el último medio de un Buzón activo se elimina sólo con la firma de su titular', { tag: '@telefono' }, async ({
  page,
  portal,
  efirma,
}) => {
  test.slow();
  const titular = await efirma('fisica-un-registro');
  await ingresar(page, titular);
  await validarCorreo(page, portal.url, 'ultimo@correo.example');
  await validarTelefono(page, portal.url, '5598760091');
  await page.goto('/buzon/activacion?paso=firmar');
  await fillEfirma(page, titular);
  await page.getByRole('button', { name: 'Firmar', exact: true }).click();
  await page.waitForURL('**/buzon?activado=1');

  const eliminar = async (valor: string) => {
    await page.goto(TABLA);
    const fila = page.getByRole('row').filter({ hasText: valor });
    await fila.getByRole('button', { name: 'Eliminar medio de contacto' }).click();
    await page.waitForURL('**?eliminar=*');
    return new URL(page.url()).searchParams.get('eliminar') ?? '';
  };
  await eliminar('55 9876 0091');
  await expect(page.getByRole('dialog')).toContainText('dejarás de recibir por SMS');
  await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('row').filter({ hasText: '55 9876 0091' })).toContainText('Baja');

  const folio = await eliminar('ultimo@correo.example');
  await expect(page.getByRole('dialog')).toContainText('Para eliminarlo se te pedirá firmar con tu e.firma');
  await mirar(page, 'eliminar el ultimo medio');
  await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Firmar y eliminar' })).toBeVisible();
  await expect(page.getByText('ultimo@correo.example')).toBeVisible();
  await mirar(page, 'firmar y eliminar');
  await page.goto(TABLA);
  await expect(filaDe(page, folio)).toContainText('Validado');

  await page.goto(`${TABLA}/${folio}/eliminar`);
  await firmarConLlave(page, titular);
  await page.waitForURL(`**${TABLA}?eliminado=${folio}`);
  await expect(filaDe(page, folio)).toContainText('Baja');
});
