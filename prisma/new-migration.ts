// For developers: `npx tsx prisma/new-migration.ts nombre_de_la_migracion` writes the SQL that brings the database from
// the schema as it was when the last migration was committed to the schema as it is now. Review it, add the constraints
// that Prisma cannot express, and commit both together.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { offlineAdapter } from './offline-adapter.ts';
import { NO_FILTERS, openSchemaEngine } from './schema-engine.ts';

const SCHEMA = 'prisma/schema.prisma';
const MIGRATIONS = 'prisma/migrations';

/** SQL that turns a database of the schema `from` (null: an empty one) into one of the schema `to`. */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  const engine = await openSchemaEngine(offlineAdapter);
  const asTarget = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const result = await engine.diff({
    from: from === null ? { tag: 'empty' } : asTarget(from),
    to: asTarget(to),
    script: true,
    exitCode: null,
    filters: NO_FILTERS,
  });
  return result.stdout ?? '';
}

/** The schema at the last commit that touched the migrations; null while there is none. */
function schemaOfLastMigration(): string | null {
  const commit = git('log', '-1', '--format=%H', '--', MIGRATIONS).trim();
  return commit === '' ? null : git('show', `${commit}:${SCHEMA}`);
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' });
}

async function main(nombre: string | undefined): Promise<void> {
  if (nombre === undefined || !/^[a-z0-9_]+$/.test(nombre)) {
    throw new Error('Escribe un nombre en minúsculas, sin espacios: npx tsx prisma/new-migration.ts agrega_aclaracion');
  }
  const sql = await diffSchemas(schemaOfLastMigration(), await readFile(SCHEMA, 'utf8'));
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(MIGRATIONS, `${stamp}_${nombre}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), sql);
  console.log(`${folder}/migration.sql`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2]);
