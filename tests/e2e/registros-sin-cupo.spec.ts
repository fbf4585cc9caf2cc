import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { ingresar } from '../support/ingresar.ts';
import { aceptarPara, FOLIO, guardarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

const TODOS = 'Seleccionar todos los Registros Patronales';
const REGISTROS = '/buzon/medios-de-contacto/nuevo/registros-patronales';

// Data of its own: what it registers counts towards the limits of others' registros.
renewPortal();

test('de miles que no caben se nombran los primeros, y todos en un archivo', { tag: '@telefono' }, async ({
  page,
  efirma,
}) => {
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  await page.goto(REGISTROS);
  await page.getByLabel(TODOS).check();
  await page.getByRole('checkbox').nth(2).uncheck();
  await guardarMedio(page, 'Teléfono', '5511223355');
  await aceptarPara(page, '4,999 Registros Patronales');
  await expect(page.getByRole('status')).toContainText('Se registró la información correctamente');
  const folio = new RegExp(FOLIO).exec(await page.getByRole('status').innerText())?.[0] ?? '';

  await test.step('la ventana los nombra antes de guardar', async () => {
    await page.goto(REGISTROS);
    await page.getByLabel(TODOS).check();
    await guardarMedio(page, 'Teléfono', '5511223366');
    const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
    await expect(ventana).toContainText('Para 1 Registro Patronal.');
    await expect(ventana).toContainText('4,999 Registros Patronales de los que elegiste no pueden tomarlo.');
    await expect(ventana).toContainText(
      /Ya tienen el máximo de medios de ese tipo: ([A-Z]\d\d-\d{5}-10-\d, ){11}[A-Z]\d\d-\d{5}-10-\d y 4,987 más\./,
    );
    await expect(ventana.getByRole('heading', { name: 'Registrar medio de contacto' })).toBeInViewport();
    await mirar(page, 'miles sin cupo');
    const lineas = await descargarRelacion(page);
    expect(lineas).toHaveLength(5000);
    expect(lineas[1]).toMatch(/^"[A-Z]\d\d-\d{5}-10-\d",".+","Ya tienen el máximo de medios de ese tipo"$/);
    await expect(ventana).toBeVisible();
    await ventana.getByRole('button', { name: 'Cancelar' }).click();
  });

  await test.step('cuando ninguno puede tomarlo no hay ventana, y se nombran en el aviso', async () => {
    await page.goto(REGISTROS);
    await page.getByLabel(TODOS).check();
    await page.getByRole('checkbox').nth(2).uncheck();
    await guardarMedio(page, 'Teléfono', '5511223366');
    const aviso = page.getByRole('main').getByRole('alert');
    await expect(aviso).toContainText('Ninguno de los registros patronales elegidos puede tomar ese medio de contacto');
    await expect(aviso).toContainText(
      /Ya tienen el máximo de medios de ese tipo: ([A-Z]\d\d-\d{5}-10-\d, ){11}[A-Z]\d\d-\d{5}-10-\d y 4,987 más\./,
    );
    await expect(aviso).toBeInViewport();
    await mirar(page, 'ninguno con cupo');
    const lineas = await descargarRelacion(page);
    expect(lineas).toHaveLength(5000);
    expect(lineas[1]).toMatch(/^"[A-Z]\d\d-\d{5}-10-\d",".+","Ya tienen el máximo de medios de ese tipo"$/);
    await expect(page.getByText('4,999 de 5,000 Registros Patronales')).toBeVisible();
    await guardarMedio(page, 'Teléfono', '5511223355');
    await expect(aviso).toContainText('Ya lo tienen: ');
  });

  await test.step('entre los miles de un medio se encuentra uno por su número, y se quita', async () => {
    await page.goto(`/buzon/medios-de-contacto/${folio}/registros-patronales`);
    await expect(page.getByRole('row')).toHaveCount(51);
    await page.getByRole('link', { name: 'Página siguiente' }).click();
    await expect(page).toHaveURL(/[?&]despues=/);
    const numero = (await page.getByRole('row').nth(7).getByRole('cell').first().innerText()).trim();
    await page.getByLabel('Buscar por número').fill(numero.slice(0, 1).toLowerCase());
    await page.getByRole('button', { name: 'Buscar' }).click();
    await expect(page.getByRole('row')).toHaveCount(51);
    await page.getByLabel('Buscar por número').fill(numero.toLowerCase());
    await page.getByRole('button', { name: 'Buscar' }).click();
    await expect(page.getByRole('row')).toHaveCount(2);
    await mirar(page, 'un registro de un medio');
    await page.getByRole('button', { name: 'Eliminar' }).click();
    const ventana = page.getByRole('dialog', { name: 'Eliminar medio de contacto' });
    await expect(ventana).toContainText(`Sólo del Registro Patronal ${numero}.`);
    await ventana.getByRole('button', { name: 'Cancelar' }).click();
    await expect(page.getByLabel('Buscar por número')).toHaveValue(numero.toLowerCase());
    await page.getByRole('button', { name: 'Eliminar' }).click();
    await ventana.getByRole('button', { name: 'Aceptar' }).click();
    await expect(page.getByRole('status')).toContainText('dejó de tener este medio de contacto');
    await expect(page.getByText('4,998 Registros Patronales')).toBeVisible();
  });
});

test('sin JavaScript también se nombran y se descargan cuando ninguno puede tomarlo', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  const storageState = await page.context().storageState();
  const sin = await (await otroNavegador({ javaScriptEnabled: false, storageState })).newPage();
  const registrar = async () => {
    await sin.goto(REGISTROS);
    await sin.getByLabel(TODOS).check();
    await guardarMedio(sin, 'Correo Electrónico', 'sincupo@balsas.example');
  };
  await registrar();
  await aceptarPara(sin, '5,000 Registros Patronales');
  await registrar();
  await expect(sin.getByRole('main').getByRole('alert')).toContainText(/Ya lo tienen: .+ y 4,988 más\./);
  expect(await descargarRelacion(sin)).toHaveLength(5001);
});

/** The lines of the file with those that cannot take a medio. */
async function descargarRelacion(page: Page): Promise<string[]> {
  const descarga = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Descargar la relación completa' }).click();
  return (await readFile(await (await descarga).path(), 'utf8')).trimEnd().split('\r\n');
}
