import { expect, type Page } from '@playwright/test';
import type { Efirma } from './efirma-de-demo.ts';
import { fillEfirma, ingresar } from './ingresar.ts';
import { FOLIO } from './medios.ts';

const DIA_MS = 86_400_000;

/** Titular and representative sign a designation in this browser, where the titular is then signed in. Gives its folio. */
export async function designarEnPantalla(
  page: Page,
  titular: Efirma,
  representante: Efirma,
  poderes: readonly string[],
): Promise<string> {
  await ingresar(page, titular);
  await page.goto('/buzon/representantes?nombrar=si');
  await page.getByLabel('RFC del representante').fill(representante.rfc);
  for (const poder of poderes) await page.getByLabel(poder).check();
  await page.getByLabel('Último día').fill(new Date(Date.now() + 90 * DIA_MS).toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Firmar en este equipo, los dos' }).click();
  await page.waitForURL(new RegExp(`/buzon/representantes/${FOLIO}$`));
  for (const firmante of [titular, representante]) {
    if (firmante === representante) await expect(page.getByRole('timer')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Firmar' })).toBeEnabled();
    await fillEfirma(page, firmante);
    await page.getByRole('button', { name: 'Firmar' }).click();
  }
  await expect(page.getByRole('status').filter({ hasText: /^Vigente$/ })).toBeVisible();
  return new RegExp(FOLIO).exec(page.url())?.[0] ?? '';
}
