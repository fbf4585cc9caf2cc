import { expect, type Page } from '@playwright/test';
import { ingresar } from '../support/ingresar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: what it registers counts towards the limits of others' titulares.
renewPortal();

/** Presses Tab until the element with this name has the focus, as a person would. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 40; count++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLElement && 'labels' in element ? (element as HTMLInputElement).labels?.[0] : null;
      return (label?.textContent ?? element?.textContent ?? '').trim();
    });
    if (focused === name) return;
  }
  throw new Error(`«${name}» is not reached with Tab`);
}

test('con puro teclado se registra y se cancela un medio, y el foco siempre está donde toca', async ({
  page,
  efirma,
}) => {
  await ingresar(page, await efirma('fisica-un-registro'));
  await page.goto('/buzon/medios-de-contacto/nuevo');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Saltar al contenido' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await tabTo(page, 'Mecanismo de Comunicación');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Medio de Contacto');
  await page.keyboard.type('teclado@correo.example');
  await page.keyboard.press('Enter');
  const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
  await expect(ventana.getByRole('button', { name: 'Aceptar' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ventana).toBeHidden();

  await tabTo(page, 'Medio de Contacto');
  await expect(page.getByLabel('Medio de Contacto', { exact: true })).toHaveValue('teclado@correo.example');
  await page.keyboard.press('Enter');
  await expect(ventana.getByRole('button', { name: 'Aceptar' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toBeFocused();
  await expect(page.getByRole('status')).toContainText('Se registró la información correctamente');
});

test('un error lleva el foco al resumen, y el resumen al campo', async ({ page, efirma }) => {
  await ingresar(page, await efirma('fisica-un-registro'));
  await page.goto('/buzon/medios-de-contacto/nuevo');
  await page.getByLabel('Mecanismo de Comunicación', { exact: true }).selectOption({ label: 'Teléfono' });
  await page.getByLabel('Medio de Contacto', { exact: true }).fill('123');
  await page.keyboard.press('Enter');
  const resumen = page.getByRole('alert').filter({ hasText: 'Revisa' });
  await expect(resumen).toBeFocused();
  await resumen.getByRole('link').click();
  await expect(page.getByLabel('Medio de Contacto', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Medio de Contacto', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});
