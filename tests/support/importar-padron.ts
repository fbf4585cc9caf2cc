import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { VARIABLES } from '#infra/env/variables.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENCABEZADO = 'rfc,nombre,registro_patronal,subdelegacion,domicilio,estado';

interface Renglon {
  rfc: string;
  nombre: string;
  registro: string;
  estado?: 'vigente' | 'baja';
}

/** `npm run padron:importar` with these rows, while the portal on this folder of data serves. Answers what it printed. */
export async function importPadronCommand(datos: string, renglones: readonly Renglon[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'buzon-padron-'));
  const archivo = path.join(folder, 'padron.csv');
  const lines = renglones.map(({ rfc, nombre, registro, estado = 'vigente' }) =>
    [rfc, nombre, registro, 'Mérida Norte', 'Calle 1', estado].join(','),
  );
  await writeFile(archivo, [ENCABEZADO, ...lines].join('\n'));
  const nothing = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
  const env = { ...process.env, ...nothing, BUZON_DATOS: datos } as NodeJS.ProcessEnv;
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/padron-importar.mjs', archivo], {
      cwd: ROOT,
      env,
    });
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
