import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests beside the rules alone, for `npm run mutantes`, which runs them once for each change. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: { include: ['src/domain/**/*.test.ts'], setupFiles: ['tests/support/pocas-corridas.ts'], testTimeout: 20_000 },
});
