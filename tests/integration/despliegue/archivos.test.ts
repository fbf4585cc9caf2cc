import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseSettings } from '#infra/env/settings.ts';
import { makeTempDir } from '../../support/carpeta-temporal.ts';
import { isSetting, read, readCompose } from './leer-archivos.ts';
import { DEPLOY, findPrograma, ROOT, runPrograma } from './programas.ts';

describe('buzon.env.example', () => {
  const given = parseEnv(read('buzon.env.example'));

  it('names settings alone', () => {
    expect(Object.keys(given).filter((name) => !isSetting(name))).toEqual([]);
  });

  it('has, with what compose.yaml says, everything that produccion must be told', () => {
    const nothing = parseSettings({ BUZON_MODO: 'produccion' });
    const wanted = nothing.ok ? [] : nothing.error.flatMap((line) => /^[A-Z_]+/.exec(line) ?? []);
    const { environment = {} } = readCompose().services.portal1 ?? {};
    expect(wanted.length).toBeGreaterThan(8);
    expect(wanted.filter((name) => !(name in given) && !(name in environment))).toEqual([]);
  });
});

describe('Dockerfile', () => {
  const text = read('Dockerfile');
  const stages = [...text.matchAll(/^FROM (\S+) AS (\w+)$/gm)].map(
    ([, from = '', name]) => `${name} < ${from.replace(/\W/g, '')}`,
  );

  it('builds in stages from a base that is an argument, and the last is not root', () => {
    expect(stages).toEqual(['dependencias < BASE', 'version < dependencias', 'portal < BASE']);
    const last = text.slice(text.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    expect(last).toMatch(/^HEALTHCHECK [\s\S]*\/api\/salud\/listo/m);
    expect(last).toMatch(/^CMD \["node", "src\/cli\/start\.mjs"\]$/m);
    expect(text).toContain('npm ci --omit=dev');
  });

  it('keeps what is secret or large out of the image', () => {
    const ignored = read('Dockerfile.dockerignore').trim().split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.env', '.datos', 'node_modules', 'deploy']));
  });
});

describe('what is said of connections', () => {
  const numberIn = (file: string, name: string) =>
    Number(new RegExp(`${name} = (\\d+);`).exec(readFileSync(path.join(ROOT, 'src', file), 'utf8'))?.[1]);
  // One more tells that a worker lives; two of a portal count tries.
  const worker = numberIn('worker.ts', 'CONEXIONES') + numberIn('infra/queue/run-queue.ts', 'CONNECTIONS') + 1;
  const portal = numberIn('app/_server/root.ts', 'CONEXIONES') + 2;

  it.each([
    ['INSTALAR.md', `| portal | ${portal}: `],
    ['INSTALAR.md', `| worker | ${worker}: `],
    ['INSTALAR.md', ` + ${worker} *W* + `],
    ['INSTALAR.md', `\`default_pool_size\` = ${portal} *P*`],
    ['README.md', `usa hasta ${portal} conexiones por proceso y el worker ${worker}.`],
    ['RUNBOOK.md', `(${worker} conexiones más en PostgreSQL)`],
    ['pgbouncer.ini', `${portal} por portal`],
  ])('%s: %s', (file, said) => {
    expect(read(file)).toContain(said);
  });
});

describe('units of systemd', () => {
  const units = readdirSync(path.join(DEPLOY, 'systemd'));
  const analyze = findPrograma('systemd-analyze');

  it.each(units)('%s runs a command of the portal with settings that it knows', (unit) => {
    const text = read(`systemd/${unit}`);
    const [, command = ''] = /^ExecStart=\/usr\/bin\/node (.+)$/m.exec(text) ?? [];
    expect(existsSync(path.join(ROOT, command))).toBe(true);
    const names = [...(/^Environment=(.+)$/m.exec(text)?.[1] ?? '').matchAll(/([A-Z_]+)=/g)].map(
      ([, name]) => name ?? '',
    );
    expect(names.filter((name) => !isSetting(name) && name !== 'WORKER_PORT')).toEqual([]);
    expect(names).toContain('BUZON_MODO');
  });

  it.skipIf(!analyze).each(units)('%s is what systemd understands (skipped without systemd)', async (unit) => {
    const dir = makeTempDir();
    const copy = path.join(dir, unit.replace('@', '@3001'));
    const text = read(`systemd/${unit}`).replace('/usr/bin/node', process.execPath);
    writeFileSync(copy, text);
    const { said } = await runPrograma(analyze ?? '', ['verify', copy]);
    expect(said.split('\n').filter((line) => line.includes(dir))).toEqual([]);
  });
});

describe('alerts', () => {
  const promtool = findPrograma('promtool');
  const rules = z
    .object({
      groups: z.array(
        z.object({
          rules: z.array(
            z.strictObject({
              alert: z.string(),
              expr: z.string(),
              for: z.string(),
              labels: z.strictObject({ severidad: z.enum(['grave', 'aviso', 'informe']) }),
              annotations: z.strictObject({ resumen: z.string(), que_hacer: z.string(), runbook: z.string() }),
            }),
          ),
        }),
      ),
    })
    .parse(load(read('prometheus/alertas.yaml')))
    .groups.flatMap((group) => group.rules);

  it('each says what to do, and where the runbook tells more', () => {
    const headings = [...read('RUNBOOK.md').matchAll(/^## (.+)$/gm)].map(
      ([, title = '']) => `deploy/RUNBOOK.md#${anchorOf(title)}`,
    );
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.filter(({ annotations }) => !headings.includes(annotations.runbook))).toEqual([]);
  });

  it.skipIf(!promtool)(
    'are rules, and each fires when it should and only then (skipped without promtool)',
    async () => {
      const run = (...args: string[]) => runPrograma(promtool ?? '', args, path.join(DEPLOY, 'prometheus'));
      expect(await run('check', 'rules', 'alertas.yaml')).toMatchObject({ code: 0 });
      expect(await run('test', 'rules', 'alertas.test.yaml')).toMatchObject({ code: 0 });
      expect(
        rules.filter(({ alert }) => !read('prometheus/alertas.test.yaml').includes(`alertname="${alert}"`)),
      ).toEqual([]);
    },
  );

  const metricas = existsSync(path.join(DEPLOY, 'metricas.md')) ? read('metricas.md') : null;
  it.skipIf(!metricas)('and the board name metrics of metricas.md (skipped without that page)', () => {
    const text = read('prometheus/alertas.yaml') + read('grafana/tablero.json');
    const named = (text.match(/\bbuzon_\w+/g) ?? []).map((name) => name.replace(/_(bucket|count|sum)$/, ''));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !metricas?.includes(`\`${name}\``))).toEqual([]);
  });
});

/** As GitHub makes them. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\d\s_-]/gu, '')
    .replaceAll(' ', '-');
}
