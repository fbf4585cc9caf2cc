import { expect, type Page } from '@playwright/test';

/** A browser that a person has: the tests' own says that it is a program. */
export const NAVEGADOR_DE_PERSONA = {
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
};

/** Types in the box of the console and presses «Buscar». */
export async function buscar(page: Page, consulta: string): Promise<void> {
  await page.goto('/soporte');
  await page.getByLabel('Buscar', { exact: true }).fill(consulta);
  await page.getByRole('button', { name: 'Buscar', exact: true }).click();
  await page.waitForURL(/\/soporte(\?|\/folios\/)/);
}

/** The row of the history that says so, or its card on a phone. */
export function sucesoDe(page: Page, texto: string | RegExp) {
  return page.getByRole('table', { name: 'Lo que pasó' }).getByRole('row').filter({ hasText: texto });
}

/** Presses «Mostrar» and gives a reason. */
export async function mostrarDatos(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mostrar' }).click();
  const ventana = page.getByRole('dialog', { name: 'Mostrar los datos personales' });
  await ventana
    .getByLabel('Motivo')
    .selectOption({ label: 'El titular se comunicó y hay que confirmar el dato con él' });
  await ventana.getByLabel('Explica para qué').fill('Confirmar con él la dirección');
  await ventana.getByRole('button', { name: 'Mostrar' }).click();
  await expect(page.getByText('están a la vista hasta el')).toBeVisible();
}

/** Every address that the browser asks for from now on: none of them may hold personal data. */
export function watchDirecciones(page: Page): string[] {
  const direcciones: string[] = [];
  page.context().on('request', (request) => direcciones.push(decodeURIComponent(request.url())));
  return direcciones;
}
