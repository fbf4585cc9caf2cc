import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import type { Folio } from '#domain/folio.ts';
import { buildCms } from '#infra/firma/build-cms.ts';
import { buildZip } from '#infra/zip/build-zip.ts';
import { collectEvidencia } from '#tramites/acuse/collect-evidencia.ts';
import { findAcusePropio } from '#tramites/acuse/find-acuse-verificable.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { makeTempDir } from './efirma/autoridad-de-prueba.ts';

let base: string | undefined;

/** The evidence as whoever downloads it has it: a folder with the files of the ZIP. */
export async function unpackEvidencia(
  ctx: Contexto,
  titularId: string,
  folio: string,
  tipo: TipoDeAcuse,
  isCompleta = true,
): Promise<{ dir: string; names: string[] }> {
  const acuse = await findAcusePropio(ctx, titularId, folio as Folio, tipo);
  if (!acuse) throw new Error(`${folio} ${tipo}: not found`);
  const files = unzipSync(buildZip(await collectEvidencia({ ...ctx, buildCms }, acuse, { isCompleta }), ctx.now()));
  base ??= makeTempDir();
  const dir = mkdtempSync(join(base, `${folio}-`));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return { dir, names: Object.keys(files).sort() };
}

/** Runs every command of `LEEME.txt` and gives what each printed. */
export function runLeeme(dir: string): { comando: string; status: number | null; salida: string }[] {
  const leeme = spawnSync('cat', ['LEEME.txt'], { cwd: dir, encoding: 'utf8' }).stdout;
  const comandos = leeme.split('\n').flatMap((line) => /^ {4}(\S.*)$/.exec(line)?.[1] ?? []);
  return comandos.map((comando) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', comando], { cwd: dir, encoding: 'utf8' });
    return { comando, status, salida: stdout + stderr };
  });
}
