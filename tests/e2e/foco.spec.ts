import { expect, type Locator, type Page } from '@playwright/test';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { filaDe, guardarMedio, registrarMedio } from '../support/medios.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: each action is done twice in a row, slowly.
renewPortal({ isCallado: false });

const TABLA = '/buzon/medios-de-contacto';
const REGISTROS = `${TABLA}/nuevo/registros-patronales`;
const LENTO_MS = 3_000;
const VECES = [1, 2] as const;

test('buscar, dar vuelta a la página y guardar, dos veces seguidas y despacio, dejan el foco donde toca', async ({
  page,
  efirma,
}) => {
  await ingresar(page, await efirma('moral-cinco-mil-registros'));
  await page.goto(REGISTROS);
  const enviadas = await slowDown(page);
  for (const nombre of ['Página siguiente', 'Página siguiente', 'Página anterior', 'Buscar', 'Buscar']) {
    const boton = page.getByRole('button', { name: nombre, exact: true });
    await pressOnce(page, enviadas, boton);
    await expect(boton, `el foco tras «${nombre}»`).toBeFocused();
  }
  for (const _ of VECES) {
    await guardarMedio(page, 'Teléfono', '55');
    await expect(alerta(page)).toBeFocused();
  }
});

test('cada acción de los medios de contacto, dos veces seguidas y despacio, cuenta una vez y se anuncia', async ({
  page,
  efirma,
}) => {
  test.slow();
  await ingresar(page, await efirma('fisica-un-registro'));
  const folio = await registrarMedio(page, 'Teléfono', '5598763001');
  const fila = filaDe(page, folio);
  const enviadas = await slowDown(page);
  const ventana = page.getByRole('dialog');

  await test.step('registrar: el recuadro verde toma el foco, y se lee antes que lo demás', async () => {
    for (const vez of VECES) {
      await page.goto(`${TABLA}/nuevo`);
      await guardarMedio(page, 'Correo Electrónico', `foco-${vez}@foco.example`);
      await expectModal(page);
      await pressOnce(page, enviadas, ventana.getByRole('button', { name: 'Aceptar' }));
      await expect(estado(page)).toBeFocused();
      const leido = await page.getByRole('main').ariaSnapshot();
      expect(leido.indexOf('status'), leido.slice(0, 300)).toBeGreaterThan(leido.indexOf('heading'));
      expect(leido.indexOf('status')).toBeLessThan(leido.indexOf('button'));
    }
  });

  await test.step('reenviar: lo que pasó toma el foco, también la segunda vez', async () => {
    await page.goto(TABLA);
    for (const _ of VECES) {
      await pressOnce(page, enviadas, fila.getByRole('button', { name: 'Reenviar' }));
      await expect(alerta(page)).toBeFocused();
      await expect(alerta(page)).toContainText('Espera');
    }
  });

  await test.step('una ventana cancelada, con el botón o con Escape, regresa a lo que la abrió', async () => {
    for (const nombre of ['Eliminar medio de contacto', 'Validar medio de contacto'])
      for (const vez of VECES) {
        const boton = fila.getByRole('button', { name: nombre });
        await boton.press('Enter');
        await expectModal(page);
        if (vez === 1) await ventana.getByRole('button', { name: 'Cancelar' }).click();
        else await page.keyboard.press('Escape');
        await expect(ventana).toBeHidden();
        await expect(boton, nombre).toBeFocused();
        await expect.poll(() => new URL(page.url()).hash).toBe('');
      }
  });

  await test.step('un código incorrecto, y otro', async () => {
    await page.goto(`${TABLA}?validar=${folio}`);
    await expectModal(page);
    for (const _ of VECES) {
      await ventana.getByLabel('Código de verificación', { exact: true }).fill('no es');
      await pressOnce(page, enviadas, ventana.getByRole('button', { name: 'Aceptar' }));
      await expect(ventana.getByRole('alert')).toBeFocused();
    }
  });

  await test.step('eliminar uno, y otro', async () => {
    for (const vez of VECES) {
      await page.goto(TABLA);
      const suya = page.getByRole('row').filter({ hasText: `foco-${vez}@foco.example` });
      await suya.getByRole('button', { name: 'Eliminar medio de contacto' }).click();
      await expectModal(page);
      await expect(ventana.getByRole('button', { name: 'Cancelar' }), 'quita algo: descansa ahí').toBeFocused();
      await pressOnce(page, enviadas, ventana.getByRole('button', { name: 'Aceptar' }));
      await expect(estado(page)).toBeFocused();
    }
  });
});

test('una aclaración, un mensaje y lo que permite un acuse, dos veces seguidas y despacio', async ({
  page,
  efirma,
}) => {
  test.slow();
  await ingresar(page, await efirma('fisica-con-enie'));
  const press = await slowDownNetwork(page);
  for (const vez of VECES) {
    await page.goto('/buzon/aclaraciones/nueva');
    await page.getByLabel('Planteamiento', { exact: true }).fill(`Una duda, la ${vez}.`);
    await press(page.getByRole('button', { name: 'Presentar aclaración' }));
    await expect(estado(page)).toBeFocused();
  }
  for (const vez of VECES) {
    await page.getByLabel('Mensaje', { exact: true }).fill(`Algo más, la ${vez}.`);
    await press(page.getByRole('button', { name: 'Enviar mensaje' }));
    await expect(
      page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ hasText: `Algo más, la ${vez}.` }),
    ).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Tu mensaje quedó registrado' })).toBeFocused();
  }
  await page.goto('/buzon/representantes?nombrar=si');
  for (const _ of VECES) {
    await press(page.getByRole('button', { name: 'Enviar la propuesta' }));
    await expect(alerta(page)).toBeFocused();
  }
});

test('en la consola, «/» lleva a buscar desde cualquier página, y cada acción deja el foco donde toca', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  test.slow();
  await ingresar(page, await efirma('moral-con-ampersand'));
  const folio = await registrarMedio(page, 'Correo Electrónico', 'consola@foco.example');
  const consola = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(consola, await efirma('soporte-supervision'));
  const campo = consola.getByLabel('Buscar', { exact: true });
  const ruta = `/soporte/folios/${folio}`;

  await test.step('la tecla, y lo que no la deja actuar', async () => {
    for (const desde of ['/soporte', ruta, '/soporte/equipo', '/soporte/aclaraciones']) {
      await consola.goto(desde);
      await consola.getByRole('heading', { level: 1 }).click();
      await consola.keyboard.press('/');
      await expect(campo, desde).toBeFocused();
      await expect(campo).toHaveValue('');
    }
    await consola.goto(ruta);
    await consola.getByLabel('Nota', { exact: true }).pressSequentially('y/o');
    await expect(consola.getByLabel('Nota', { exact: true })).toHaveValue('y/o');
    await consola.goto('/soporte');
    await consola.getByLabel(/La tecla \/ lleva/).uncheck();
    await consola.goto(ruta);
    await consola.keyboard.press('/');
    await expect(consola).toHaveURL(new RegExp(`${folio}$`));
    await consola.goto('/soporte');
    await expect(consola.getByLabel(/La tecla \/ lleva/)).not.toBeChecked();
    await consola.getByLabel(/La tecla \/ lleva/).check();
    await consola.getByRole('heading', { level: 1 }).click();
    await consola.keyboard.press('/');
    await expect(campo).toBeFocused();
  });

  const enviadas = await slowDown(consola);
  await consola.goto(ruta);
  for (const vez of VECES) {
    await consola.getByRole('link', { name: 'Mostrar' }).click();
    await expectModal(consola);
    if (vez === 1) await consola.getByRole('button', { name: 'Cancelar' }).click();
    else await consola.keyboard.press('Escape');
    await expect(consola.getByRole('link', { name: 'Mostrar' })).toBeFocused();
  }
  for (const vez of VECES) {
    await consola.getByLabel('Nota', { exact: true }).fill(`Llamó, la vez ${vez}.`);
    await pressOnce(consola, enviadas, consola.getByRole('button', { name: 'Agregar nota' }));
    await expect(consola.getByText(`Llamó, la vez ${vez}.`).first()).toBeVisible();
    await expect(estado(consola)).toBeFocused();
  }
});

/** Answers to what is sent come late from now on. Gives what was sent. */
async function slowDown(page: Page): Promise<string[]> {
  const enviadas: string[] = [];
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') {
      enviadas.push(route.request().url());
      await new Promise((resolve) => setTimeout(resolve, LENTO_MS));
    }
    await route.continue();
  });
  return enviadas;
}

/** The same by the network itself, while a press is answered: a form with a file does not stand being held on its way. */
async function slowDownNetwork(page: Page): Promise<(boton: Locator) => Promise<void>> {
  const enviadas: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && enviadas.push(request.url()));
  const session = await page.context().newCDPSession(page);
  const emulate = (latency: number) =>
    session.send('Network.emulateNetworkConditions', {
      offline: false,
      downloadThroughput: -1,
      uploadThroughput: -1,
      latency,
    });
  return async (boton) => {
    await emulate(LENTO_MS);
    await pressOnce(page, enviadas, boton);
    await emulate(0);
  };
}

/** Presses it, and again while it is at work, which is told: it is sent once. */
async function pressOnce(page: Page, enviadas: string[], boton: Locator): Promise<void> {
  const antes = enviadas.length;
  await boton.press('Enter');
  const ocupado = page.locator('form[aria-busy="true"]');
  await expect(ocupado).toHaveCount(1);
  await expect.poll(() => ocupado.ariaSnapshot(), 'lo que lee un lector de pantalla').toContain('Un momento…');
  await page.keyboard.press('Enter');
  await expect(ocupado).toHaveCount(0, { timeout: 60_000 });
  expect(enviadas.slice(antes)).toHaveLength(1);
}

/** Until then Escape is nobody's. */
async function expectModal(page: Page): Promise<void> {
  await expect(page.locator('dialog:modal')).toBeVisible();
}

/** Next's announcer of routes is a `role="alert"` too. */
function alerta(page: Page): Locator {
  return page.getByRole('main').getByRole('alert');
}

function estado(page: Page): Locator {
  return page.getByRole('status');
}
