import { expect, type Page } from '@playwright/test';
import { waitForCodigo, waitForEnlace } from '../support/bandeja.ts';
import type { Archivo } from '../support/efirma-de-demo.ts';
import { FOLIO } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: its titular has registered nothing yet.
renewPortal({ isCallado: false });

/** What the whole activation may cost a person, from the sign-in to the signed acuse. */
const COMO_MUCHO = { clics: 10, campos: 4, archivos: 2, paginas: 6 };

/** Does what a person does, and counts it. */
function contar(page: Page) {
  const cuenta = { clics: 0, campos: 0, archivos: 0, paginas: 0 };
  page.on('load', () => cuenta.paginas++);
  return {
    cuenta,
    clic: (role: 'button' | 'link', name: string) => {
      cuenta.clics++;
      return page.getByRole(role, { name, exact: true }).click();
    },
    /** Of a message, which is in another program. */
    abrir: (enlace: string) => {
      cuenta.clics++;
      return page.goto(enlace);
    },
    escribir: (campo: string, valor: string) => {
      cuenta.campos++;
      return page.getByLabel(campo, { exact: true }).fill(valor);
    },
    elegir: (campo: string, archivos: Archivo[]) => {
      cuenta.archivos++;
      return page.getByLabel(campo, { exact: true }).setInputFiles(archivos);
    },
  };
}

test(
  'activar el Buzón por el camino corto cuesta pocos pasos',
  { tag: '@telefono' },
  async ({ page, portal, efirma }, { project }) => {
    const slug = project.name === 'telefono' ? 'fisica-un-registro' : 'moral-tres-registros';
    const celular = project.name === 'telefono' ? '5544440002' : '5544440001';
    const titular = await efirma(slug);
    const contrasena = 'Contraseña de la Llave privada';
    const { cuenta, clic, abrir, escribir, elegir } = contar(page);

    await page.goto('/ingresar');
    await elegir('Certificado', [titular.key, titular.cer]);
    await expect(page.getByLabel('RFC', { exact: true })).toHaveValue(titular.rfc);
    await escribir(contrasena, titular.contrasena);
    await clic('button', 'Ingresar');
    await page.waitForURL('**/buzon');

    const correo = await page.getByLabel('Correo electrónico', { exact: true }).inputValue();
    expect(correo).toContain('@');
    await mirar(page, 'camino corto, registro');
    await escribir('Teléfono celular', celular);
    await clic('button', 'Registrar ambos');
    const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
    await expect(ventana).toContainText(correo);
    await mirar(page, 'camino corto, ventana');
    await clic('button', 'Aceptar');
    const registrados = page.getByRole('status').filter({ hasText: new RegExp(`folio: ${FOLIO}`) });
    await expect(registrados).toHaveCount(2);
    await expect(registrados.first()).toBeFocused();
    await mirar(page, 'camino corto, por validar');

    await escribir('Código de verificación', await waitForCodigo(portal.url, celular));
    await clic('button', 'Comprobar código');
    const validado = page.getByRole('status').filter({ hasText: 'La validación del número celular fue exitosa.' });
    await expect(validado).toBeFocused();
    await mirar(page, 'camino corto, falta el correo');
    await abrir(await waitForEnlace(portal.url, correo));
    await expect(page.getByRole('status')).toHaveText('La validación de tu correo electrónico fue exitosa.');
    await mirar(page, 'camino corto, enlace');

    await clic('link', 'Continuar a la firma');
    await mirar(page, 'camino corto, solicitud');
    await clic('button', 'Aceptar');
    await elegir('Llave privada', [titular.key]);
    await escribir(contrasena, titular.contrasena);
    await mirar(page, 'camino corto, firma');
    await clic('button', 'Firmar');
    await page.waitForURL('**/buzon?activado=1');
    await expect(page.getByRole('status')).toContainText(new RegExp(`Firmaste .* folio: ${FOLIO}`));
    await mirar(page, 'camino corto, firmada');
    const download = page.waitForEvent('download');
    await clic('link', 'Descargar acuse');
    expect((await download).suggestedFilename()).toMatch(/^acuse-solicitud-.*\.pdf$/);

    console.log(`Del ingreso al acuse firmado (${project.name}): ${JSON.stringify(cuenta)}`);
    for (const [que, cuantos] of Object.entries(COMO_MUCHO))
      expect(cuenta[que as keyof typeof cuenta], que).toBeLessThanOrEqual(cuantos);
  },
);
