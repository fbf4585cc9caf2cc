import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listMensajes, waitForMensaje } from '../../support/bandeja.ts';
import { findChromium } from '../../support/chromium.ts';
import { downloadEfirma } from '../../support/efirma-de-demo.ts';
import { ingresar } from '../../support/ingresar.ts';
import { registrarMedio } from '../../support/medios.ts';
import { type Portal, startPortal } from '../../support/portal.ts';
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

describe('the portal', SLOW, () => {
  it('killed after a registration and started again: its message is there, and the same session downloads its acuse', async () => {
    const datos = await mkdtemp(path.join(tmpdir(), 'buzon-portal-'));
    portal = await startPortal({ BUZON_DATOS: datos });
    const page = await enter(portal);
    const folio = await registrarMedio(page, 'Correo Electrónico', CORREO);
    await portal.kill();
    portal = await startPortal({ BUZON_DATOS: datos, PORT: String(portal.port) });
    await expect.poll(() => listMensajes(portal?.url ?? '', CORREO), { timeout: 40_000 }).not.toEqual([]);
    await waitForMensaje(portal.url, CORREO, ASUNTO);
    expect(await fetchAcuse(page, folio)).toBe('200 %PDF-');
    await rm(datos, { recursive: true, force: true });
  });

  it('whose database is restarted says so, goes on living, and serves again by itself', async () => {
    base = await startBasePropia();
    portal = await startPortal({ DATABASE_URL: base.url });
    const { url, process, output } = portal;
    const page = await enter(portal);
    const readiness = async () => (await fetch(`${url}/api/salud/listo`)).status;
    await base.stop();
    await expect.poll(readiness, { timeout: 20_000 }).toBe(503);
    expect((await page.goto('/buzon/medios-de-contacto'))?.status()).toBe(500);
    expect((await fetch(`${url}/api/salud/vivo`)).status).toBe(200);
    await base.start();
    await expect.poll(readiness, { timeout: 20_000 }).toBe(200);
    expect(process.exitCode, output()).toBeNull();
    const folio = await registrarMedio(page, 'Correo Electrónico', CORREO);
    await waitForMensaje(url, CORREO, ASUNTO);
    expect(await fetchAcuse(page, folio)).toBe('200 %PDF-');
  });
});
