import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { openCarpetaTemporal } from './support/carpeta-temporal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** They put others in the place of modules or of what a process has once, which the files that share a process would see. */
const CON_MODULOS_PROPIOS = [
  'acuse/nueva-version',
  'acuse/orden-de-revisar',
  'solicitud/texto-posterior*',
  'vigilancia/{congelada,metricas,tls}',
].map((name) => `tests/integration/${name}.test.ts`);

/** They start, stop, kill and copy whole processes, one after the other: half of the time of all the others. */
const PROCESOS = [
  'acuse/{orden-de-acuse,verificar-sh}',
  'arranque/{postgres,start}',
  'bitacora/orden-de-verificar',
  'modelo/*',
  'padron/orden-de-importar',
  '{pooler,respaldo,robustez}/*',
].map((name) => `tests/integration/${name}.test.ts`);

/** How long something takes is never what is tested: a limit only ends what would never end, on the busiest machine too. */
const LIMITES = { testTimeout: 300_000, hookTimeout: 600_000, expect: { poll: { timeout: 60_000 } } };

const integration = {
  include: ['tests/integration/**/*.test.ts'],
  globalSetup: ['tests/support/postgres-de-prueba.ts'],
  ...LIMITES,
  // On a machine that others keep busy a process may be late once: it is told, and only failing again is a failure.
  retry: process.env.CI ? 1 : 0,
};

openCarpetaTemporal();

export default defineConfig({
  root,
  test: {
    // Much of a test of processes is waiting for them: by itself vitest would leave one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        root,
        test: {
          name: 'unit',
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'tests/{architecture,ataques,bench,fallas,fuzz}/**/*.test.ts'],
          ...LIMITES,
        },
      },
      {
        root,
        test: { ...integration, name: 'integration', exclude: [...CON_MODULOS_PROPIOS, ...PROCESOS], isolate: false },
      },
      { root, test: { ...integration, name: 'procesos', include: PROCESOS, isolate: false } },
      { root, test: { ...integration, name: 'integration-aislada', include: CON_MODULOS_PROPIOS } },
      // What takes minutes: where it is asked for.
      { root, test: { ...integration, name: 'larga', include: ['tests/larga/**/*.test.ts'] } },
    ],
  },
});
