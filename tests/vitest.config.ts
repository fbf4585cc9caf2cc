import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { openCarpetaTemporal } from './support/carpeta-temporal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** They put others in the place of modules, which the files that share a process would see. */
const CON_MODULOS_PROPIOS = ['acuse/nueva-version', 'acuse/orden-de-revisar', 'solicitud/texto-posterior*'].map(
  (name) => `tests/integration/${name}.test.ts`,
);

const integration = {
  include: ['tests/integration/**/*.test.ts'],
  globalSetup: ['tests/support/postgres-de-prueba.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
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
          include: ['src/**/*.test.{ts,tsx}', 'tests/{architecture,bench,fallas}/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      { root, test: { ...integration, name: 'integration', exclude: CON_MODULOS_PROPIOS, isolate: false } },
      { root, test: { ...integration, name: 'integration-aislada', include: CON_MODULOS_PROPIOS } },
      // What takes minutes: where it is asked for.
      { root, test: { ...integration, name: 'larga', include: ['tests/larga/**/*.test.ts'] } },
    ],
  },
});
