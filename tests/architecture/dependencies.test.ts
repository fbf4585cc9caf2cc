import { describe, expect, it } from 'vitest';
import { type Import, importsOf } from './imports.ts';
import { isTest, listSources, type Source } from './source.ts';

const LAYERS = [
  'formats',
  'domain',
  'wording',
  'ui',
  'infra',
  'tramites',
  'app',
  '_server',
  '_frame',
  '_request',
  'server',
  'cli',
  'demo',
  'generated',
  'root',
  'prisma',
] as const;

type Layer = (typeof LAYERS)[number] | 'tests' | 'elsewhere';

interface Rule {
  /** Folders that it may import. */
  folders: readonly Layer[];
  /** Folders that it may import as `import type` only. */
  typesOf?: readonly Layer[];
  packages: readonly string[];
  node: readonly string[] | 'any';
}

/** Computing, not input or output. */
const NODE_PURE = ['node:crypto', 'node:util', 'node:zlib'];

/** What pages, actions and handlers are made of. */
const WEB = ['_frame', '_request', '_server', 'ui', 'wording', 'tramites', 'domain'] as const;

const TABLE: Partial<Record<Layer, Rule>> = {
  formats: { folders: ['formats'], packages: [], node: [] },
  domain: { folders: ['domain', 'formats'], packages: ['zod', 'libphonenumber-js'], node: [] },
  wording: { folders: ['wording', 'domain', 'formats'], packages: [], node: [] },
  ui: { folders: ['ui', 'wording', 'domain', 'formats'], packages: ['react', 'react-dom'], node: [] },
  infra: { folders: ['infra', 'domain', 'wording', 'formats'], packages: [], node: 'any' },
  tramites: {
    folders: ['tramites', 'domain', 'formats'],
    typesOf: ['infra', 'generated'],
    packages: ['zod'],
    node: NODE_PURE,
  },
  app: {
    folders: [...WEB, 'app'],
    packages: ['next', 'react', 'zod'],
    node: ['node:crypto'],
  },
  // An answer in plain text says by what it is found in the log, as a page does.
  _request: { folders: [...WEB, 'server'], packages: ['next', 'react', 'zod'], node: ['node:crypto', 'node:net'] },
  // A page that is not there says so to the server around Next.
  _frame: { folders: [...WEB, 'server'], packages: ['next', 'react'], node: [] },
  prisma: {
    folders: ['prisma', 'infra'],
    packages: ['prisma', 'pg', 'graphile-worker'],
    node: 'any',
  },
};

/** What a single folder may import beyond the table: each vendor's SDK in the folder that wraps it, and nowhere else. */
const EXTRA: Record<string, readonly string[]> = {
  'src/formats/csv': ['iconv-lite'],
  'src/infra/asn1': ['node-forge'],
  'src/infra/claves': [],
  'src/infra/clock': ['iso8601-duration'],
  'src/infra/correo': ['nodemailer', 'eta'],
  'src/infra/db': ['@prisma/adapter-pg', 'pg'],
  'src/infra/efirma': [],
  'src/infra/firma': [],
  'src/infra/env': ['zod'],
  'src/infra/http': [],
  'src/infra/limite': ['rate-limiter-flexible', 'pg'],
  'src/infra/logger': ['pino'],
  'src/infra/metricas': ['prom-client'],
  'src/infra/ocsp': [],
  'src/infra/pades': [],
  'src/infra/parts': [],
  'src/infra/pdf': ['pdfkit', 'fontkit', 'uqr'],
  'src/infra/queue': ['graphile-worker', 'pg'],
  'src/infra/sello': [],
  'src/infra/sms': ['twilio'],
  'src/infra/trazas': [
    '@opentelemetry/api',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace-base',
    'pg',
  ],
  'src/infra/tsa': [],
  'src/infra/turnos': [],
  'src/infra/rebotes': ['mailparser'],
  'src/infra/zip': ['fflate'],
  'src/ui/efirma': ['@noble/ciphers', '@noble/hashes'],
};

/** Only here is the generated client more than a type. */
const CLIENT_IS_MADE_IN = 'src/infra/db/';

/** Trámites return facts: only these write a text, of an aviso, an acuse or the solicitud. */
const REDACTAN = ['aviso', 'acuse', 'representacion', 'solicitud', 'vigencia'].map(
  (folder) => `src/tramites/${folder}`,
);

const sources = listSources(['src', 'prisma']);

function layerOf(file: string): Layer {
  if (isTest(file)) return 'tests';
  const part = /^src\/app\/(_[a-z]+)\//.exec(file)?.[1];
  if (part) return LAYERS.find((layer) => layer === part) ?? 'elsewhere';
  if (/^src\/(proxy|instrumentation|worker)\.ts$/.test(file)) return 'root';
  const folder = file.startsWith('prisma/') ? 'prisma' : /^src\/([^/]+)\//.exec(file)?.[1];
  return LAYERS.find((layer) => layer === folder) ?? 'elsewhere';
}

function folderOf(file: string): string {
  return file.split('/').slice(0, 3).join('/');
}

function explainFault(source: Source, imported: Import): string | null {
  const rule = TABLE[layerOf(source.path)];
  if (!rule) return null;
  const { place, specifier, isType } = imported;
  const fault = `${place} imports ${isType ? 'the types of ' : ''}${specifier}`;
  return (imported.file ? isFolderAllowed(source, rule, imported) : isPackageAllowed(source, rule, imported))
    ? null
    : fault;
}

function isFolderAllowed({ path }: Source, { folders, typesOf = [] }: Rule, { file, isType }: Import): boolean {
  const layer = layerOf(file ?? '');
  if (layer === 'generated' && path.startsWith(CLIENT_IS_MADE_IN)) return true;
  if (layer === 'wording' && REDACTAN.includes(folderOf(path))) return true;
  return folders.includes(layer) || (isType && typesOf.includes(layer));
}

function isPackageAllowed({ path }: Source, { packages, node }: Rule, { package: name }: Import): boolean {
  if (name === null) return false;
  if (name.startsWith('node:')) return node === 'any' || node.includes(name);
  return [...packages, ...(EXTRA[folderOf(path)] ?? [])].includes(name);
}

describe('who may import whom', () => {
  it.each(Object.keys(TABLE) as Layer[])('%s keeps to its row of the table', (layer) => {
    const own = sources.filter((source) => layerOf(source.path) === layer);
    const faults = own.flatMap((source) =>
      importsOf(source).flatMap((imported) => explainFault(source, imported) ?? []),
    );
    expect(own).not.toEqual([]);
    expect(faults).toEqual([]);
  });

  it('trámites take words only to write a text, and whoever may does', () => {
    const wording = {
      specifier: '#wording/x.ts',
      isType: true,
      isLazy: false,
      file: 'src/wording/x.ts',
      package: null,
      place: '',
    };
    const fault = (path: string) => explainFault({ path, text: '', program: { type: '', start: 0, end: 0 } }, wording);
    expect(fault('src/tramites/soporte/x.ts')).toContain('#wording/x.ts');
    expect(fault('src/tramites/aviso/x.ts')).toBeNull();
    const used = sources.filter((source) => importsOf(source).some(({ file }) => file?.startsWith('src/wording/')));
    expect(REDACTAN.filter((folder) => !used.some(({ path }) => folderOf(path) === folder))).toEqual([]);
  });

  it('no file lies outside of the tree', () => {
    const strangers = sources.filter(({ path }) => layerOf(path) === 'elsewhere').map(({ path }) => path);
    expect(strangers).toEqual([]);
  });

  it('every folder of infra has its row, with the one thing that it wraps', () => {
    const folders = new Set(
      sources.map(({ path }) => folderOf(path)).filter((folder) => folder.startsWith('src/infra/')),
    );
    expect([...folders].filter((folder) => !(folder in EXTRA))).toEqual([]);
  });

  it('no row of the table is left over', () => {
    const used = new Set(
      sources.flatMap((source) => importsOf(source).map((from) => `${folderOf(source.path)} ${from.package}`)),
    );
    const rows = Object.entries(EXTRA).flatMap(([folder, packages]) => packages.map((name) => `${folder} ${name}`));
    expect(rows.filter((row) => !used.has(row))).toEqual([]);
  });
});

describe('who may be imported by whom', () => {
  const importersOf = (target: Layer) =>
    sources.flatMap((source) => {
      const from = importsOf(source).find(({ file }) => file !== null && layerOf(file) === target);
      return from && layerOf(source.path) !== target ? [`${from.place} ${from.specifier}`] : [];
    });
  const outsideOf = (importers: string[], allowed: RegExp) => importers.filter((importer) => !allowed.test(importer));

  it('the parts of app: by app, and by no other', () => {
    const others = [...importersOf('_frame'), ...importersOf('_request')];
    expect(outsideOf(others, /^src\/app\//)).toEqual([]);
  });

  it('demo: by the roots that never load it in produccion', () => {
    expect(outsideOf(importersOf('demo'), /^src\/(app\/_server\/|cli\/|instrumentation\.ts)/)).toEqual([]);
  });

  it('_server: by app and instrumentation', () => {
    expect(outsideOf(importersOf('_server'), /^src\/(app\/|instrumentation\.ts)/)).toEqual([]);
  });

  it('pages and commands: by nobody', () => {
    expect([...importersOf('app'), ...importersOf('cli')]).toEqual([]);
  });

  it('the worker: by its two starters', () => {
    const importers = sources.flatMap((source) =>
      importsOf(source).flatMap(({ file, place }) => (file === 'src/worker.ts' ? [place] : [])),
    );
    expect(outsideOf(importers, /^src\/(app\/_server\/start-portal\.ts|cli\/)/)).toEqual([]);
  });

  it('tests: by nothing that is delivered', () => {
    expect(importersOf('tests')).toEqual([]);
  });
});
