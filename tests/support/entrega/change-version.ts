import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes these sources another version of the portal: a page whose script says something else, an action with another name,
 * and a migration that the earlier version can live with.
 */
export function changeVersion(root: string): void {
  replaceIn(
    root,
    'src/ui/efirma/campos-de-efirma.tsx',
    /`Ningún archivo \$\{extension\} seleccionado`/,
    "'Aún no hay archivo'",
  );
  for (const file of listNaming(root, 'issueIngresoChallengeDeSoporteAction'))
    replaceIn(root, file, /(issueIngresoChallengeDeSoporte)Action/g, '$1OtraAction');
  addMigration(
    root,
    '29990101000000_otra_version',
    'ALTER TABLE titular ADD COLUMN otra_version text; CREATE TABLE otra_version (id integer PRIMARY KEY);',
  );
}

function listNaming(root: string, action: string): string[] {
  const files = readdirSync(path.join(root, 'src/app'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join('src/app', file))
    .filter((file) => readFileSync(path.join(root, file), 'utf8').includes(action));
}

function replaceIn(root: string, file: string, what: RegExp, by: string): void {
  const before = readFileSync(path.join(root, file), 'utf8');
  const after = before.replace(what, by);
  if (after === before) throw new Error(`${file} has nothing like ${what}`);
  writeFileSync(path.join(root, file), after);
}

function addMigration(root: string, name: string, sql: string): void {
  const folder = path.join(root, 'prisma/migrations', name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'migration.sql'), sql);
}
