import { defineConfig } from 'prisma/config';

// The CLI insists on a native engine that `generate` never runs; any existing file spares the download.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'schema.prisma', migrations: { path: 'migrations' } });
