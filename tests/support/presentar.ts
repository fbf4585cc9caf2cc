import { expect, type Page } from '@playwright/test';
import type { Archivo } from './efirma-de-demo.ts';
import { FOLIO } from './medios.ts';

/** Fills the form of an aclaración that is open and sends it. */
export async function enviarAclaracion(page: Page, texto: string, archivo?: Archivo): Promise<void> {
  await page.getByLabel('Planteamiento', { exact: true }).fill(texto);
  if (archivo) await page.getByLabel('Archivo adjunto', { exact: true }).setInputFiles(archivo);
  await page.getByRole('button', { name: 'Presentar aclaración' }).click();
}

/** From anywhere in the Buzón to the green box of a new aclaración. Gives its folio. */
export async function presentarAclaracion(page: Page, texto: string, archivo?: Archivo): Promise<string> {
  await page.goto('/buzon/aclaraciones/nueva');
  await enviarAclaracion(page, texto, archivo);
  return leerFolio(page);
}

/** The folio in the green box. */
export async function leerFolio(page: Page): Promise<string> {
  const recuadro = page.getByRole('status').filter({ hasText: 'Se presentó tu aclaración' });
  await expect(recuadro).toBeVisible();
  const folio = new RegExp(FOLIO).exec(await recuadro.innerText())?.[0];
  if (!folio) throw new Error('the green box has no folio');
  return folio;
}
