import { expect, type Page } from '@playwright/test';
import type { Efirma } from '../support/efirma-de-demo.ts';
import { fillEfirma, ingresar } from '../support/ingresar.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

const PAGINA = /\/buzon\/representantes\/BI-[\d.-]+$/;
const DIA_MS = 86_400_000;

/** The form of a proposal, sent by one of its two buttons. */
async function proponer(page: Page, { rfc }: Efirma, boton: string): Promise<void> {
  await page.goto('/buzon/representantes');
  await page.getByRole('link', { name: 'Nombrar representante' }).click();
  await page.getByLabel('RFC del representante').fill(rfc);
  await page.getByLabel('Consultar y descargar acuses').check();
  await page.getByLabel('Administrar medios de contacto').check();
  await page.getByLabel('Último día').fill(new Date(Date.now() + 90 * DIA_MS).toISOString().slice(0, 10));
  await mirar(page, 'nombrar representante');
  await page.getByRole('button', { name: boton }).click();
}

async function firmar(page: Page, efirma: Efirma): Promise<void> {
  await expect(page.getByRole('button', { name: 'Firmar' })).toBeEnabled();
  await fillEfirma(page, efirma);
  await page.getByRole('button', { name: 'Firmar' }).click();
}

const estado = (page: Page, texto: string) =>
  expect(page.getByRole('status').filter({ hasText: new RegExp(`^${texto}$`) })).toBeVisible();

test('titular y representante firman en el mismo equipo, y el titular descarga el acuse', {
  tag: '@telefono',
}, async ({ page, efirma }) => {
  test.slow();
  const [titular, representante] = [await efirma('moral-tres-registros'), await efirma('fisica-un-registro')];
  await ingresar(page, titular);
  await proponer(page, titular, 'Firmar en este equipo, los dos');
  await expect(page.getByRole('alert').filter({ hasText: 'persona moral' })).toBeVisible();
  await mirar(page, 'representante rechazado');
  await proponer(page, representante, 'Firmar en este equipo, los dos');
  await page.waitForURL(PAGINA);
  await expect(page.getByRole('heading', { name: 'Designación y aceptación de representante' })).toBeVisible();
  await mirar(page, 'designacion por firmar');
  await firmar(page, titular);
  await expect(page.getByRole('timer')).toHaveText(/^(30:00|29:\d\d) minutos$/);
  await expect(page.getByLabel('RFC', { exact: true })).toHaveValue(representante.rfc);
  await mirar(page, 'falta la segunda firma');
  await firmar(page, titular);
  await expect(page.getByRole('alert').filter({ hasText: 'Falta la de la otra persona' })).toBeVisible();
  await firmar(page, representante);
  await estado(page, 'Vigente');
  await mirar(page, 'designacion vigente');
  const [acuse] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Descargar' }).click(),
  ]);
  expect(acuse.suggestedFilename()).toMatch(/^acuse-representacion-BI-.*\.pdf$/);
  await page.goto('/buzon/representantes');
  await mirar(page, 'representantes');
  await page.getByRole('link', { name: 'Terminar todas' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await mirar(page, 'ventana de terminar todas');
  await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('status')).toHaveText('Se terminaron todas las designaciones.');
});

test('cada quien firma en su navegador, y el titular revoca', async ({ page, efirma, otroNavegador, quejas }) => {
  test.slow();
  const [titular, representante] = [await efirma('moral-con-ampersand'), await efirma('fisica-con-enie')];
  await ingresar(page, titular);
  await proponer(page, representante, 'Enviar la propuesta');
  await expect(page.getByRole('status')).toContainText('Se envió la propuesta.');
  const enlace = page.getByRole('link', { name: /^BI-/ });
  await expect(enlace).toBeVisible();
  const folio = await enlace.innerText();

  const suya = await (await otroNavegador()).newPage();
  await ingresar(suya, representante);
  await expect(suya.getByText(`${titular.nombre} te propone como su representante.`)).toBeVisible();
  await mirar(suya, 'buzon con una propuesta');
  await suya.getByRole('link', { name: 'Leer y firmar' }).click();
  await firmar(suya, representante);
  await estado(suya, 'Falta una firma');
  await page.goto(`/buzon/representantes/${folio}`);
  await firmar(page, titular);
  await estado(page, 'Vigente');

  await suya.goto('/clientes');
  const fila = suya.getByRole('row', { name: new RegExp(folio) });
  await expect(fila).toContainText('Vigente');
  await expect(fila).toContainText('Sin activar');
  await expect(fila).toContainText('Falta activar el Buzón.');
  await suya.getByLabel('Buscar por RFC o nombre').fill(titular.rfc.slice(0, 6).toLowerCase());
  await suya.getByRole('button', { name: 'Buscar' }).click();
  await expect(fila).toBeVisible();
  const [csv] = await Promise.all([
    suya.waitForEvent('download'),
    suya.getByRole('link', { name: 'Descargar la lista en CSV' }).click(),
  ]);
  expect(csv.suggestedFilename()).toBe('a-quien-represento.csv');
  await suya.goto(`/buzon/representantes/${folio}`);
  const [acuse] = await Promise.all([
    suya.waitForEvent('download'),
    suya.getByRole('link', { name: 'Descargar' }).click(),
  ]);
  expect(acuse.suggestedFilename()).toBe(`acuse-representacion-${folio}.pdf`);
  await suya.goto('/clientes');
  await mirar(suya, 'a quien represento');

  const ajena = await (await otroNavegador()).newPage();
  await ingresar(ajena, await efirma('particular-sin-registros'));
  expect((await ajena.goto(`/buzon/representantes/${folio}`))?.status()).toBe(404);
  expect(quejas.splice(0)).toEqual([expect.stringContaining('404')]);

  await page.goto('/buzon/representantes');
  await page.getByRole('link', { name: 'Revocar representación' }).click();
  await page.getByRole('button', { name: 'Revocar representación' }).click();
  await estado(page, 'Revocada');
  await suya.reload();
  await expect(suya.getByText('No hay ninguno.')).toBeVisible();

  await proponer(page, representante, 'Enviar la propuesta');
  await expect(page.getByRole('status')).toContainText('Se envió la propuesta.');
  await suya.goto('/buzon');
  await suya.getByRole('button', { name: 'No acepto' }).click();
  await estado(suya, 'No aceptada');
});

test('quien representa lo pide, de uno o en un archivo, y el titular dice que no o lo nombra', {
  tag: '@telefono',
}, async ({ page, efirma, otroNavegador }) => {
  test.slow();
  const [contador, titular, otra] = [
    await efirma('fisica-un-registro'),
    await efirma('moral-cinco-mil-registros'),
    await efirma('particular-sin-registros'),
  ];
  await ingresar(page, contador);
  await page.goto('/clientes');
  await page.getByRole('link', { name: 'Pedir ser representante' }).click();
  await page.getByRole('button', { name: 'Pedir' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Escribe el RFC' })).toBeVisible();
  await page.getByLabel('RFC del titular').fill(otra.rfc);
  await page.getByRole('button', { name: 'Pedir' }).click();
  await expect(page.getByRole('status')).toHaveText('Peticiones hechas: 1 de 1.');
  const pedidas = page.getByRole('table', { name: 'Peticiones que hiciste' });
  await expect(pedidas.getByRole('row', { name: otra.rfc })).toContainText('Puede contestar');
  const archivo = `RFC;Nombre\n${titular.rfc};UNO\nAAA010101AAA;SIN BUZON\n${otra.rfc};OTRA\n=1+1;\n`;
  await page.getByLabel('O un archivo CSV').setInputFiles({
    name: 'clientes.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(archivo),
  });
  await page.getByRole('button', { name: 'Pedir' }).click();
  await expect(page.getByRole('status')).toHaveText('Peticiones hechas: 2 de 4.');
  const resultados = page.getByRole('table', { name: 'Resultado de cada renglón' });
  await expect(resultados.getByRole('row', { name: titular.rfc })).toContainText('Se hizo la petición.');
  await expect(resultados.getByRole('row', { name: 'AAA010101AAA' })).toContainText('Se hizo la petición.');
  await expect(resultados.getByRole('row', { name: otra.rfc })).toContainText('Ya se lo pediste');
  await mirar(page, 'pedir ser representante');

  const deOtra = await (await otroNavegador()).newPage();
  await ingresar(deOtra, otra);
  await expect(deOtra.getByText(`${contador.nombre} te pide ser su representante.`)).toBeVisible();
  await mirar(deOtra, 'buzon con una peticion');
  await deOtra.getByLabel('No recibir más peticiones suyas').check();
  await deOtra.getByRole('button', { name: 'No', exact: true }).click();
  await expect(deOtra.getByRole('status')).toContainText('Se rechazó la petición.');
  await deOtra.goto('/buzon');
  await expect(deOtra.getByText('te pide ser su representante')).toHaveCount(0);

  const suya = await (await otroNavegador()).newPage();
  await ingresar(suya, titular);
  await suya.getByRole('link', { name: 'Sí, nombrar' }).click();
  await expect(suya.getByLabel('RFC del representante')).toHaveValue(contador.rfc);
  expect(suya.url()).not.toContain(contador.rfc);
  await suya.getByLabel('Consultar y descargar acuses').check();
  await suya.getByLabel('Último día').fill(new Date(Date.now() + 90 * DIA_MS).toISOString().slice(0, 10));
  await suya.getByRole('button', { name: 'Enviar la propuesta' }).click();
  await expect(suya.getByRole('status')).toContainText('Se envió la propuesta.');

  await page.goto('/clientes/pedir');
  await expect(pedidas.getByRole('row', { name: titular.rfc })).toContainText('Te propuso como su representante');
  for (const rfc of [otra.rfc, 'AAA010101AAA'])
    await expect(pedidas.getByRole('row', { name: rfc })).toContainText('Puede contestar');
  await page.goto('/clientes');
  await expect(page.getByText(`${titular.nombre} te propone como su representante.`)).toBeVisible();
  await mirar(page, 'clientes con una propuesta');
  await suya.goto('/buzon/representantes');
  await suya.getByRole('link', { name: 'Terminar todas' }).click();
  await suya.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  await expect(suya.getByRole('status')).toHaveText('Se terminaron todas las designaciones.');
});
