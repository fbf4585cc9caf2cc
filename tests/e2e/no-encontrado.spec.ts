import { expect } from '@playwright/test';
import { ingresarComoSoporte } from '../support/ingresar.ts';
import { test } from '../support/navegador.ts';

test.use({ quejasEsperadas: [/404/] });

test('sin JavaScript se lee que no hay tal acuse, con lo que se escribió para corregirlo', async ({
  otroNavegador,
}) => {
  const sin = await (await otroNavegador({ javaScriptEnabled: false })).newPage();
  const response = await sin.goto('/verificar/BI-2026.99999999-67/registro?v=AAAAAAAAAA');
  expect(response?.status()).toBe(404);
  await expect(sin.getByRole('alert')).toContainText('No existe un acuse con ese folio');
  await expect(sin.getByLabel('Folio del trámite')).toHaveValue('BI-2026.99999999-67');
  await expect(sin.getByLabel('Valor de verificación')).toHaveValue('AAAAAAAAAA');
});

test('una dirección con un signo de porcentaje roto es una página que no existe', async ({ otroNavegador, portal }) => {
  const sin = await (await otroNavegador({ javaScriptEnabled: false })).newPage();
  for (const rota of ['/verificar/%E0%A4%A/registro', '/soporte/folios/%E0%A4%A']) {
    const response = await sin.goto(`${portal.url}${rota}`);
    expect(response?.status()).toBe(404);
    await expect(sin.getByRole('heading', { level: 1 })).toHaveText('No encontramos esta página');
  }
});

test('sin JavaScript el personal de soporte lee que no hay tal folio, aclaración ni titular', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  await ingresarComoSoporte(page, await efirma('soporte-consulta'));
  const storageState = await page.context().storageState();
  const sin = await (await otroNavegador({ javaScriptEnabled: false, storageState })).newPage();
  for (const [ruta, titulo] of [
    ['/soporte/folios/BI-2026.99999999-67', 'Ese folio no existe'],
    ['/soporte/folios/BI-2026.99999999-67/registros-patronales', 'Ese folio no existe'],
    ['/soporte/aclaraciones/BI-2026.99999999-67', 'No encontramos esta página'],
    ['/soporte/titulares/x', 'No encontramos esta página'],
  ] as const) {
    expect((await sin.goto(ruta))?.status()).toBe(404);
    await expect(sin.getByRole('heading', { level: 1 })).toHaveText(titulo);
  }
});
