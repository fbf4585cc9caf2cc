import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { findFreePort } from '#demo/free-port.ts';
import { valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { fillEfirma, ingresar } from '../support/ingresar.ts';
import { validarCorreo, validarTelefono } from '../support/medios.ts';
import { mirar, mirarSinScript } from '../support/mirar.ts';
import { test as base } from '../support/navegador.ts';
import { createOtraVersion } from '../support/otra-copia.ts';
import { type Portal, startPortal } from '../support/portal.ts';

const DAY_MS = 86_400_000;
const DE_2022 = 'De conformidad con los artículos 40 y 286 M';
const FICTICIO = 'TEXTO FICTICIO DE PRUEBA (ficticio/pide-firma)';
const NOTA_DE_2022 = 'su renovación» está incompleta';
const BUILD_MS = 600_000;

interface Arranques {
  /** Stops the portal, if it runs, and starts it again on the same data with its clock moved. */
  arrancar: (desfase: string) => Promise<Portal>;
}

const test = base.extend<object, Arranques>({
  arrancar: [
    async ({ ajustes: _ }, use) => {
      const dir = mkdtempSync(path.join(tmpdir(), 'buzon-texto-posterior-'));
      const root = createOtraVersion(path.join(dir, 'version'), new Date(Date.now() + DAY_MS));
      const fijos = { BUZON_DATOS: path.join(dir, 'datos'), PORT: String(await findFreePort()) };
      let portal: Portal | undefined;
      await use(async (desfase) => {
        await portal?.interrupt();
        portal = await startPortal({ ...fijos, BUZON_DESFASE: desfase }, root);
        return portal;
      });
      await portal?.stop();
      rmSync(dir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: BUILD_MS },
  ],
  portal: [async ({ arrancar }, use) => use(await arrancar('')), { scope: 'worker', timeout: BUILD_MS }],
});

async function firmar(page: Page, efirma: Parameters<typeof fillEfirma>[1]): Promise<void> {
  await page.goto('/buzon/activacion');
  await page.getByRole('button', { name: 'Aceptar' }).click();
  await fillEfirma(page, efirma);
  await page.getByRole('button', { name: 'Firmar' }).click();
  await page.waitForURL('**/buzon?activado=1');
}

/** What the QR of the acuse opens. */
async function direccionDeVerificar(page: Page, acuse: string): Promise<string> {
  const [, , , folio] = acuse.split('/');
  const evidencia = unzipSync(await (await page.request.get(`/verificar/${folio}/solicitud/evidencia.zip`)).body());
  return `/verificar/${folio}/solicitud?v=${valorDe(evidencia['sello.sig'] ?? new Uint8Array())}`;
}

test('cambian las reglas: se leen los dos textos, se firma el nuevo y el anterior rige hasta entonces', async ({
  page,
  portal,
  arrancar,
  efirma,
  otroNavegador,
}) => {
  test.setTimeout(300_000);
  const titular = await efirma('fisica-un-registro');
  const main = page.getByRole('main');
  await ingresar(page, titular);
  await validarCorreo(page, portal.url, 'reglas@espiga.example');
  await validarTelefono(page, portal.url, '5577770001');

  await test.step('la nota al texto está donde se lee y junto a la firma', async () => {
    await page.goto('/buzon/activacion');
    await expect(main).toContainText(NOTA_DE_2022);
    await mirar(page, 'solicitud con su nota');
    await page.getByRole('button', { name: 'Aceptar' }).click();
    await expect(page.getByRole('heading', { name: 'Firma digital' })).toBeVisible();
    await expect(main).toContainText(NOTA_DE_2022);
    await mirar(page, 'firma con la nota al texto');
  });

  const viejo = await test.step('antes de su fecha, el texto nuevo no pide nada', async () => {
    await firmar(page, titular);
    await expect(main).not.toContainText('Cambiaron las reglas');
    await page.goto('/buzon/activacion');
    await expect(main).toContainText(NOTA_DE_2022);
    await expect(main).not.toContainText('FICTICIO');
    return (await page.getByRole('link', { name: 'Descargar' }).first().getAttribute('href')) ?? '';
  });

  await arrancar('PT36H');
  await test.step('desde su fecha lo dicen el inicio y la activación, y el Buzón sigue activo', async () => {
    await ingresar(page, titular);
    await expect(page.getByRole('heading', { level: 1, name: 'Tu Buzón IMSS está activo' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Cambiaron las reglas del Buzón IMSS' })).toBeVisible();
    await mirar(page, 'inicio con reglas nuevas');
    await page.getByRole('link', { name: 'Leer y firmar la solicitud nueva' }).click();
    await expect(main).toContainText('sigue en vigor y tu Buzón sigue activo mientras no firmes la nueva');
    await expect(page.getByText(FICTICIO)).toBeVisible();
    await expect(page.getByText(DE_2022)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Descargar' }).first()).toHaveAttribute('href', viejo);
    await mirar(page, 'activacion con reglas nuevas');
  });

  await test.step('sin JavaScript también se leen los dos', async () => {
    const storageState = await page.context().storageState();
    const sin = await (await otroNavegador({ javaScriptEnabled: false, storageState })).newPage();
    await sin.goto('/buzon/activacion');
    await expect(sin.getByText(FICTICIO)).toBeVisible();
    await expect(sin.getByText(DE_2022)).toBeVisible();
    await mirarSinScript(sin, 'sin javascript reglas nuevas');
    await sin.getByRole('button', { name: 'Aceptar' }).click();
    await expect(sin.getByRole('main')).toContainText('versión ficticio/pide-firma');
    await expect(sin.getByRole('main')).toContainText('Nota ficticia de ficticio/pide-firma.');
  });

  await test.step('quien venía de leer el anterior no firma el nuevo sin leerlo', async () => {
    await page.goto('/buzon/activacion?paso=firmar&version=solicitud%2F2022-09-22');
    await expect(main.getByRole('alert')).toContainText('Mientras leías entró en vigor otro texto');
    await expect(page.getByText(FICTICIO)).toBeVisible();
  });

  await test.step('al firmar quedan las dos, con la nueva primero', async () => {
    await firmar(page, titular);
    await expect(main).not.toContainText('Cambiaron las reglas');
    await page.goto('/buzon/activacion');
    await expect(page.getByRole('row', { name: 'Activación de Buzón IMSS' })).toHaveCount(2);
    const acuses = page.getByRole('link', { name: 'Descargar' });
    const nuevo = (await acuses.first().getAttribute('href')) ?? '';
    expect(nuevo).not.toBe(viejo);
    await expect(acuses.last()).toHaveAttribute('href', viejo);
    for (const acuse of [nuevo, viejo])
      expect((await page.request.get(acuse)).headers()['content-type']).toBe('application/pdf');
    await expect(page.getByText(DE_2022)).toBeHidden();
    await page.getByText(/^Leer la solicitud que firmaste/).click();
    await expect(page.getByText(DE_2022)).toBeVisible();
    await mirar(page, 'activacion con las dos firmadas');
    const verificar = await direccionDeVerificar(page, viejo);
    await page.goto(verificar);
    await expect(page.getByRole('status')).toContainText('El acuse es auténtico');
    await expect(main).toContainText('la reemplazó la de un texto posterior');
    await expect(main).toContainText(NOTA_DE_2022);
    await mirar(page, 'verificacion de una solicitud reemplazada');
  });

  await arrancar('PT84H');
  await test.step('otro texto, que no pide firma, no cambia nada para quien ya firmó y es el de quien llega', async () => {
    await ingresar(page, titular);
    await expect(main).not.toContainText('Cambiaron las reglas');
    await expect(main).toContainText('No te falta nada.');
    const nueva = await (await otroNavegador()).newPage();
    await ingresar(nueva, await efirma('particular-sin-registros'));
    await nueva.goto('/buzon/activacion');
    await expect(nueva.getByText('TEXTO FICTICIO DE PRUEBA (ficticio/no-pide-firma)')).toBeVisible();
  });
});
