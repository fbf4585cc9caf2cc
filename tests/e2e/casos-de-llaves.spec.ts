import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { makeArchivo } from '../support/efirma-de-demo.ts';
import { desfaseTo } from '../support/efirma-del-sat.ts';
import { test } from '../support/navegador.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/casos/llaves', import.meta.url));
const AUTORIDAD = 'ac-de-prueba';
/** They are valid from October 2026 to August 2029. */
const EN_SU_VIGENCIA = Date.parse('2027-06-15T18:00:00Z');
const isAvailable = existsSync(FOLDER);
const CASOS = isAvailable ? readdirSync(FOLDER).filter((name) => name !== AUTORIDAD) : ['ninguno'];

test.use({
  ajustes: {
    EFIRMA_AC_DIR: path.join(FOLDER, AUTORIDAD),
    EFIRMA_OCSP_URL: '',
    BUZON_DESFASE: desfaseTo(EN_SU_VIGENCIA),
  },
});
test.skip(!isAvailable, 'faltan los casos de ../shared/casos/llaves');

for (const caso of CASOS) {
  test(`ingresa la e.firma del caso ${caso}, sin escribir el RFC`, async ({ page }) => {
    const read = (name: string) => readFileSync(path.join(FOLDER, caso, name));
    await page.goto('/ingresar');
    await expect(page.getByRole('button', { name: 'Ingresar' })).toBeEnabled();
    await page.getByLabel('Certificado', { exact: true }).setInputFiles(makeArchivo('efirma.cer', read('efirma.cer')));
    await page
      .getByLabel('Llave privada', { exact: true })
      .setInputFiles(makeArchivo('efirma.key', read('efirma.key')));
    await expect(page.getByLabel('RFC', { exact: true })).not.toHaveValue('');
    await page.getByLabel('Contraseña de la Llave privada', { exact: true }).fill(read('contrasena.txt').toString());
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.waitForURL('**/buzon');
  });
}
