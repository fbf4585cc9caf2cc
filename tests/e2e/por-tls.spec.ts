import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, type BrowserContext, test as base, expect } from '@playwright/test';
import { readEfirmaDeDemo } from '#demo/autoridad/ensure-efirmas-de-demo.ts';
import { foldersOf } from '#demo/folders.ts';
import { makeTempDir } from '../support/carpeta-temporal.ts';
import { type Efirma, makeArchivo } from '../support/efirma-de-demo.ts';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { launchPortal, type Portal } from '../support/portal.ts';
import { makeTlsPair } from '../support/produccion.ts';

/** A portal whose address is https, behind one that ends TLS, as a ministry has it. */
const test = base.extend<object, { portal: Portal }>({
  portal: [
    async ({ browserName: _ }, use) => {
      let port = 0;
      const server = endTls(() => port);
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const url = `https://localhost:${(server.address() as AddressInfo).port}`;
      const portal = await launchPortal({ APP_URL: url, BUZON_DEMO_ABIERTA: 'si' });
      port = portal.port;
      const listo = () =>
        fetch(`http://127.0.0.1:${port}/api/salud/listo`).then(
          ({ status }) => status,
          () => 0,
        );
      await expect.poll(listo, { timeout: 240_000 }).toBe(200);
      await use(portal);
      await portal.stop();
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

function endTls(portOf: () => number): Server {
  const [key, cert] = makeTlsPair(path.join(makeTempDir(), 'tls'));
  return createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) => {
    const { method, url, headers } = asked;
    const options = {
      host: '127.0.0.1',
      port: portOf(),
      method,
      path: url,
      headers: { ...headers, 'x-forwarded-proto': 'https' },
    };
    const onward = request(options, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
      answered.pipe(answer);
    });
    asked.pipe(onward.on('error', () => answer.destroy()));
  });
}

async function efirmaDe({ datos }: Portal, slug: string): Promise<Efirma> {
  const found = await readEfirmaDeDemo(foldersOf(datos).efirmas, slug);
  if (!found) throw new Error(`the demo has no ${slug}`);
  const { rfc, nombre, contrasena } = found.efirma;
  return {
    rfc,
    nombre,
    contrasena,
    cer: makeArchivo('efirma.cer', found.cer),
    key: makeArchivo('efirma.key', found.key),
  };
}

async function openContext(browser: Browser, { url }: Portal): Promise<BrowserContext> {
  return browser.newContext({ baseURL: url, ignoreHTTPSErrors: true });
}

test('por https se ingresa, y ninguna cookie puede ser de otro sitio ni ir en claro', async ({ browser, portal }) => {
  test.slow();
  const entradas = [
    { slug: 'fisica-un-registro', entrar: ingresar },
    { slug: 'soporte-atencion', entrar: ingresarComoSoporte },
  ];
  for (const { slug, entrar } of entradas) {
    const context = await openContext(browser, portal);
    await entrar(await context.newPage(), await efirmaDe(portal, slug));
    const cookies = await context.cookies();
    expect(cookies.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['__Host-buzon-navegador', expect.stringMatching(/^__Host-.*session/)]),
    );
    for (const { name, secure, httpOnly, path: where, domain, sameSite } of cookies) {
      expect(name).toMatch(/^__Host-/);
      expect({ name, secure, httpOnly, where, domain, sameSite }).toEqual({
        ...{ name, secure: true, httpOnly: true, where: '/', domain: 'localhost', sameSite: 'Lax' },
      });
    }
    await context.close();
  }
});

test('una cookie con el nombre de antes, puesta desde fuera, no es la sesión de nadie', async ({ browser, portal }) => {
  const [suya, otra] = [await openContext(browser, portal), await openContext(browser, portal)];
  await ingresar(await suya.newPage(), await efirmaDe(portal, 'fisica-un-registro'));
  const planted = (await suya.cookies()).map(({ name, value }) => ({
    name: name.replace('__Host-', ''),
    value,
    url: portal.url,
  }));
  await otra.addCookies(planted);
  const page = await otra.newPage();
  await page.goto('/buzon');
  await expect(page).toHaveURL(/\/ingresar/);
});
