import { expect, type Page } from '@playwright/test';
import { waitForCodigo, waitForEnlace } from './bandeja.ts';

export const FECHA = String.raw`\d{2}/(ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)/\d{4} \d{2}:\d{2}`;
export const FOLIO = String.raw`BI-\d{4}\.\d{8,}-\d{2}`;

export type Mecanismo = 'Correo Electrónico' | 'Teléfono';

/** Fills the form of a new medio de contacto and presses «Guardar». */
export async function guardarMedio(page: Page, mecanismo: Mecanismo, valor: string): Promise<void> {
  await page.getByLabel('Mecanismo de Comunicación', { exact: true }).selectOption({ label: mecanismo });
  await page.getByLabel('Medio de Contacto', { exact: true }).fill(valor);
  await page.getByRole('button', { name: 'Guardar' }).click();
}

/** From a page that waits for a proof too, which may go on by itself just then and cut the way short. */
export async function irA(page: Page, ruta: string): Promise<void> {
  await page.goto(ruta).catch((error: unknown) => {
    if (!String(error).includes('ERR_ABORTED')) throw error;
    return page.goto(ruta);
  });
}

/** From anywhere in the Buzón to the green box of a new medio. Gives its folio. */
export async function registrarMedio(page: Page, mecanismo: Mecanismo, valor: string): Promise<string> {
  await irA(page, '/buzon/medios-de-contacto/nuevo');
  await guardarMedio(page, mecanismo, valor);
  return aceptarRegistro(page);
}

/** The same for all registros patronales. */
export async function registrarMedioDeRegistros(page: Page, mecanismo: Mecanismo, valor: string): Promise<string> {
  await irA(page, '/buzon/medios-de-contacto/nuevo/registros-patronales');
  await page.getByLabel('Seleccionar todos los Registros Patronales').check();
  await guardarMedio(page, mecanismo, valor);
  return aceptarRegistro(page);
}

/** «Aceptar» of the window, which says for how many registros it is. */
export async function aceptarPara(page: Page, cuantos: string): Promise<void> {
  const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
  await expect(ventana).toContainText('¿Desea continuar con el trámite para el Registro de su medio de contacto?');
  await expect(ventana).toContainText(`Para ${cuantos}.`);
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
}

export async function aceptarRegistro(page: Page): Promise<string> {
  await page
    .getByRole('dialog', { name: 'Registrar medio de contacto' })
    .getByRole('button', { name: 'Aceptar' })
    .click();
  const recuadro = page.getByRole('status').filter({ hasText: 'Se registró la información correctamente' });
  // Also where no configuration says how long a browser may take.
  await recuadro.waitFor({ timeout: 60_000 });
  const folio = new RegExp(FOLIO).exec(await recuadro.innerText())?.[0];
  if (!folio) throw new Error('the green box has no folio');
  return folio;
}

/** The row of a medio in the table, or its card on a phone. */
export function filaDe(page: Page, folio: string) {
  return page.getByRole('row').filter({ hasText: folio });
}

/** An e-mail address that is registered and validated by its link, with the session of its titular. */
export async function validarCorreo(page: Page, portalUrl: string, correo: string): Promise<void> {
  await registrarMedio(page, 'Correo Electrónico', correo);
  await page.goto(await waitForEnlace(portalUrl, correo));
  await expect(page.getByRole('status')).toHaveText('La validación de tu correo electrónico fue exitosa.');
}

/** A phone that is registered and validated by its code. */
export async function validarTelefono(page: Page, portalUrl: string, celular: string): Promise<void> {
  await registrarMedio(page, 'Teléfono', celular);
  await page.getByRole('button', { name: 'Validar medio de contacto' }).click();
  const ventana = page.getByRole('dialog', { name: 'Validación de Celular' });
  await ventana.getByLabel('Código de verificación', { exact: true }).fill(await waitForCodigo(portalUrl, celular));
  await ventana.getByRole('button', { name: 'Aceptar' }).click();
  await expect(page.getByRole('status')).toContainText('La validación del número celular fue exitosa.');
}
