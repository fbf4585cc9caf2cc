import { expect, type Page } from '@playwright/test';
import { listMensajes } from '../support/bandeja.ts';
import { ingresar } from '../support/ingresar.ts';
import { filaDe, validarCorreo, validarTelefono } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

// A portal of its own: its clock is moved.
test.use({ ajustes: { BUZON_DEMO_ABIERTA: 'si' } });

test('lo que se validó hace más de un año se confirma con un botón desde su correo y desde su SMS', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  test.setTimeout(400_000);
  const titular = await efirma('fisica-con-enie');
  const celular = '5587654321';
  const correo = 'un-ano@onate.example';
  await ingresar(page, titular);
  await validarCorreo(page, portal.url, correo);
  await validarTelefono(page, portal.url, celular);
  await adelantar(page, '+1 año');

  const deCorreo = await waitForPregunta(portal.url, correo);
  const deCelular = await waitForPregunta(portal.url, celular);
  await ingresar(page, titular);
  await page.goto('/buzon/medios-de-contacto');
  for (const suyo of [correo, celular])
    await expect(filaDe(page, mostrado(suyo))).toContainText('Se validó hace más de un año');
  await mirar(page, 'medios con prueba antigua');

  // The message is opened on a phone.
  const otro = await (await otroNavegador({ viewport: { width: 390, height: 844 } })).newPage();
  for (const [enlace, que, suyo] of [
    [deCorreo, 'correo electrónico', correo],
    [deCelular, 'teléfono celular', celular],
  ] as const) {
    for (let time = 0; time < 3; time++) expect((await fetch(enlace)).status).toBe(200);
    await otro.goto(enlace);
    await expect(otro.getByRole('main')).toContainText(`en tu ${que}`);
    for (const dato of [titular.rfc, titular.nombre, correo, celular])
      await expect(otro.locator('body')).not.toContainText(dato);
    await mirar(otro, 'medio por confirmar');
    await otro.getByRole('button', { name: 'Sí, lo sigo usando' }).click();
    await expect(otro.getByRole('status')).toContainText(
      'Gracias: quedó confirmado. Volveremos a preguntar dentro de un año. Ya puedes cerrar esta página.',
    );
    await mirar(otro, 'medio confirmado');
    await otro.goto(enlace);
    await expect(otro.getByRole('status')).toContainText('Gracias: quedó confirmado');
    await page.reload();
    await expect(filaDe(page, mostrado(suyo))).not.toContainText('Se validó hace más de un año');
    await expect(filaDe(page, mostrado(suyo))).toContainText('Confirmado el');
  }

  await page.goto('/buzon/comunicados');
  await expect(page.getByRole('main')).toContainText('confirma que sigues usando este correo electrónico');
  await otro.goto(`${deCorreo.slice(0, -8)}AAAAAAAA`);
  await expect(otro.getByRole('alert').filter({ hasText: 'no es válido' })).toBeVisible();
  await mirar(otro, 'confirmacion desconocida');
  await adelantar(page, 'Volver a la hora de verdad');
});

/** As the table has it: a number in groups. */
const mostrado = (valor: string) => valor.replace(/^(\d{2})(\d{4})(\d{4})$/, '$1 $2 $3');

async function adelantar(page: Page, boton: string): Promise<void> {
  await page.goto('/demo');
  await page.getByRole('button', { name: boton, exact: true }).click();
  await expect(page.getByRole('region', { name: 'Reloj' })).toContainText(/hora de verdad/);
}

/** The link of the yearly message: the worker asks within a minute or two. */
async function waitForPregunta(portalUrl: string, para: string): Promise<string> {
  let url: string | undefined;
  const find = async () => {
    const mensajes = await listMensajes(portalUrl, para);
    url = mensajes.map(({ text }) => /\S+\/confirmar\/[\w-]{54}/.exec(text)?.[0]).find(Boolean);
    return url;
  };
  await expect.poll(find, { timeout: 150_000 }).toBeTruthy();
  return String(url);
}
