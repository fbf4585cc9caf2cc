import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import { listMensajes, waitForMensaje } from '../../support/bandeja.ts';
import { findChromium } from '../../support/chromium.ts';
import { downloadEfirma } from '../../support/efirma-de-demo.ts';
import { fillEfirma, ingresar } from '../../support/ingresar.ts';
import { guardarMedio, registrarMedio } from '../../support/medios.ts';
import { type Portal, startPortal } from '../../support/portal.ts';
import { isRelojMovido } from '../../support/reloj-movido.ts';
import { type BasePropia, startBasePropia } from './base-propia.ts';

const SLUG = 'moral-tres-registros';
const CORREO = 'ana@correo.example';
const ASUNTO = 'Buzón IMSS: valida tu correo electrónico';
/** A first start builds the portal. */
const SLOW = { timeout: 600_000 };

let browser: Browser;
let portal: Portal | undefined;
let base: BasePropia | undefined;
beforeAll(async () => {
  browser = await chromium.launch(await findChromium());
});
afterAll(() => browser.close());
afterEach(async () => {
  await portal?.stop();
  await base?.remove();
  [portal, base] = [undefined, undefined];
});

async function enter({ url }: Portal): Promise<Page> {
  const page = await browser.newPage({ baseURL: url });
  await ingresar(page, await downloadEfirma(url, SLUG));
  return page;
}

async function fetchAcuse(page: Page, folio: string): Promise<string> {
  const answer = await page.request.get(`/buzon/acuses/${folio}/registro`);
  return `${answer.status()} ${(await answer.body()).subarray(0, 5)}`;
}

async function readSalud(url: string): Promise<{ status: number; componentes?: object }> {
  const answer = await fetch(`${url}/api/salud/listo`);
  return { status: answer.status, ...((await answer.json()) as object) };
}

const OCUPADO = 'No se hizo nada de lo que pediste, porque el portal está ocupado con otra operación.';

/** How long `work` took is in time for a person who waits. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  const began = performance.now();
  const done = await work;
  expect(performance.now() - began).toBeLessThan(10_000);
  return done;
}

describe('the portal', SLOW, () => {
  it.skipIf(isRelojMovido)(
    'tells who meets what another session holds, in an action with script or without, a sign-in and a download (skipped when libfaketime moves the clock)',
    async () => {
      base = await startBasePropia();
      portal = await startPortal({ DATABASE_URL: base.url });
      const { url } = portal;
      const page = await enter(portal);
      const folio = await registrarMedio(page, 'Correo Electrónico', CORREO);
      const sinScript = await browser.newContext({ baseURL: url, javaScriptEnabled: false });
      await sinScript.addCookies(await page.context().cookies());
      const other = await openConnection(base.url);
      await other.query('BEGIN');
      await other.query('SELECT 1 FROM titular WHERE id = (SELECT titular_id FROM medio_de_contacto) FOR UPDATE');

      await page.goto('/buzon/medios-de-contacto/nuevo');
      await guardarMedio(page, 'Correo Electrónico', 'otra@correo.example');
      await expect.poll(() => page.innerText('main')).toContain(OCUPADO);

      const form = await sinScript.newPage();
      await form.goto('/buzon/medios-de-contacto/nuevo');
      const answered = form.waitForResponse((response) => response.request().method() === 'POST');
      await guardarMedio(form, 'Correo Electrónico', 'otra@correo.example');
      expect((await inTime(answered)).status()).toBe(503);
      await expect.poll(() => form.innerText('[role=alert]')).toBe(OCUPADO);

      const again = await browser.newPage({ baseURL: url });
      await again.goto('/ingresar');
      await fillEfirma(again, await downloadEfirma(url, SLUG));
      await again.getByRole('button', { name: 'Ingresar' }).click();
      await expect.poll(() => again.innerText('main')).toContain('El portal está ocupado');
      expect((await readSalud(url)).status).toBe(200);

      await other.query('LOCK TABLE acuse_documento IN ACCESS EXCLUSIVE MODE');
      const acuse = await inTime(page.request.get(`/buzon/acuses/${folio}/registro`));
      expect({ status: acuse.status(), espera: acuse.headers()['retry-after'] }).toEqual({ status: 503, espera: '5' });
      expect(await acuse.text()).toContain(OCUPADO);

      await other.query('ROLLBACK');
      await other.end();
      expect(await fetchAcuse(page, folio)).toBe('200 %PDF-');
      await registrarMedio(page, 'Correo Electrónico', 'otra@correo.example');
    },
  );

  it('killed after a registration and started again: its message is there, and the same session downloads its acuse', async () => {
    const datos = await mkdtemp(path.join(tmpdir(), 'buzon-portal-'));
    portal = await startPortal({ BUZON_DATOS: datos });
    const page = await enter(portal);
    const folio = await registrarMedio(page, 'Correo Electrónico', CORREO);
    await portal.kill();
    portal = await startPortal({ BUZON_DATOS: datos, PORT: String(portal.port) });
    await expect.poll(() => listMensajes(portal?.url ?? '', CORREO)).not.toEqual([]);
    await waitForMensaje(portal.url, CORREO, ASUNTO);
    expect(await fetchAcuse(page, folio)).toBe('200 %PDF-');
    await rm(datos, { recursive: true, force: true });
  });

  it('whose database is restarted says so, goes on living, and serves again by itself', async () => {
    base = await startBasePropia();
    portal = await startPortal({ DATABASE_URL: base.url });
    const { url, process, output } = portal;
    const page = await enter(portal);
    const readiness = async () => (await readSalud(url)).status;
    await expect
      .poll(() => readSalud(url))
      .toEqual({ status: 200, listo: true, componentes: { baseDeDatos: 'bien', migraciones: 'bien', cola: 'bien' } });
    await base.stop();
    await expect.poll(readiness).toBe(503);
    expect((await readSalud(url)).componentes).toMatchObject({ baseDeDatos: 'no responde' });
    expect((await page.goto('/buzon/medios-de-contacto'))?.status()).toBe(503);
    expect(await page.innerText('[role=alert]')).toContain('el portal no puede consultar ni guardar nada');
    expect((await fetch(`${url}/api/salud/vivo`)).status).toBe(200);
    await base.start();
    await expect.poll(readiness).toBe(200);
    expect(process.exitCode, output()).toBeNull();
    const folio = await registrarMedio(page, 'Correo Electrónico', CORREO);
    await waitForMensaje(url, CORREO, ASUNTO);
    expect(await fetchAcuse(page, folio)).toBe('200 %PDF-');
  });
});
