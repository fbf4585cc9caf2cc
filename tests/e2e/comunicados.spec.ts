import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { waitForEnlace } from '../support/bandeja.ts';
import { ingresar } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

test('«Mis comunicados» dice cada mensaje que se envió, qué decía y si llegó', { tag: '@telefono' }, async ({
  page,
  efirma,
  portal,
}) => {
  await ingresar(page, await efirma('fisica-un-registro'));
  const correo = `comunicado-${Date.now()}@avisos.example`;
  const folio = await registrarMedio(page, 'Correo Electrónico', correo);
  const enlace = await waitForEnlace(portal.url, correo);
  await page.goto('/buzon');
  await page.getByRole('navigation', { name: 'Buzón' }).getByRole('link', { name: 'Mis comunicados' }).click();
  await expect(page).toHaveURL(/\/buzon\/comunicados$/);
  // Others of this titular, proved before, are told of it too.
  const fila = filaDe(page, folio).filter({ hasText: correo });
  await expect(async () => {
    await page.reload();
    await expect(fila).toContainText('Aceptado', { timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await expect(fila).toContainText(correo);
  await fila.getByText('Buzón IMSS: valida tu correo electrónico').click();
  await expect(fila.getByText('Es el texto que se envió, letra por letra.')).toBeVisible();
  expect(await page.content(), 'el enlace va cubierto').not.toContain(enlace.slice(-40));
  const descarga = page.waitForEvent('download');
  await fila.getByRole('link', { name: 'Descargar' }).click();
  const zip = unzipSync(readFileSync(await (await descarga).path()));
  expect(Object.keys(zip).sort()).toEqual(['LEEME.txt', 'entrega-1-1.pem', 'entrega-1-1.sig', 'entrega-1-1.txt']);
  expect(Buffer.from(zip['entrega-1-1.txt'] ?? []).toString()).toContain(`|Correo electrónico:${correo}|`);
  await mirar(page, 'comunicados');
});
