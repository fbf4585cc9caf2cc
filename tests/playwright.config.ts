import { defineConfig } from '@playwright/test';
import { openCarpetaTemporal } from './support/carpeta-temporal.ts';
import { findChromium } from './support/chromium.ts';
import { hasPgbouncer } from './support/pgbouncer.ts';

openCarpetaTemporal();

/** What other machines may draw or drive otherwise: by `npm test -- --solo aparte`. */
const APARTE = ['otros-navegadores.spec.ts', 'retratos.spec.ts', 'lighthouse.spec.ts'];

/**
 * Each worker has its portal: within it the scenarios run one after the other, so that none meets another's changes by
 * surprise. The phone runs those tagged @telefono. In CI the steps of the guide
 * go through PgBouncer as well, in a run of their own; with BUZON_PRUEBAS_POOLER=1 everything does.
 */
export default defineConfig<object, { pooler: boolean }>({
  testDir: './e2e',
  testIgnore: process.env.BUZON_PRUEBAS_APARTE ? [] : APARTE,
  globalSetup: './support/plantilla-de-datos.ts',
  outputDir: './.salida/navegador',
  snapshotPathTemplate: '{testDir}/retratos/{projectName}-{arg}{ext}',
  forbidOnly: true,
  workers: 2,
  // As in vitest.config.ts: only so that nothing waits for ever.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    launchOptions: await findChromium({ soloPaquete: true }),
    locale: 'es-MX',
    timezoneId: 'America/Mexico_City',
  },
  projects: [
    { name: 'escritorio', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'telefono',
      grep: /@telefono/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
    ...(process.env.CI && hasPgbouncer
      ? [{ name: 'pooler', workers: 1, testMatch: 'activacion.spec.ts', use: { pooler: true } }]
      : []),
  ],
});
