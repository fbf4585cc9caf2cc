import { describe, expect, it } from 'vitest';
import { exportedFunctions, exportedValues, type Fn, functionsThatSay } from './functions.ts';
import { importsOf } from './imports.ts';
import { OPEN_ACTIONS, ROUTES } from './routes.ts';
import { directivesOf, isNode, listSources, type Node, nameOf, parseFile, type Source } from './source.ts';

const app = listSources(['src/app']);
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A title that says what the address says: whoever asks for it has it already. */
const OF_ADDRESS = /^export const generateMetadata = tituloDeFolio\('[^']+'(, \{ robots: \{ index: false \} \})?\);$/m;

interface Entrance {
  route: string;
  source: Source;
  fn: Fn;
}

/** Whatever a browser reaches by an address: the default export of a page, the methods of a handler. */
const entrances: Entrance[] = app.flatMap((source) => {
  const [, folders, kind] = /^src\/app(.*)\/(page|route)\.tsx?$/.exec(source.path) ?? [];
  if (folders === undefined) return [];
  const route = folders.replace(/\/\([^)]+\)/g, '') || '/';
  const names = kind === 'page' ? ['default', 'generateMetadata'] : METHODS;
  return [...exportedFunctions(source), ...exportedValues(source).map((name) => opaque(source, name))]
    .filter(({ name }) => names.includes(name) && !(name === 'generateMetadata' && OF_ADDRESS.test(source.text)))
    .map((fn) => ({ route, source, fn }));
});

/** An entrance whose code is elsewhere: nothing can be said of it, so it passes no check. */
function opaque({ path }: Source, name: string): Fn {
  return { name, place: path, isAsync: false, text: '', statements: [], lines: 0 };
}

const actions = app.flatMap((source) => {
  const isFile = directivesOf(source.program.body).includes('use server');
  const fns = isFile ? exportedFunctions(source) : functionsThatSay(source, 'use server');
  return fns.map((fn) => ({ source, fn }));
});

describe('addresses', () => {
  it('are all in the table of routes, and no other', () => {
    const routes = new Set(entrances.map(({ route }) => route));
    expect([...routes].sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('whose title is of the address alone tell nothing else by it', () => {
    expect(app.filter(({ text }) => OF_ADDRESS.test(text)).length).toBeGreaterThan(5);
    const imported = importsOf(parseFile('src/app/_request/titulo-de-folio.ts')).map(({ specifier }) => specifier);
    expect(imported).toEqual(['next', '#domain/folio.ts']);
  });

  it('are read by parseBusqueda alone: what comes after the question mark may be anything', () => {
    const pages = app.filter(({ path, text }) => path.endsWith('/page.tsx') && text.includes('searchParams'));
    expect(pages.length).toBeGreaterThan(15);
    const read = /parseBusqueda\(searchParams, \[|searchParams: Busqueda\b|\{ (params, )?searchParams \}/g;
    expect(pages.filter(({ text }) => text.replace(read, '').includes('searchParams')).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('under (buzon) are for a titular, and the others are not there', () => {
    const misplaced = entrances.filter(
      ({ route, source }) => (ROUTES[route]?.quien === 'titular') !== source.path.startsWith('src/app/(buzon)/'),
    );
    expect(misplaced.map(({ fn }) => fn.place)).toEqual([]);
  });

  it('for a titular ask for one first', () => {
    expect(
      reach('titular')
        .filter(({ fn }) => !asksForTitular(fn))
        .map(({ fn }) => fn.place),
    ).toEqual([]);
  });

  it('under (soporte) are for the staff, but for their sign-in, and the others are not there', () => {
    const misplaced = entrances.filter(
      ({ route, source }) =>
        route !== '/soporte/ingresar' &&
        (ROUTES[route]?.quien === 'soporte') !== source.path.startsWith('src/app/(soporte)/'),
    );
    expect(misplaced.map(({ fn }) => fn.place)).toEqual([]);
  });

  it('for the staff ask first for a member whose role may do what the table says', () => {
    const faults = reach('soporte').filter(({ route, fn }) => {
      const acceso = ROUTES[route];
      return acceso?.quien === 'soporte' && permisoAskedBy(fn) !== acceso.permiso;
    });
    expect(faults.map(({ fn }) => fn.place)).toEqual([]);
  });

  it('of the demo go through the door that is shut in produccion', () => {
    const exported = exportedFunctions(parseFile('src/app/_server/demo.ts'));
    const doors = exported.filter(({ name }) => name !== 'requireDemo');
    const unguarded = doors.filter(({ statements: [first = ''] }) => !/\brequireDemo\(\)/.test(first));
    const outside = reach('demo').filter(({ fn }) => !doors.some(({ name }) => fn.text.includes(`${name}(`)));
    expect(unguarded.map(({ place }) => place)).toEqual([]);
    expect(outside.map(({ fn }) => fn.place)).toEqual([]);
  });

  it('for anybody check what they say that they check, before any trámite', () => {
    const faults = reach('cualquiera').filter(({ route, source, fn }) => {
      const acceso = ROUTES[route];
      return acceso?.quien === 'cualquiera' && acceso.guard && !isGuarded(source, fn, acceso.guard);
    });
    expect(faults.map(({ fn }) => fn.place)).toEqual([]);
  });

  it('opened with GET call no trámite whose verb changes something, but for the record that a link was opened', () => {
    const record = '#tramites/medio-de-contacto/record-apertura.ts';
    const writers =
      /^#tramites\/.*\/(register|validate|sign|cancel|settle|record|send|create|issue|consume|add|store|file|reply|take|answer|close)-/;
    const faults = entrances
      .filter(({ fn }) => fn.name === 'GET' || fn.name === 'default')
      .flatMap(({ source }) =>
        importsOf(source).filter(({ specifier, isType }) => !isType && specifier !== record && writers.test(specifier)),
      );
    expect(faults.map(({ place, specifier }) => `${place} ${specifier}`)).toEqual([]);
  });

  function reach(quien: string): Entrance[] {
    return entrances.filter(({ route }) => ROUTES[route]?.quien === quien);
  }
});

describe('server actions', () => {
  it('are async functions, and nothing else is exported beside them', () => {
    const files = app.filter(({ program }) => directivesOf(program.body).includes('use server'));
    expect(files.flatMap((source) => exportedValues(source).map((name) => `${source.path} ${name}`))).toEqual([]);
    expect(actions.filter(({ fn }) => !fn.isAsync).map(({ fn }) => fn.place)).toEqual([]);
  });

  it('ask first for the titular or staff member whose form it is, each in their folder, or are listed as open', () => {
    const faults = actions.filter(({ source, fn }) => {
      const isOfStaff = source.path.startsWith('src/app/(soporte)/');
      return !(fn.name in OPEN_ACTIONS) && !(isOfStaff ? asksForSoporteOfForm(fn) : asksForTitularOfForm(fn));
    });
    expect(faults.map(({ fn }) => `${fn.place} ${fn.name}`)).toEqual([]);
  });

  it('open to anybody, yet of a page of whoever is signed in, look first whether it is still theirs', () => {
    const ofPages = actions.filter(({ source }) => source.path.startsWith('src/app/_frame/'));
    expect(ofPages).toHaveLength(2);
    expect(ofPages.filter(({ fn }) => fn.statements[0] !== 'const otra = await findOtraSesion(marca);')).toEqual([]);
  });

  it('open to anybody check what they say that they check, before any trámite', () => {
    const open = actions.filter(({ fn }) => fn.name in OPEN_ACTIONS);
    const faults = open.filter(({ source, fn }) => !isGuarded(source, fn, OPEN_ACTIONS[fn.name]?.guard ?? ''));
    expect(faults.map(({ fn }) => `${fn.place} ${fn.name}`)).toEqual([]);
    expect(open.map(({ fn }) => fn.name).sort()).toEqual(Object.keys(OPEN_ACTIONS).sort());
  });
});

it('no layout, component or proxy seems to decide who may enter: nobody can rely on it by mistake', () => {
  const others = [...app, ...listSources(['src/ui'])].filter(({ path }) => /layout\.tsx$|^src\/ui\//.test(path));
  const faults = [...others, parseFile('src/proxy.ts')].filter(({ text }) =>
    /requireTitular|contextoDeTitular|requireSoporte|contextoDeSoporte/.test(text),
  );
  expect(faults.map(({ path }) => path)).toEqual([]);
});

describe('forms of whoever is signed in', () => {
  it('that a handler takes are of its session, or it does nothing', () => {
    const posts = entrances.filter(
      ({ fn, route }) => fn.name === 'POST' && (route === '/salir' || takesSession(route)),
    );
    expect(posts.map(({ route }) => route).sort()).toEqual([
      '/buzon/medios-de-contacto/nuevo/registros-patronales/sin-cupo.csv',
      '/salir',
    ]);
    expect(posts.filter(({ source, fn }) => !isGuarded(source, fn, 'await findOtraSesion('))).toEqual([]);
  });

  it('are of one component, which carries whose they are: only what asks is written as a plain form', () => {
    const faults = [...app, ...listSources(['src/ui'])].flatMap(({ path, text }) =>
      [...text.matchAll(/<form\s[^>]*>/g)].flatMap(([tag]) => (/method="get"/.test(tag) ? [] : [`${path} ${tag}`])),
    );
    expect(faults).toEqual(['src/ui/components/formulario/formulario.tsx <form {...form}>']);
  });

  function takesSession(route: string): boolean {
    return ['titular', 'soporte'].includes(ROUTES[route]?.quien ?? '');
  }
});

/** Whether an action begins with the context of the titular whose form, or page, it came from. */
function asksForTitularOfForm({ statements: [first = '', second = ''] }: Fn): boolean {
  if (/^const \w+ = await requireTitularDe\('[A-Z_]+', formData\);$/.test(first)) return true;
  if (/^const titular = await titularDe\('[A-Z_]+', formData\);$/.test(first)) return true;
  return (
    /^const titular = await titularQueFirma\('[A-Z_]+', marca\);$/.test(first) &&
    /^if \(!titular.ok\) return\b/.test(second)
  );
}

/** The same of the staff, with what their role is asked for. */
function asksForSoporteOfForm({ statements: [first = '', second = ''] }: Fn): boolean {
  if (first === 'await leaveOtraSesion(marca);') return permisoAskedBy({ statements: [second] }) !== undefined;
  return /^const \w+ = await (requireSoporteDe|soporteDe)\('[A-Z]+', formData\);$/.test(first);
}

function asksForTitular({ statements: [first = '', second = ''] }: Pick<Fn, 'statements'>): boolean {
  if (/^const \w+ = await requireTitular\('[A-Z_]+'\);$/.test(first)) return true;
  const ctx = /^const (\w+) = await contextoPara\('[A-Z_]+'\);$/.exec(first)?.[1];
  return ctx !== undefined && new RegExp(`^if \\(!${ctx}\\) (return|throw|redirect|notFound)\\b`).test(second);
}

/** What a function of the staff asks of the member's role before anything else. */
function permisoAskedBy({ statements: [first = ''] }: Pick<Fn, 'statements'>): string | undefined {
  return /^const \w+ = await requireSoporte\('([A-Z]+)'\);$/.exec(first)?.[1];
}

/** Whether the guard stands in the function, before everything that it has of tramites/. */
function isGuarded(source: Source, { text }: Fn, guard: string): boolean {
  const at = text.indexOf(guard);
  const uses = tramitesOf(source).map((name) => text.indexOf(`${name}(`));
  return at >= 0 && uses.every((use) => use < 0 || at < use);
}

function tramitesOf({ program }: Source): string[] {
  const imports = (program.body as Node[]).filter(
    ({ type, importKind, source }) =>
      type === 'ImportDeclaration' && importKind !== 'type' && nameOf(source)?.startsWith('#tramites/'),
  );
  return imports.flatMap(({ specifiers }) =>
    (specifiers as Node[]).flatMap(({ local }) => (isNode(local) ? (nameOf(local) ?? []) : [])),
  );
}

it('what an action was sent is read so that what no page sends is told apart from a fault of ours', () => {
  const actions = app.filter(({ text }) => /^'use server';/m.test(text));
  expect(actions.length).toBeGreaterThan(10);
  const bare = actions.filter(({ text }) => /(?:Schema|\))\.parse\(/.test(text));
  expect(bare.map(({ path }) => path)).toEqual([]);
});

it('no style stands in an element: the policy of the pages refuses it', () => {
  const guilty = [...app, ...listSources(['src/ui'])].filter(({ text }) => /<[A-Za-z][^<>]*\sstyle=\{/.test(text));
  expect(guilty.map(({ path }) => path)).toEqual([]);
});
