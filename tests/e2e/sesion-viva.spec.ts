import { expect } from '@playwright/test';
import { ingresar } from '../support/ingresar.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

const MINUTE = 60_000;

test('dos minutos antes de terminar, la sesión avisa y se puede seguir sin perder lo escrito', async ({
  page,
  efirma,
}) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  await page.clock.install();
  await page.goto('/buzon/medios-de-contacto/nuevo');
  await page.getByLabel('Medio de Contacto', { exact: true }).fill('a medio escribir');
  const ventana = page.getByRole('dialog', { name: 'Tu sesión está por terminar' });
  await page.clock.runFor(12 * MINUTE);
  await expect(ventana).toBeHidden();
  await page.clock.runFor(MINUTE);
  await expect(ventana).toBeVisible();
  await mirar(page, 'sesion por terminar');
  await ventana.getByRole('button', { name: 'Seguir en la sesión' }).click();
  await expect(ventana).toBeHidden();
  await expect(page.getByLabel('Medio de Contacto', { exact: true })).toHaveValue('a medio escribir');
  await page.clock.runFor(15 * MINUTE);
  await expect(page.getByRole('dialog', { name: 'Tu sesión terminó' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ingresar de nuevo' })).toBeVisible();
});

test('«Cerrar las demás» deja abierta sólo la propia sesión', async ({ page, efirma, otroNavegador }) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const otra = await (await otroNavegador()).newPage();
  await ingresar(otra, await efirma('fisica-con-enie'));
  await page.goto('/buzon/sesiones');
  await mirar(page, 'sesiones');
  await page.getByRole('button', { name: 'Cerrar las demás' }).click();
  await expect(page.getByRole('status')).toContainText('Sólo queda abierta esta.');
  await otra.goto('/buzon');
  await expect(otra).toHaveURL(/\/ingresar/);
});

test('a 320 píxeles y con el texto al doble nada se pierde ni sobresale', async ({ page, efirma }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const publicas = ['/', '/ayuda', '/accesibilidad', '/aviso-de-privacidad', '/ingresar', '/demo'];
  const propias = [
    '/buzon',
    '/buzon/medios-de-contacto',
    '/buzon/medios-de-contacto/nuevo',
    '/buzon/activacion',
    '/buzon/sesiones',
    '/buzon/acuses',
  ];
  const expectFit = async (ruta: string) => {
    await page.goto(ruta);
    const sobra = await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    expect(sobra, `lo que sobresale de ${ruta}, en píxeles`).toBeLessThanOrEqual(0);
  };
  for (const ruta of publicas) await expectFit(ruta);
  await ingresar(page, await efirma('fisica-con-enie'));
  for (const ruta of propias) await expectFit(ruta);
});
