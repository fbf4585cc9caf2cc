import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseRedes } from '#infra/env/redes.ts';
import { parseSettings } from '#infra/env/settings.ts';
import { VARIABLES } from '#infra/env/variables.ts';
import { makeTempDir } from '../../support/carpeta-temporal.ts';
import { DEPLOY, findPrograma, ROOT, runPrograma } from './programas.ts';

const read = (file: string) => readFileSync(path.join(DEPLOY, file), 'utf8');

/** Of the image or of Node; the rest of what a process is told are settings. */
const OF_OTHERS = ['NODE_ENV', 'NEXT_TELEMETRY_DISABLED'];
const isSetting = (name: string) => name in VARIABLES || OF_OTHERS.includes(name);

const Volume = z.string().regex(/^[\w./-]+:\/[\w./-]+(:ro)?$/);
const Service = z
  .strictObject({
    image: z.string().regex(/^\$\{[A-Z]+(_IMAGEN)?:-[\w./:-]+\}$/),
    build: z
      .strictObject({ context: z.literal('..'), dockerfile: z.string(), args: z.record(z.string(), z.string()) })
      .optional(),
    command: z.array(z.string()).optional(),
    user: z.string().optional(),
    environment: z.record(z.string(), z.string()).optional(),
    env_file: z.array(z.string()).optional(),
    read_only: z.literal(true),
    tmpfs: z.array(z.string().regex(/^\/(tmp|run\/postgresql)(:|$)/)),
    cap_drop: z.tuple([z.literal('ALL')]).optional(),
    security_opt: z.array(z.string()).optional(),
    init: z.boolean().optional(),
    restart: z.literal('unless-stopped'),
    stop_grace_period: z.string().optional(),
    mem_limit: z.string().optional(),
    shm_size: z.string().optional(),
    ports: z.array(z.string()).optional(),
    depends_on: z.union([z.array(z.string()), z.record(z.string(), z.strictObject({ condition: z.string() }))]),
    healthcheck: z.strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      timeout: z.string().optional(),
      start_period: z.string().optional(),
      retries: z.number().optional(),
    }),
    networks: z.union([
      z.array(z.string()),
      z.record(z.string(), z.strictObject({ ipv4_address: z.ipv4().optional() })),
    ]),
    extra_hosts: z.array(z.string()).optional(),
    secrets: z.array(z.string()),
    volumes: z.array(Volume),
  })
  .partial({ depends_on: true, healthcheck: true, volumes: true });
type Networks = z.infer<typeof Service>['networks'];
const namesOf = (networks: Networks = []) => (Array.isArray(networks) ? networks : Object.keys(networks));
const addressIn = (networks: Networks = [], name: string) =>
  Array.isArray(networks) ? undefined : networks[name]?.ipv4_address;

const Compose = z.looseObject({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.unknown()),
  volumes: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string().startsWith('secretos/') })),
});

describe('compose.yaml', () => {
  const { services, ...declared } = Compose.parse(load(read('compose.yaml')));

  it('has two portals and two workers among what they need, all on a file system that nobody writes', () => {
    expect(Object.keys(services).sort()).toEqual(
      ['nginx', 'pgbouncer', 'portal1', 'portal2', 'postgres', 'worker1', 'worker2'].sort(),
    );
  });

  it('tells portal and worker nothing but settings that they know', () => {
    const names = Object.values(services).flatMap(({ env_file, environment = {} }) =>
      env_file ? Object.keys(environment) : [],
    );
    expect(names.filter((name) => !isSetting(name))).toEqual([]);
    expect(names).toContain('SELLO_KEY');
  });

  it('names only what it declares, and files that are there', () => {
    for (const [name, service] of Object.entries(services)) {
      expect(
        namesOf(service.networks).filter((each) => !(each in declared.networks)),
        name,
      ).toEqual([]);
      expect(
        service.secrets.filter((each) => !(each in declared.secrets)),
        name,
      ).toEqual([]);
      const mounted = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
      const made = new Set(['./autoridades', ...Object.keys(declared.volumes)]);
      expect(
        mounted.filter((each) => !made.has(each) && !existsSync(path.join(DEPLOY, each))),
        name,
      ).toEqual([]);
    }
  });

  it('shows nobody outside anything but nginx', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports);
    expect(open.map(([name]) => name)).toEqual(['nginx']);
    expect(services.postgres?.networks).toEqual(['dentro']);
  });

  it('has one way from nginx to the portals, by addresses that stay, and believes nobody else of who visits', () => {
    const { nginx, portal1, portal2 } = services;
    expect(namesOf(nginx?.networks)).toEqual(['fuera']);
    const hosts = Object.entries({ portal1, portal2 }).map(
      ([name, of]) => `${name}:${addressIn(of?.networks, 'fuera')}`,
    );
    expect(nginx?.extra_hosts).toEqual(hosts);
    expect(read('nginx/nginx.conf').match(/^ {4}server \w+/gm)).toEqual(['    server portal1', '    server portal2']);
    expect(parseEnv(read('buzon.env.example')).PROXY_REDES).toBe(addressIn(nginx?.networks, 'fuera'));
    const config = z.object({
      ipam: z.object({ config: z.tuple([z.object({ subnet: z.string(), ip_range: z.string() })]) }),
    });
    const [{ subnet, ip_range: others }] = config.parse(declared.networks.fuera).ipam.config;
    const fixed = [...hosts.map((host) => host.split(':')[1]), addressIn(nginx?.networks, 'fuera')].map(String);
    expect(fixed.map((each) => parseRedes(subnet)?.check(each))).toEqual([true, true, true]);
    expect(fixed.map((each) => parseRedes(others)?.check(each))).toEqual([false, false, false]);
  });

  it('asks PostgreSQL whether it is ready where it listens only once its users are made', () => {
    expect(services.postgres?.healthcheck?.test).toEqual(expect.arrayContaining(['-h', '127.0.0.1']));
  });

  it('has each secret in the hands of whoever reads it, as the guide gives them', () => {
    const image = /^USER (\d+):/m.exec(read('Dockerfile'))?.[1];
    const nginx = services.nginx?.user?.split(':')[0];
    // As their images run: that of PostgreSQL reads its owner's as root, and the portal's as itself.
    const readers = {
      sello_cert: image,
      sello_key: image,
      tls_cert: nginx,
      tls_key: nginx,
      pgbouncer_usuarios: '70',
      clave_portal: '999',
    };
    const given = [...read('INSTALAR.md').matchAll(/chown(?: -R)? (\d+) ([^&\n]+)/g)].flatMap(([, uid, files = '']) =>
      files
        .trim()
        .split(' ')
        .map((file) => [uid, new RegExp(`^${file.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)] as const),
    );
    const ownerOf = ({ file }: { file: string }) => given.find(([, pattern]) => pattern.test(file))?.[0];
    const owners = Object.entries(declared.secrets).map(([name, secret]) => [name, ownerOf(secret)]);
    expect(Object.fromEntries(owners)).toEqual({ ...readers, clave_dueno: undefined });
  });
});

describe('buzon.env.example', () => {
  const given = parseEnv(read('buzon.env.example'));

  it('names settings alone', () => {
    expect(Object.keys(given).filter((name) => !isSetting(name))).toEqual([]);
  });

  it('has, with what compose.yaml says, everything that produccion must be told', () => {
    const nothing = parseSettings({ BUZON_MODO: 'produccion' });
    const wanted = nothing.ok ? [] : nothing.error.flatMap((line) => /^[A-Z_]+/.exec(line) ?? []);
    const { environment = {} } = Compose.parse(load(read('compose.yaml'))).services.portal1 ?? {};
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
