import { type BrowserContext, type BrowserContextOptions, test as base, expect } from '@playwright/test';
import { startBaseConPooler } from './base-con-pooler.ts';
import { downloadEfirma, type Efirma } from './efirma-de-demo.ts';
import { type Portal, startPortal } from './portal.ts';
import { forgetAll, keepDatos } from './sin-estrenar.ts';

interface DeLaPrueba {
  efirma: (slug: string) => Promise<Efirma>;
  /** Another person's browser: nothing in common with the first one. Watched as well. */
  otroNavegador: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Complaints of the browser that this scenario causes on purpose. */
  quejasEsperadas: RegExp[];
  quejas: string[];
}

interface DelTrabajador {
  /** Settings of the portal, besides those of the demo. */
  ajustes: Record<string, string>;
  /** Whether it goes to its database through PgBouncer. */
  pooler: boolean;
  portal: Portal;
}

/** Playwright's `test` with a portal of its own for each worker, where any complaint of a browser fails the test. */
export const test = base.extend<DeLaPrueba, DelTrabajador>({
  ajustes: [{}, { option: true, scope: 'worker' }],
  pooler: [process.env.BUZON_PRUEBAS_POOLER === '1', { option: true, scope: 'worker' }],
  portal: [
    async ({ ajustes, pooler }, use) => {
      const base = pooler ? await startBaseConPooler() : null;
      const portal = await startPortal({ ...base?.env, ...ajustes });
      await base?.tellCommands(portal.datos);
      if (base) await keepDatos(portal);
      await use(portal);
      await portal.stop();
      await base?.stop();
      expect(complaintsIn(portal.output()), 'lo que el portal escribió en su bitácora').toEqual([]);
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: ({ portal }, use) => use(portal.url),
  quejasEsperadas: [[], { option: true }],
  quejas: [
    async ({ quejasEsperadas }, use) => {
      const quejas: string[] = [];
      await use(quejas);
      const unexpected = quejas.filter((queja) => !quejasEsperadas.some((pattern) => pattern.test(queja)));
      expect(unexpected, 'errores en la consola, violaciones de la política de seguridad o fallas del portal').toEqual(
        [],
      );
    },
    { auto: true },
  ],
  context: async ({ context, quejas }, use) => {
    watch(context, quejas);
    await use(context);
  },
  otroNavegador: async ({ browser, contextOptions, portal, quejas }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: portal.url, ...options });
      contexts.push(context);
      watch(context, quejas);
      return context;
    });
    for (const context of contexts) await context.close();
  },
  efirma: ({ portal }, use) => use((slug) => downloadEfirma(portal.url, slug)),
});

/** One object for each kind: Playwright starts a portal for each object. */
const CALLADO = { LOG_NIVEL: 'fatal' };
const ATENTO = { LOG_NIVEL: 'error' };

/**
 * The scenarios of a file find a portal that nobody has used. It is one process for all of these files, one after the other: a
 * start, and what a process does for the first time, cost more than most scenarios.
 * @param isCallado whether they make it complain on purpose.
 */
export function renewPortal({ isCallado = true } = {}): void {
  test.use({ ajustes: isCallado ? CALLADO : ATENTO });
  test.beforeAll(({ portal }) => forgetAll(portal));
}

/** A violated Content-Security-Policy is an error of the console too. */
function watch(context: BrowserContext, quejas: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      quejas.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on('weberror', (error) => quejas.push(String(error.error())));
  context.on('response', (response) => {
    if (response.status() >= 500) quejas.push(`${response.status()} ${response.url()}`);
  });
}

/** What the portal printed after it was ready that is neither a farewell nor of its usual work. */
export function complaintsIn(output: string): string[] {
  const [, afterStart = ''] = output.split(/Ctrl-C lo detiene\.(?:"})?/);
  return afterStart.split('\n').filter((line) => !/^(Detengo el portal…|\{"level":"info".*)?$/.test(line.trim()));
}
