import { expect, type Page } from '@playwright/test';
import { buscar } from '../support/consola.ts';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { test } from '../support/navegador.ts';
import { presentarAclaracion } from '../support/presentar.ts';

/** As a proxy on this machine that ends TLS puts them. */
const REENVIO = {
  'x-forwarded-proto': 'https',
  'x-forwarded-port': '443',
  'x-forwarded-for': '198.51.100.7',
  'x-real-ip': '198.51.100.7',
};
test.use({ ajustes: { LOG_NIVEL: 'warn', BUZON_DEMO_ABIERTA: 'si' }, extraHTTPHeaders: REENVIO });

const PAGINAS = [
  '/',
  '/ingresar',
  '/soporte/ingresar',
  '/verificar',
  '/registro',
  '/ayuda',
  '/accesibilidad',
  '/aviso-de-privacidad',
  '/demo',
  '/demo/bandeja',
  '/buzon',
  '/buzon/medios-de-contacto',
  '/buzon/medios-de-contacto/nuevo',
  '/buzon/medios-de-contacto/nuevo/registros-patronales',
  '/buzon/activacion',
  '/buzon/aclaraciones',
  '/buzon/aclaraciones/nueva',
  '/buzon/comunicados',
  '/soporte',
  '/soporte/tablero',
];

async function recorrer(page: Page): Promise<void> {
  for (const ruta of PAGINAS) {
    const answer = await page.request.get(ruta);
    if (answer.status() !== 404) expect(`${ruta} ${answer.status()}`).toBe(`${ruta} 200`);
  }
}

// What the portal writes besides its usual work fails this file at its end (support/navegador.ts).
test('detrás de un proxy que habla TLS, cada página y cada acción que lleva a otra hacen lo suyo', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  await recorrer(page);
  await ingresar(page, await efirma('moral-tres-registros'));
  await recorrer(page);
  const folio = await registrarMedio(page, 'Correo Electrónico', 'proxy@correo.example');
  await presentarAclaracion(page, 'No me llega nada');
  await page.goto('/buzon/medios-de-contacto');
  await expect(filaDe(page, folio)).toContainText('En proceso');
  await page.getByRole('button', { name: 'Salir' }).click();
  await expect(page).not.toHaveURL(/\/buzon/);
  const soporte = await (await otroNavegador({ extraHTTPHeaders: REENVIO })).newPage();
  await ingresarComoSoporte(soporte, await efirma('soporte-supervision'));
  await buscar(soporte, folio);
  await expect(soporte.getByRole('heading', { level: 1 })).toContainText(folio);
  expect(portal.output()).not.toMatch(/failed to (get redirect|forward action)|EPROTO|ERR_SSL/);
});

test('nadie lee las métricas por lo que diga una cabecera', async ({ portal }) => {
  const read = async (headers: Record<string, string>) =>
    (await fetch(`http://127.0.0.1:${portal.port}/api/metricas`, { headers })).status;
  expect(await read({})).toBe(200);
  for (const value of [
    'unknown',
    '',
    '127.0.0.1',
    '::1',
    '127.0.0.1:80',
    '[::1]',
    '::ffff:127.0.0.1',
    ',',
    '203.0.113.9',
  ])
    for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded'])
      expect(`${name} ${value} ${await read({ [name]: name === 'forwarded' ? `for=${value}` : value })}`).toBe(
        `${name} ${value} 404`,
      );
});
