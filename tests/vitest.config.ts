import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { openCarpetaTemporal } from './support/carpeta-temporal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const setupFiles = ['tests/support/despues-de-cada-archivo.ts'];

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
          include: ['src/**/*.test.{ts,tsx}', 'tests/{architecture,bench}/**/*.test.ts'],
          setupFiles,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          setupFiles,
          globalSetup: ['tests/support/postgres-de-prueba.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
