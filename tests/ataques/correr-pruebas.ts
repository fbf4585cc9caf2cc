import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../architecture/source.ts';

const SALIDA = path.join(ROOT, 'tests/.salida');

/** What a test file came to: null when all of it passed; what did not; or why nothing ran. */
export type Veredicto = Map<string, { falta: string | null; sinProbar?: true }>;

interface DeVitest {
  testResults: { name: string; status: string; message: string; assertionResults: Prueba[] }[];
}

interface Prueba {
  title: string;
  status: string;
}

/** Runs these files of vitest, at once. */
export function runVitest(files: readonly string[]): Veredicto {
  const report = path.join(SALIDA, 'ataques-vitest.json');
  const args = ['run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json'];
  const json = runAndRead<DeVitest>('vitest/vitest.mjs', [...args, `--outputFile.json=${report}`, ...files], report);
  return new Map(
    (json?.testResults ?? []).map(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((each) => each.status === 'failed').map(({ title }) => title);
      const falta = status === 'passed' ? null : failed.join('; ') || message || 'no corrió';
      return [path.relative(ROOT, name), { falta }];
    }),
  );
}

interface DePlaywright {
  suites: Suite[];
}

interface Suite {
  file: string;
  specs: { title: string; ok: boolean; tests: { status: string }[] }[];
  suites?: Suite[];
}

/** Runs these files in a browser. */
export function runNavegador(files: readonly string[]): Veredicto {
  const report = path.join(SALIDA, 'ataques-navegador.json');
  const names = files.map((file) => path.basename(file, '.spec.ts'));
  const args = [
    'test',
    '--config',
    'tests/playwright.config.ts',
    '--project=escritorio',
    '--reporter=list,json',
    ...names,
  ];
  const json = runAndRead<DePlaywright>('@playwright/test/cli.js', args, report, {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const specs = (json?.suites ?? []).flatMap(function list(
    suite: Suite,
  ): { file: string; title: string; ok: boolean }[] {
    const own = suite.specs.map(({ title, ok }) => ({ file: suite.file, title, ok }));
    return [...own, ...(suite.suites ?? []).flatMap(list)];
  });
  return new Map(
    files.flatMap((file) => {
      const own = specs.filter((spec) => path.basename(spec.file) === path.basename(file));
      const failed = own.filter(({ ok }) => !ok).map(({ title }) => title);
      return own.length > 0 ? [[file, { falta: failed.join('; ') || null }] as const] : [];
    }),
  );
}

function runAndRead<Json>(script: string, args: string[], report: string, env = {}): Json | null {
  mkdirSync(SALIDA, { recursive: true });
  rmSync(report, { force: true });
  const cli = path.join(ROOT, 'node_modules', script);
  spawnSync(process.execPath, [cli, ...args], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Json) : null;
}
