import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { foldersOf } from '#demo/folders.ts';
import type { Efirma } from '../support/efirma-de-demo.ts';
import { firmarConLlave, ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { validarCorreo } from '../support/medios.ts';
import { mirar, mirarSinScript } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

const PAGINAS = { Tablero: '/soporte/tablero', Consultas: '/soporte/consultas', Equipo: '/soporte/equipo' };

// Data of its own: the team and its record are what these scenarios made of them.
renewPortal();

test('quien supervisa ve tablero, consultas y equipo', { tag: '@telefono' }, async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  const titular = await (await otroNavegador()).newPage();
  await ingresar(titular, await efirma('fisica-un-registro'));
  await validarCorreo(titular, portal.url, 'alguien@tablero.example');
  const recibido = path.join(foldersOf(portal.datos).correo, 'new', 'persona');
  await writeFile(recibido, 'From: alguien@x.example\nSubject: Hola\n\n¿Qué es esto?\n');
  const env = { ...process.env, BUZON_DATOS: portal.datos, NODE_OPTIONS: '' };
  await promisify(execFile)(process.execPath, ['src/cli/rebotes.mjs'], { env });

  await ingresarComoSoporte(page, await efirma('soporte-supervision'));
  for (const [nombre, ruta] of Object.entries(PAGINAS)) {
    await page.getByRole('navigation', { name: 'Soporte' }).getByRole('link', { name: nombre }).click();
    await expect(page).toHaveURL(new RegExp(`${ruta}$`));
    await mirar(page, `supervision ${nombre.toLowerCase()}`);
  }
  await page.goto('/soporte/tablero');
  await expect(page.getByRole('img', { name: 'Activaciones por día' })).toBeVisible();
  await expect(page.getByText('1. Registraron un medio de contacto').first()).toBeVisible();
  await page.getByText('Ver la tabla: entrega por proveedor').click();
  await expect(page.getByRole('table', { name: 'Entrega por proveedor' })).toContainText('Correo (SMTP)');
  await expect(page.getByText('La mitad tardó, cuando mucho')).toBeHidden();
  await page.getByText('Ver la tabla: tiempo en validar').click();
  await expect(page.getByRole('table', { name: 'Tiempo en validar' })).toContainText('Correo electrónico');
  await expect(page.getByText('tablero.example'), 'con un solo mensaje es de «otros»').toHaveCount(0);
  await expect(page.getByText('otros', { exact: true }).first()).toBeVisible();
  await page.getByText('Ver la tabla: buzón de rebotes').click();
  await expect(page.getByRole('table', { name: 'Lo que llegó al buzón de rebotes' })).toContainText('Otros mensajes');
  await page.getByRole('link', { name: '90 días' }).click();
  await expect(page.getByRole('link', { name: '90 días' })).toHaveAttribute('aria-current', 'page');
  await page.emulateMedia({ forcedColors: 'active' });
  await mirarSinScript(page, 'supervision tablero contraste');
});

for (const slug of ['soporte-consulta', 'soporte-atencion']) {
  test(`«${slug}» no llega a lo de supervisión, ni en pantalla ni por su dirección`, async ({ page, efirma }) => {
    await ingresarComoSoporte(page, await efirma(slug));
    for (const [nombre, ruta] of Object.entries(PAGINAS)) {
      await expect(page.getByRole('link', { name: nombre, exact: true })).toHaveCount(0);
      await page.goto(ruta);
      await expect(page).toHaveURL(/\/soporte\?sin=permiso$/);
      await expect(page.getByRole('alert').filter({ hasText: 'Tu rol no incluye esa función' })).toBeVisible();
    }
  });
}

test('dar y quitar un rol se firma, y la otra persona que supervisa ve quién lo hizo; quien lo pierde deja de entrar', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  test.slow();
  const [primera, segunda, tercera] = [
    await efirma('soporte-supervision'),
    await efirma('soporte-atencion'),
    await efirma('soporte-consulta'),
  ];
  await ingresarComoSoporte(page, primera);
  await abrirCambio(page, segunda.nombre);
  await mirar(page, 'supervision cambiar rol');
  await page.getByRole('dialog').getByRole('link', { name: 'Supervisión' }).click();
  await expect(page.getByText('El rol se dará cuando otra persona que supervise lo confirme')).toBeVisible();
  await mirar(page, 'supervision proponer rol');
  await firmarConLlave(page, primera);
  await expect(page.getByRole('status').filter({ hasText: 'La propuesta está hecha' })).toBeVisible();
  await expect(page.getByRole('link', { name: `Confirmar que ${segunda.nombre} supervise` })).toHaveCount(0);
  await mirar(page, 'supervision propuesta');

  await darRolConOrden(portal.datos, tercera, 'SUPERVISION');
  const otra = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(otra, tercera);
  await otra.goto('/soporte/equipo');
  await otra.getByRole('link', { name: `Confirmar que ${segunda.nombre} supervise` }).click();
  await firmarConLlave(otra, tercera);
  await expect(otra.getByRole('status').filter({ hasText: 'lo propuso una persona y lo confirmó otra' })).toBeVisible();
  const cambio = otra.getByRole('row').filter({ hasText: 'Cambió el rol de Atención a Supervisión' }).first();
  await expect(cambio).toContainText(segunda.nombre);
  await expect(cambio).toContainText(`Lo propuso ${primera.nombre} y lo confirmó ${tercera.nombre}`);

  await otra.getByLabel('RFC', { exact: true }).fill('no es');
  await otra.getByLabel('Nombre completo', { exact: true }).fill('PERSONA NUEVA');
  await otra.getByRole('button', { name: 'Dar el rol' }).click();
  await expect(otra.getByRole('alert').filter({ hasText: 'El RFC no es de una persona física' })).toBeVisible();
  await expect(otra.getByLabel('Nombre completo', { exact: true })).toHaveValue('PERSONA NUEVA');
  await otra.getByLabel('RFC', { exact: true }).fill('PERA850101AB1');
  await otra.getByRole('button', { name: 'Dar el rol' }).click();
  await expect(otra.getByText('Al firmar tendrá ese rol desde ese momento')).toBeVisible();
  await mirar(otra, 'supervision dar rol');
  await firmarConLlave(otra, tercera);
  await expect(otra.getByRole('status').filter({ hasText: 'El rol está dado' })).toBeVisible();
  expect(otra.url()).not.toContain('PERA850101AB1');

  await page.goto('/soporte/consultas');
  await expect(page.getByRole('row').filter({ hasText: 'Dio o cambió un rol' }).first()).toContainText(tercera.nombre);
  await page.goto('/soporte/equipo');
  await page.getByRole('link', { name: `Quitar el rol de ${tercera.nombre}` }).click();
  await firmarConLlave(page, primera);
  await expect(page.getByRole('status').filter({ hasText: 'El rol está quitado' })).toBeVisible();
  await otra.goto('/soporte/equipo');
  await expect(otra).toHaveURL(/\/soporte\/ingresar/);
  await darRolConOrden(portal.datos, tercera, 'CONSULTA');
  await darRolConOrden(portal.datos, segunda, 'ATENCION');
});

test.describe('sin JavaScript', () => {
  test('se ve lo que se firmaría al dar y al quitar un rol, y qué falta para firmarlo', async ({
    page,
    efirma,
    otroNavegador,
  }) => {
    await ingresarComoSoporte(page, await efirma('soporte-supervision'));
    const sinScript = await otroNavegador({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const otra = await sinScript.newPage();
    await otra.goto('/soporte/equipo');
    await otra.getByLabel('RFC', { exact: true }).fill('GOMA850101AB3');
    await otra.getByLabel('Nombre completo', { exact: true }).fill('PERSONA SIN GUION');
    await otra.getByRole('button', { name: 'Dar el rol' }).click();
    await expect(otra.getByText('GOMA850101AB3')).toBeVisible();
    // Playwright's locators do not look for text inside of `noscript`.
    const falta = 'Para firmar necesitas activar JavaScript';
    await expect(otra.getByRole('main')).toContainText(falta, { useInnerText: true });
    const { nombre } = await efirma('soporte-atencion');
    await otra.goto('/soporte/equipo');
    await otra.getByRole('link', { name: `Quitar el rol de ${nombre}` }).click();
    await expect(otra.getByText('Al firmar termina su sesión')).toBeVisible();
    await mirarSinScript(otra, 'supervision quitar rol');
  });
});

async function abrirCambio(page: Page, nombre: string): Promise<void> {
  await page.goto('/soporte/equipo');
  await page.getByRole('link', { name: `Cambiar el rol de ${nombre}` }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** `npm run soporte:alta`, as whoever operates the portal. */
async function darRolConOrden(datos: string, { rfc, nombre }: Efirma, rol: string): Promise<void> {
  const env = { ...process.env, BUZON_DATOS: datos, NODE_OPTIONS: '' };
  await promisify(execFile)(process.execPath, ['src/cli/soporte-alta.mjs', rfc, nombre, rol], { env });
}
