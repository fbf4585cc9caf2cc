import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** For `npm run mutantes`, which runs them once for each change: the tests that judge what it changes, and no others. */
const folders = (process.env.BUZON_MUTANTES ?? 'src/domain').split(',');
const needsPostgres = folders.some((folder) => folder.startsWith('tests/'));

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: folders.flatMap((folder) => [`${folder}/**/*.test.ts`, `${folder}*.test.ts`]),
    ...(needsPostgres
      ? {
          globalSetup: ['tests/support/postgres-de-prueba.ts'],
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 20_000 } },
        }
      : { setupFiles: ['tests/support/pocas-corridas.ts'], testTimeout: 20_000 }),
  },
});
