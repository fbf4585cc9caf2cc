import { expect, type Locator } from '@playwright/test';
import { ingresar } from '../support/ingresar.ts';
import { FOLIO, guardarMedio, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: what it registers counts towards the limits of others' titulares.
renewPortal();

test('lo que la guía dibuja está donde lo dibuja', async ({ page, efirma }) => {
  await page.goto('/ingresar');
  for (const texto of ['FIRMA ELECTRÓNICA AVANZADA', 'Firmado FIEL'])
    await expect(page.getByText(texto, { exact: true })).toBeVisible();
  for (const extension of ['.cer', '.key'])
    await expect(page.getByText(`Ningún archivo ${extension} seleccionado`)).toBeVisible();
  const aviso = await boxOf(page.getByRole('region', { name: 'Aviso de privacidad simplificado' }));
  const rfc = await boxOf(page.getByLabel('RFC', { exact: true }));
  expect(aviso.x, 'el aviso, al lado del formulario').toBeGreaterThan(rfc.x + rfc.width);
  await mirar(page, 'ingresar a lo ancho');
  await page.goto('/ayuda');
  await expect(page.getByText('Buzón IMSS, ¡más fácil, más rápido!')).toBeVisible();

  await ingresar(page, await efirma('fisica-un-registro'));
  await registrarMedio(page, 'Correo Electrónico', 'guia@detalle.example');
  await page.goto('/buzon/medios-de-contacto/nuevo');
  const titulo = await boxOf(page.getByRole('heading', { level: 1 }));
  const regresar = await boxOf(page.getByRole('link', { name: 'Regresar' }));
  expect(regresar.x, '«Regresar», arriba a la derecha').toBeGreaterThan(640);
  expect(Math.abs(regresar.y - titulo.y)).toBeLessThan(titulo.height);

  await guardarMedio(page, 'Teléfono', '5598763009');
  const ventana = page.getByRole('dialog', { name: 'Registrar medio de contacto' });
  await expect(ventana.getByRole('button')).toHaveText(['Cancelar', 'Aceptar']);
  await mirar(page, 'ventana de registro');
  await page.goto('/buzon/medios-de-contacto');
  const descargar = page.getByRole('link', { name: 'Descargar', exact: true });
  await expect(descargar.locator('svg')).toHaveCount(await descargar.count());
  const eliminar = page.getByRole('button', { name: 'Eliminar medio de contacto' }).first();
  const folio = await boxOf(
    page
      .getByRole('cell')
      .filter({ hasText: new RegExp(`^${FOLIO}$`) })
      .first(),
  );
  const icono = await boxOf(eliminar);
  expect(icono.x + icono.width, 'el icono, a la izquierda del folio').toBeLessThanOrEqual(folio.x);
  expect(Math.min(icono.width, icono.height), 'cabe un dedo').toBeGreaterThanOrEqual(24);
  await mirar(page, 'medios con su acuse');
});

async function boxOf(element: Locator): Promise<NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>> {
  const box = await element.boundingBox();
  if (!box) throw new Error(`${element} is not drawn`);
  return box;
}
