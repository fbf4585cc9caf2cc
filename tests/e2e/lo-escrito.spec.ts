import { expect, type Page } from '@playwright/test';
import type { Efirma } from '../support/efirma-de-demo.ts';
import { fillEfirma, ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';
import { leerFolio, presentarAclaracion } from '../support/presentar.ts';

// Data of its own: here sessions end while somebody writes.
renewPortal();

const NUEVA = '/buzon/aclaraciones/nueva';
const TEXTO = 'No me llega el correo.\nYa revisé el spam, señor.';

test('lo escrito antes de que la sesión terminara se encuentra al ingresar de nuevo, y sólo su titular', {
  tag: '@telefono',
}, async ({ page, efirma }) => {
  const [titular, otro] = [await efirma('fisica-con-enie'), await efirma('moral-con-ampersand')];
  const planteamiento = page.getByLabel('Planteamiento', { exact: true });
  await ingresar(page, titular);
  await page.goto(NUEVA);
  await page.getByLabel('Asunto', { exact: true }).selectOption({ index: 2 });
  await planteamiento.fill(TEXTO);
  await terminarSesion(page);
  await page.getByRole('button', { name: 'Presentar aclaración' }).click();
  await expect(page).toHaveURL(/\/ingresar\?sesion=terminada/);
  expect(await kept(page)).toHaveLength(1);
  expect(JSON.stringify(await kept(page))).not.toMatch(/correo|spam|texto|aclaracion/);

  await test.step('otra persona no lo encuentra, ni lo pierde quien lo escribió', async () => {
    await volver(page, otro);
    await expect(planteamiento).toHaveValue('');
    await expect(page.getByText('Aquí está lo que escribiste')).toBeHidden();
    await terminarSesion(page);
  });

  await page.goto(NUEVA);
  await volver(page, titular);
  await expect(planteamiento).toHaveValue(TEXTO);
  await expect(page.getByLabel('Asunto', { exact: true })).not.toHaveValue('ACTIVACION');
  await expect(page.getByText('Aquí está lo que escribiste y no se envió')).toBeVisible();
  await mirar(page, 'lo escrito de nuevo');

  await test.step('si no se acepta se conserva, y enviado se borra', async () => {
    await planteamiento.fill(' ');
    await page.getByRole('button', { name: 'Presentar aclaración' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await planteamiento.fill(TEXTO);
    await page.reload();
    await expect(planteamiento).toHaveValue(TEXTO);
    await page.getByRole('button', { name: 'Presentar aclaración' }).click();
    await leerFolio(page);
    await expect.poll(() => kept(page)).toEqual([]);
    await page.goto(NUEVA);
    await expect(planteamiento).toHaveValue('');
  });
});

test('lo escrito se puede borrar, y se borra solo al día siguiente o al salir', async ({ page, efirma }) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const planteamiento = page.getByLabel('Planteamiento', { exact: true });
  const escribir = async () => {
    await page.goto(NUEVA);
    await planteamiento.fill(TEXTO);
    await expect.poll(() => kept(page)).toHaveLength(1);
  };
  await escribir();
  await page.reload();
  await page.getByRole('button', { name: 'Borrar lo escrito' }).click();
  await expect(planteamiento).toHaveValue('');
  await expect.poll(() => kept(page)).toEqual([]);
  await expect(page.getByLabel('Asunto', { exact: true })).toBeFocused();

  await escribir();
  await page.getByRole('button', { name: 'Salir' }).click();
  await page.waitForURL('/');
  expect(await kept(page)).toEqual([]);

  await ingresar(page, await efirma('fisica-con-enie'));
  await escribir();
  await page.clock.setFixedTime(Date.now() + 24 * 3_600_000);
  await page.goto('/ingresar');
  await expect.poll(() => kept(page)).toEqual([]);
});

test('lo escrito que vuelve a un campo donde ya se está no se mezcla con lo que se escribe', async ({
  page,
  efirma,
}) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  const planteamiento = page.getByLabel('Planteamiento', { exact: true });
  await page.goto(NUEVA);
  await planteamiento.fill(TEXTO);
  await expect.poll(() => kept(page)).toHaveLength(1);
  let goOn = () => {};
  const focused = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(/\/_next\/static\/chunks\//, (route) => focused.then(() => route.continue()));
  await page.goto(NUEVA, { waitUntil: 'commit' });
  await planteamiento.focus();
  goOn();
  await expect(planteamiento).toHaveValue(TEXTO);
  await page.keyboard.insertText('Otra cosa');
  await expect(planteamiento).toHaveValue('Otra cosa');
});

test('una réplica, una etiqueta, una nota, una respuesta y un motivo también; una contraseña o un código, nunca', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  test.slow();
  const titular = await efirma('moral-con-ampersand');
  await ingresar(page, titular);
  const medio = await registrarMedio(page, 'Teléfono', '5598761001');
  const aclaracion = await presentarAclaracion(page, 'Una duda');
  await expect.poll(() => kept(page)).toEqual([]);
  await expectFoundAgain(page, titular, `/buzon/aclaraciones/${aclaracion}`, 'Mensaje', 'Enviar mensaje');
  await expect(page.getByRole('status')).toContainText('Tu mensaje quedó registrado');
  await expect.poll(() => kept(page)).toEqual([]);

  await page.goto(`/buzon/medios-de-contacto?validar=${medio}`);
  await page.getByLabel('Código de verificación', { exact: true }).fill('12345');
  await page.goto('/ingresar');
  await fillEfirma(page, titular);
  expect(await kept(page)).toEqual([]);

  const etiqueta = page.getByLabel(/^Etiqueta de/);
  await page.goto(`/buzon/medios-de-contacto?etiquetar=${medio}`);
  await etiqueta.fill('Contador');
  await expect.poll(() => kept(page)).toHaveLength(1);
  await terminarSesion(page);
  await page.goto(`/buzon/medios-de-contacto?etiquetar=${medio}`);
  await volver(page, titular);
  await expect(etiqueta).toHaveValue('Contador');
  await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('status')).toContainText('Se guardó la etiqueta.');
  await expect.poll(() => kept(page)).toEqual([]);

  const consola = await (await otroNavegador()).newPage();
  const miembro = await efirma('soporte-atencion');
  await ingresarComoSoporte(consola, miembro);
  await consola.goto(`/soporte/aclaraciones/${aclaracion}`);
  await consola.getByRole('button', { name: 'Atender' }).click();
  await expectFoundAgain(consola, miembro, `/soporte/aclaraciones/${aclaracion}`, 'Respuesta', 'Enviar respuesta');
  await expectFoundAgain(consola, miembro, `/soporte/folios/${medio}`, 'Nota', 'Agregar nota');
  await expect.poll(() => kept(consola)).toEqual([]);
  const ventana = `/soporte/folios/${medio}?mostrar=si`;
  await consola.goto(ventana);
  await consola.getByLabel('Explica para qué').fill('Confirmar con él el número');
  await expect.poll(() => kept(consola)).toHaveLength(1);
  await terminarSesion(consola);
  await consola.goto(ventana);
  await volver(consola, miembro);
  await expect(consola.getByLabel('Explica para qué')).toHaveValue('Confirmar con él el número');
});

/** Written, lost with the session, found again and sent. */
async function expectFoundAgain(page: Page, quien: Efirma, ruta: string, campo: string, boton: string): Promise<void> {
  const field = page.getByLabel(campo, { exact: true });
  await page.goto(ruta);
  await field.fill(TEXTO);
  await terminarSesion(page);
  await page.getByRole('button', { name: boton }).click();
  await expect(page).toHaveURL(/ingresar\?sesion=terminada/);
  await volver(page, quien);
  await expect(field, campo).toHaveValue(TEXTO);
  await page.getByRole('button', { name: boton }).click();
  await expect(field, campo).toHaveValue('');
}

/** Signs in where one was sent to, and comes back to the page that one was on. */
async function volver(page: Page, quien: Efirma): Promise<void> {
  await fillEfirma(page, quien);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/ingresar'));
}

async function terminarSesion(page: Page): Promise<void> {
  await page.context().clearCookies();
}

/** What the browser keeps of the portal. */
function kept(page: Page): Promise<[string, unknown][]> {
  return page.evaluate(() => Object.entries({ ...localStorage, ...sessionStorage }));
}
