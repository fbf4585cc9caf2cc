import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { findFreePort } from '#demo/free-port.ts';
import { valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { hasOpenssl } from '../support/efirma/openssl-ocsp.ts';
import { ingresar } from '../support/ingresar.ts';
import { guardarMedio, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test as base } from '../support/navegador.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { writePar } from '../support/sello-de-prueba.ts';

interface Arranques {
  dir: string;
  /** Stops the portal, if it runs, and starts it again on the same data with another sello. */
  arrancar: (sello: Record<string, string>) => Promise<Portal>;
}

const test = base.extend<object, Arranques>({
  dir: [
    async ({ ajustes: _ }, use) => {
      const dir = mkdtempSync(path.join(tmpdir(), 'buzon-cambio-de-sello-'));
      await use(dir);
      rmSync(dir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  arrancar: [
    async ({ dir }, use) => {
      const fijos = { BUZON_DATOS: path.join(dir, 'datos'), PORT: String(await findFreePort()) };
      let portal: Portal | undefined;
      await use(async (sello) => {
        await portal?.interrupt();
        portal = await startPortal({ ...fijos, ...sello });
        return portal;
      });
      await portal?.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  portal: [
    async ({ arrancar, dir }, use) => {
      const { cert, key } = writePar(path.join(dir, 'uno'), new Date());
      await use(await arrancar({ SELLO_CERT: cert, SELLO_KEY: key }));
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

// The trámite that cannot be sealed fails on purpose.
test.use({ quejasEsperadas: [/\/nuevo: |^503 .*\/nuevo$/] });

test.skip(!hasOpenssl, 'openssl is missing');

/** A new medio's acuse, with the address that its QR has and the serial of the certificate that sealed it. */
async function registrar(page: Page, correo: string): Promise<{ pdf: string; verificar: string; bytes: Buffer }> {
  const folio = await registrarMedio(page, 'Correo Electrónico', correo);
  const pdf = `/buzon/acuses/${folio}/registro`;
  const evidencia = unzipSync(await (await page.request.get(`/verificar/${folio}/registro/evidencia.zip`)).body());
  const valor = valorDe(evidencia['sello.sig'] ?? new Uint8Array());
  const bytes = await (await page.request.get(pdf)).body();
  return { pdf, verificar: `/verificar/${folio}/registro?v=${valor}`, bytes };
}

async function leerSerie(page: Page, verificar: string): Promise<string> {
  await page.goto(verificar);
  await expect(page.getByRole('status')).toContainText('El acuse es auténtico');
  return /\b88888\d{15}\b/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
}

test('se cambia de sello, de un archivo a un comando, y si el comando falla no se certifica nada', async ({
  page,
  dir,
  arrancar,
  efirma,
}) => {
  test.slow();
  await ingresar(page, await efirma('fisica-con-enie'));
  const viejo = await registrar(page, 'viejo@sello.example');
  const serieVieja = await leerSerie(page, viejo.verificar);

  const { cert, key } = writePar(path.join(dir, 'dos'), new Date());
  const averia = path.join(dir, 'averia');
  const comando = `test ! -f '${averia}' && openssl dgst -sha256 -sign '${key}'`;
  const portal = await arrancar({ SELLO_CERT: cert, SELLO_COMANDO: comando, LOG_NIVEL: 'error' });

  await test.step('los acuses anteriores son los mismos bytes y siguen siendo auténticos con el suyo', async () => {
    expect((await (await page.request.get(viejo.pdf)).body()).equals(viejo.bytes)).toBe(true);
    expect(await leerSerie(page, viejo.verificar)).toBe(serieVieja);
  });

  await test.step('los nuevos llevan el otro', async () => {
    const nuevo = await registrar(page, 'nuevo@sello.example');
    const serieNueva = await leerSerie(page, nuevo.verificar);
    expect(serieNueva).toMatch(/^88888/);
    expect(serieNueva).not.toBe(serieVieja);
  });

  await test.step('mientras el comando falla, la persona sabe qué hacer y nada queda a medias', async () => {
    writeFileSync(averia, '');
    await page.goto('/buzon/medios-de-contacto/nuevo');
    await guardarMedio(page, 'Correo Electrónico', 'averia@sello.example');
    await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Algo falló de nuestro lado');
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Intenta de nuevo en unos minutos');
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await expect(page).toHaveTitle(/^Error: /);
    await mirar(page, 'sello-que-falla');
    await page.goto('/buzon/medios-de-contacto');
    await expect(page.getByRole('main')).not.toContainText('averia@sello.example');
    expect(portal.output()).toContain('SELLO_COMANDO: terminó con el código 1; ejecútalo a mano para ver la causa.');
    expect(portal.output()).not.toContain('averia@sello.example');
  });

  await test.step('y cuando vuelve a firmar, el registro se hace', async () => {
    rmSync(averia);
    await registrar(page, 'averia@sello.example');
  });
});
