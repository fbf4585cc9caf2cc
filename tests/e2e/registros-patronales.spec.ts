import { expect } from '@playwright/test';
import { waitForCodigo, waitForEnlace } from '../support/bandeja.ts';
import { ingresar } from '../support/ingresar.ts';
import { aceptarPara, FECHA, FOLIO, filaDe, guardarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

const PESTANA = 'Medio de Contacto de Registros Patronales';
const TODOS = 'Seleccionar todos los Registros Patronales';
const REGISTROS = '/buzon/medios-de-contacto/nuevo/registros-patronales';

// Data of its own: what it registers counts towards the limits of others' registros.
renewPortal();

test('un patrón registra y valida correo y teléfono para todos sus registros patronales', {
  tag: '@telefono',
}, async ({ page, portal, efirma }) => {
  test.slow();
  await ingresar(page, await efirma('moral-tres-registros'));
  await page.getByRole('link', { name: 'Mis medios de contacto' }).first().click();
  await page.getByRole('link', { name: 'Nuevo medio de contacto' }).click();
  await page.getByRole('link', { name: PESTANA }).click();
  await expect(page.getByRole('columnheader')).toContainText([
    'Registros Patronales',
    'Subdelegación',
    'Correos electrónicos validados',
    'Teléfonos celulares validados',
  ]);
  await mirar(page, 'registros patronales');

  await test.step('el correo, para todos', async () => {
    await page.getByLabel(TODOS).check();
    await expect(page.getByText('3 de 3 Registros Patronales seleccionados')).toBeVisible();
    await guardarMedio(page, 'Correo Electrónico', 'nomina@espiga.example');
    await aceptarPara(page, '3 Registros Patronales');
    await expect(page.getByRole('status')).toHaveText(
      new RegExp(`^Se registró la información correctamente con el número de folio: ${FOLIO}, fecha: ${FECHA}\\.`),
    );
    await expect(page.getByText('Nota: Si no recibes el correo electrónico')).toBeVisible();
    await mirar(page, 'correo de registros registrado');
    await page.goto(await waitForEnlace(portal.url, 'nomina@espiga.example'));
    await expect(page.getByRole('status')).toHaveText('La validación de tu correo electrónico fue exitosa.');
    await page.getByRole('link', { name: 'Cerrar' }).click();
  });

  await test.step('el teléfono, para uno', async () => {
    await page.goto(REGISTROS);
    await page.getByRole('checkbox').nth(2).check();
    await expect(page.getByText('1 de 3 Registros Patronales seleccionados')).toBeVisible();
    await guardarMedio(page, 'Teléfono', '5511223344');
    await aceptarPara(page, '1 Registro Patronal');
    await page.getByRole('button', { name: 'Validar medio de contacto' }).click();
    const ventana = page.getByRole('dialog', { name: 'Validación de Celular' });
    await ventana.getByLabel('Código de verificación').fill(await waitForCodigo(portal.url, '5511223344'));
    await ventana.getByRole('button', { name: 'Aceptar' }).click();
    await expect(page.getByRole('status')).toContainText('La validación del número celular fue exitosa.');
    await expect(page.getByRole('status')).toContainText('deberás firmar la solicitud de conformidad');
    const [, primera] = await page.getByRole('row').allInnerTexts();
    expect(primera?.replace(/\s+/g, ' ')).toMatch(/1 1$/);
    await mirar(page, 'celular de registros validado');
  });

  await test.step('regresa a la tabla, abre los que cubre y quita uno', async () => {
    await page.getByRole('link', { name: 'Regresar' }).click();
    await page.getByRole('link', { name: '3 Registros Patronales' }).click();
    await expect(page).toHaveURL(/\/registros-patronales$/);
    await mirar(page, 'registros de un medio');
    await page.getByRole('button', { name: 'Eliminar' }).first().click();
    const ventana = page.getByRole('dialog', { name: 'Eliminar medio de contacto' });
    await expect(ventana).toContainText('Sólo del Registro Patronal');
    await mirar(page, 'quitar un registro');
    await ventana.getByRole('button', { name: 'Aceptar' }).click();
    await expect(page.getByRole('status')).toContainText('dejó de tener este medio de contacto');
    await page.getByRole('link', { name: 'Regresar' }).click();
    await expect(page.getByRole('link', { name: '2 Registros Patronales' })).toBeVisible();
  });

  await test.step('lo que no cabe se nombra, y lo ya validado se asocia sin validarlo otra vez', async () => {
    await page.goto(REGISTROS);
    await page.getByLabel(TODOS).check();
    await guardarMedio(page, 'Correo Electrónico', 'nomina@espiga.example');
    const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
    await expect(ventana).toContainText('2 Registros Patronales de los que elegiste no pueden tomarlo.');
    await expect(ventana).toContainText('Ese medio de contacto ya está validado para 2 Registros Patronales.');
    await expect(ventana.getByLabel('Asociar sin nueva validación')).not.toBeChecked();
    await mirar(page, 'registros sin cupo');
    await ventana.getByLabel('Asociar sin nueva validación').check();
    await ventana.getByRole('button', { name: 'Aceptar' }).click();
    const recuadro = page.getByRole('status');
    await expect(recuadro).toContainText('Ya está validado para 1 Registro Patronal: no tienes que hacer nada más.');
    await expect(page.getByText('Nota: Si no recibes el correo electrónico')).toBeHidden();
    await mirar(page, 'asociado sin nueva validacion');
    const folio = new RegExp(FOLIO).exec(await recuadro.innerText())?.[0] ?? '';
    for (const acuse of ['acuse de registro', 'acuse de validación'])
      await expect(recuadro.getByRole('link', { name: acuse })).toHaveAttribute('href', new RegExp(folio));
    await page.goto('/buzon/medios-de-contacto');
    await expect(filaDe(page, folio)).toContainText('Validado');
    await mirar(page, 'medios de registros');
  });
});

test('con cinco mil registros, lo elegido se conserva entre páginas y búsquedas', async ({ page, efirma }) => {
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  await page.goto(REGISTROS);
  const cuenta = (texto: string) => expect(page.getByText(`${texto} de 5,000 Registros Patronales`)).toBeVisible();
  await page.getByRole('checkbox').nth(2).check();
  await page.getByRole('checkbox').nth(4).check();
  await cuenta('2');
  await page.getByRole('button', { name: 'Página siguiente' }).click();
  await expect(page.getByText('Página 2')).toBeVisible();
  await page.getByRole('checkbox').nth(3).check();
  const buscar = page.getByLabel('Buscar por número o subdelegación');
  await expect(buscar).toHaveAccessibleDescription('Con sus primeros caracteres basta.');
  await buscar.fill('guadalajara');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').nth(1)).toContainText('Guadalajara Centro');
  await cuenta('3');
  await mirar(page, 'registros de una subdelegacion');
  await page.getByLabel(TODOS).check();
  await page.getByRole('checkbox').nth(2).uncheck();
  await cuenta('4,999');
  await guardarMedio(page, 'Correo Electrónico', 'nomina@balsas.example');
  const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
  await expect(ventana).toContainText('Para 4,999 Registros Patronales.');
  await ventana.getByRole('button', { name: 'Cancelar' }).click();
  await expect(ventana).toBeHidden();
  await cuenta('4,999');
  await expect(page.getByLabel('Medio de Contacto', { exact: true })).toHaveValue('nomina@balsas.example');
  await test.step('la cuenta se ve también al final de la tabla', async () => {
    await page.locator('[name="registro"]').last().scrollIntoViewIfNeeded();
    await expect(page.getByText('4,999 de 5,000 Registros Patronales')).toBeInViewport();
  });
});

test('todos los que halla una búsqueda se eligen de una vez, y «Guardar» está a la mano', { tag: '@telefono' }, async ({
  page,
  efirma,
}) => {
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  await page.goto(REGISTROS);
  const cuenta = (texto: string) => expect(page.getByText(`${texto} de 5,000 Registros Patronales`)).toBeVisible();
  await expect(page.getByText('Página 1 de 200')).toBeVisible();
  await page.getByLabel('Buscar por número o subdelegación').fill('guadalajara');
  await page.getByRole('button', { name: 'Buscar' }).click();
  const hallados = page.getByText(/^[\d,]+ coinciden con la búsqueda\.$/);
  await expect(hallados).toBeVisible();
  const cuantos = /^[\d,]+/.exec(await hallados.innerText())?.[0] ?? '';
  await page.getByRole('button', { name: 'Elegir los que coinciden' }).click();
  await cuenta(cuantos);
  await expect(page.getByLabel('Toda esta página')).toBeChecked();
  await page.getByLabel('Toda esta página').uncheck();
  await cuenta((Number(cuantos.replace(',', '')) - 25).toLocaleString('es-MX'));
  await page.getByRole('button', { name: 'Quitarlos' }).click();
  await cuenta('0');
  // The rows are drawn anew with what was just taken off.
  await expect(() => page.getByRole('row').nth(12).scrollIntoViewIfNeeded()).toPass();
  const guardar = page.getByRole('button', { name: 'Guardar' });
  await expect(guardar).toBeInViewport();
  // They may be so once more while it is looked at.
  const isAlaMano = () =>
    guardar.evaluate((boton) => {
      const { x, y, width, height } = boton.getBoundingClientRect();
      return boton.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
  await expect.poll(isAlaMano, 'nada lo tapa').toBe(true);
  await mirar(page, 'registros que halla una busqueda');
});

test('lo elegido sigue ahí al regresar con «Atrás» o al recargar', async ({ page, efirma }) => {
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  await page.goto(REGISTROS);
  const cuenta = (texto: string) => expect(page.getByText(`${texto} de 5,000 Registros Patronales`)).toBeVisible();
  const elegir = (fila: number) => page.getByRole('checkbox').nth(fila + 1);
  const irse = async () => {
    await page.getByRole('link', { name: 'Mis medios de contacto' }).first().click();
    await expect(page.getByRole('link', { name: 'Nuevo medio de contacto' })).toBeVisible();
    await page.goBack();
  };
  await elegir(1).check();
  await elegir(3).check();
  await page.getByRole('button', { name: 'Página siguiente' }).click();
  await expect(page.getByText('Página 2')).toBeVisible();
  await elegir(2).check();
  await page.getByRole('button', { name: 'Página anterior' }).click();
  await expect(page.getByText('Página 1')).toBeVisible();
  await page.getByRole('button', { name: 'Página siguiente' }).click();
  await expect(page.getByText('Página 2')).toBeVisible();
  for (const volver of [irse, () => page.reload()]) {
    await volver();
    await expect(page.getByText('Página 1')).toBeVisible();
    await cuenta('3');
    for (const [fila, isElegida] of [true, false, true].entries())
      await expect(elegir(fila + 1)).toBeChecked({ checked: isElegida });
    await page.getByRole('button', { name: 'Página siguiente' }).click();
    await expect(page.getByText('Página 2')).toBeVisible();
    await cuenta('3');
    await expect(elegir(2)).toBeChecked();
  }
  await test.step('de otra sesión no se toma', async () => {
    const ajena = page.url();
    await page.getByRole('button', { name: 'Salir' }).click();
    await ingresar(page, await efirma('moral-cinco-mil-registros'));
    await page.goto(ajena);
    await cuenta('0');
  });
});

test('sin elegir ninguno no se registra, y se dice qué hacer', async ({ page, efirma }) => {
  await ingresar(page, await efirma('fisica-un-registro'));
  await page.goto(REGISTROS);
  await guardarMedio(page, 'Correo Electrónico', 'nadie@costura.example');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Elige los registros patronales');
  await mirar(page, 'ningun registro elegido');
});

test('un particular no tiene la pestaña de registros patronales', async ({ page, efirma }) => {
  await ingresar(page, await efirma('particular-sin-registros'));
  await page.goto('/buzon/medios-de-contacto/nuevo');
  await expect(page.getByRole('link', { name: PESTANA })).toBeHidden();
  expect((await page.request.get(REGISTROS)).status()).toBe(404);
});

test('sin JavaScript se buscan, se eligen y se registran igual', async ({ page, efirma, otroNavegador }) => {
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  const storageState = await page.context().storageState();
  const sin = await (await otroNavegador({ javaScriptEnabled: false, storageState })).newPage();
  await sin.goto(REGISTROS);
  await sin.getByRole('checkbox').nth(2).check();
  await sin.getByRole('button', { name: 'Página siguiente' }).click();
  await expect(sin.getByText('Página 2')).toBeVisible();
  await sin.goto(sin.url());
  await expect(sin.getByText('1 de 5,000 Registros Patronales')).toBeVisible();
  await sin.getByLabel('Buscar por número o subdelegación').fill('tijuana');
  await sin.getByRole('button', { name: 'Buscar' }).click();
  await expect(sin.getByText('1 de 5,000 Registros Patronales')).toBeVisible();
  await sin.getByLabel(TODOS).check();
  await guardarMedio(sin, 'Correo Electrónico', 'sinscript@balsas.example');
  await aceptarPara(sin, '5,000 Registros Patronales');
  await expect(sin.getByRole('status')).toContainText('Se registró la información correctamente');
});
