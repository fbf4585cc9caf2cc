import { expect } from '@playwright/test';
import { fillEfirma, ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

const PUBLICAS = ['/', '/ayuda', '/accesibilidad', '/aviso-de-privacidad', '/verificar'];

test('las páginas públicas dicen quién ingresó y dejan salir, y «Salir» dice que cerró', { tag: '@telefono' }, async ({
  page,
  efirma,
}) => {
  const titular = await efirma('moral-con-ampersand');
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Salir' })).toBeHidden();
  await ingresar(page, titular);
  for (const ruta of PUBLICAS) {
    await page.goto(ruta);
    await expect(page.getByText(titular.nombre)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Ir a mi Buzón' })).toHaveAttribute('href', '/buzon');
    await expect(page.getByRole('button', { name: 'Salir' })).toBeVisible();
  }
  await page.goto('/');
  await mirar(page, 'inicio con sesion');
  await page.getByRole('button', { name: 'Salir' }).click();
  await page.waitForURL('/');
  await expect(page.getByRole('status')).toHaveText('Cerraste tu sesión en este navegador.');
  await mirar(page, 'inicio al salir');
  await expect(page.getByText(titular.nombre)).toBeHidden();
  await ingresar(page, titular);
  await page.goto('/');
  await expect(page.getByRole('status')).toBeHidden();
});

test('una página pedida sin sesión es a la que se llega al ingresar, y sólo del portal', async ({ page, efirma }) => {
  const titular = await efirma('fisica-con-enie');
  await page.goto('/buzon/medios-de-contacto/nuevo?validado=x');
  await expect(page).toHaveURL(/\/ingresar\?sesion=terminada/);
  await fillEfirma(page, titular);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await page.waitForURL('/buzon/medios-de-contacto/nuevo?validado=x');

  await page.goto('/ingresar?regresar=/buzon/acuses');
  await expect(page.getByText('Tu sesión sigue abierta.')).toBeVisible();
  await mirar(page, 'ingresar con sesion');
  await page.getByRole('link', { name: 'Continuar en mi Buzón' }).click();
  await page.waitForURL('/buzon/acuses');
  await page.goto('/ingresar?regresar=https://malo.example/buzon/');
  await fillEfirma(page, titular);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await page.waitForURL('**/buzon');
});

test('quien es de soporte también regresa a la página que pidió, y se le reconoce', async ({ page, efirma }) => {
  const miembro = await efirma('soporte-supervision');
  await page.goto('/soporte/tablero');
  await fillEfirma(page, miembro);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await page.waitForURL('/soporte/tablero');
  await page.goto('/ayuda');
  await expect(page.getByText(miembro.nombre)).toBeVisible();
  await page.getByRole('button', { name: 'Salir' }).click();
  await page.waitForURL('/');
  await ingresarComoSoporte(page, miembro);
});

test('un RFC equivocado no borra la contraseña, que se puede mirar', async ({ page, efirma }) => {
  const titular = await efirma('fisica-con-enie');
  await page.goto('/ingresar');
  await mirar(page, 'ingresar con ayudas');
  await fillEfirma(page, { ...titular, rfc: 'EKU9003173C9' });
  const contrasena = page.getByLabel('Contraseña de la Llave privada', { exact: true });
  for (const rfc of ['EKU9003173C9', 'no es']) {
    await page.getByLabel('RFC', { exact: true }).fill(rfc);
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await expect(contrasena).toHaveValue(titular.contrasena);
  }
  await page.getByRole('button', { name: 'Mostrar contraseña' }).click();
  await expect(contrasena).toHaveAttribute('type', 'text');
  await mirar(page, 'contrasena a la vista');
  await page.getByLabel('RFC', { exact: true }).fill(titular.rfc);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await page.waitForURL('**/buzon');
});
