import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '#cli/prepare.mjs';
import { runCommand } from '#cli/run-command.mjs';
import { CLOCK_TESTS, listMoments } from './other-day.mjs';
import { findNode } from './other-node.mjs';

const AYUDA = `npm test

Instala lo que falte y revisa tipos y estilo, pruebas de unidad y de integración (con PostgreSQL, SMTP y HTTP de verdad) y los
pasos de la guía en un navegador. No necesita ningún servicio ni puerto. Termina con «N passed, N failed».

  npm test -- folio acuse       sólo las pruebas sin navegador cuyo archivo tiene una de esas palabras en su nombre
  npm test -- --todo            todas; es lo que corre en integración continua
  npm test -- --solo vitest     una sola parte (se puede repetir): tipos, estilo, vitest, guia, procesos, navegador, reloj, nodo,
                                fallas, aparte o larga
  npm test -- --solo navegador enlace

«guia» son los pasos de la guía en el navegador de escritorio, y «navegador» todo lo que se hace en él, también en un teléfono;
«procesos», lo que arranca, detiene y respalda procesos enteros; «reloj» repite lo que depende de fechas en otros días, zonas e
idiomas, con el «faketime» de Debian, y en Node 22 y 24; «nodo», el recorrido de quien activa su Buzón, en Node 24 y por
PgBouncer; «fallas», unas cuantas de las de «npm run fallas», en dos minutos. Sólo si se piden: «aparte», el recorrido en Firefox y
WebKit de Debian y las páginas frente a sus retratos y ante Lighthouse, y «larga», lo que tarda muchos minutos.

  npm test -- --momento 0       todas, en uno de esos días (0, 1, 2…)`;

const SALIDA = path.join(ROOT, 'tests/.salida');
const PLAYWRIGHT = 'tests/playwright.config.ts';

/** What a titular does, step by step, and who looks after them. */
const GUIA =
  `activacion aclaraciones cuenta-de-pasos efirma-rechazada enlace medios paginas registros-patronales representantes
  sesion setenta-y-dos-horas sin-javascript soporte-folio soporte-ingreso teclado verificar`
    .split(/\s+/)
    .map((name) => `e2e/${name}.spec`);

const PARTS = {
  tipos: checkTypes,
  estilo: checkStyle,
  vitest: runVitest,
  guia: runGuia,
  procesos: runProcesos,
  navegador: runPlaywright,
  reloj: runReloj,
  nodo: runNodo,
  fallas: runFallas,
  aparte: runAparte,
  larga: runLarga,
};

const SIEMPRE = ['tipos', 'estilo', 'vitest'];
const TODAS = [...SIEMPRE, 'procesos', 'navegador'];

const opciones = {
  solo: { type: 'string', multiple: true },
  todo: { type: 'boolean', default: Boolean(process.env.CI) },
  momento: { type: 'string' },
};

await runCommand({ ayuda: AYUDA, opciones, allowPositionals: true }, ({ solo, todo, momento }, palabras) => {
  const whole = todo ? [...TODAS, 'reloj', 'nodo', 'fallas'] : [...SIEMPRE, 'guia'];
  const wanted = solo ?? (palabras.length > 0 ? ['vitest'] : momento ? TODAS : whole);
  if (wanted.every((name) => name in PARTS)) {
    mkdirSync(SALIDA, { recursive: true });
    if (momento) moveClock(listMoments()[Number(momento)]);
    conclude(wanted.flatMap((name) => runPart(name, palabras)));
  } else {
    console.error(`--solo es una de: ${Object.keys(PARTS).join(', ')}`);
    process.exitCode = 1;
  }
});

/** All that runs from here on, the database and the browser too, is at that moment. */
function moveClock({ nombre, makeEnv }) {
  const env = makeEnv();
  if (!env) throw new Error('faketime is not installed');
  console.log(`> ${nombre}: ${env.FAKETIME} s, ${env.TZ}, ${env.LANG}`);
  Object.assign(process.env, env);
}

function runPart(name, palabras) {
  const since = Date.now();
  const summaries = [PARTS[name](palabras)].flat();
  const [first] = summaries;
  return [{ ...first, tells: `${name} took ${Math.round((Date.now() - since) / 1000)} s` }, ...summaries.slice(1)];
}

function conclude(summaries) {
  for (const { tells } of summaries) if (tells) console.log(tells);
  const skipped = summaries.flatMap((summary) => summary.skipped);
  const refused = process.env.CI ? skipped.filter((reason) => !isExcused(reason)) : [];
  for (const name of summaries.flatMap(({ flaky = [] }) => flaky))
    console.log(`passed only when it ran again: ${name}`);
  for (const name of summaries.flatMap(({ failures = [] }) => failures)) console.error(`failed: ${name}`);
  for (const reason of skipped) console.log(`skipped: ${reason}`);
  for (const reason of refused) console.error(`In CI nothing may be skipped: ${reason}`);
  const passed = sum(summaries.map((summary) => summary.passed));
  const failed = sum(summaries.map((summary) => summary.failed)) + refused.length;
  const rest = skipped.length - refused.length;
  console.log(`\n${passed} passed, ${failed} failed${rest > 0 ? `, ${rest} skipped` : ''}`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

/** The one tool that cannot be installed: material that lies beside the repository on some machines only. */
function isExcused(reason) {
  return /\bshared\b/.test(reason) && !existsSync(path.join(ROOT, '..', 'shared'));
}

function checkTypes() {
  // Writes next-env.d.ts and the types of the routes, which a fresh clone lacks.
  const isReady = run('next/dist/bin/next', ['typegen']);
  return asOne(isReady && run('typescript/bin/tsc', ['--noEmit']));
}

function checkStyle() {
  return asOne(run('@biomejs/biome/bin/biome', ['check', '--config-path', '.biome.json', '.']));
}

/** The database and all that the tests start are moved with them. */
function runReloj() {
  return listMoments().map(({ nombre, node, makeEnv }) => {
    const env = makeEnv();
    if (!env) return { passed: 0, failed: 0, skipped: [`${nombre} (without faketime)`] };
    console.log(`\n> ${nombre}: ${env.FAKETIME} s, ${env.TZ}, ${env.LANG}, Node ${node}`);
    return runVitest(CLOCK_TESTS, env, findNode(node));
  });
}

/** The walk that a titular takes, in a portal that is built and runs under the newest Node, and reaches its database through PgBouncer. */
function runNodo() {
  return runPlaywright(['--project=pooler'], findNode(24));
}

function runFallas() {
  const runIt = () => spawn(process.execPath, ['tests/fallas/fallas.mjs', '--corta']);
  const readIt = () => runAndRead(path.join(SALIDA, 'fallas.json'), runIt, (json) => json);
  const first = readIt();
  // As in the browser: what was only late, on a machine that others keep busy, is told, and late again is a failure.
  const late = [...(first.failures ?? []), ...first.skipped].filter((each) => !/perdidos|duplicados/.test(each));
  const isOnlyLate = late.length > 0 && late.length === first.failed + first.skipped.length;
  return process.env.CI && isOnlyLate ? { ...readIt(), flaky: late } : first;
}

/** What takes minutes is run where a word asks for it, or by itself. */
function runVitest(files = [], env = {}, node = process.execPath) {
  if (files.length > 0) return runProjects(files, env, node);
  // Commands that the build has compiled start in half the time.
  if (!spawn(node, ['src/cli/build.mjs'], env)) return asOne(false);
  return runProjects(['--project=unit', '--project=integration*'], env, node);
}

function runProcesos(files = []) {
  // Half of their time they wait for one another's processes.
  return runProjects(['--project=procesos', '--maxWorkers=4', ...files]);
}

function runLarga() {
  return runProjects(['--project=larga']);
}

function runProjects(chosen, env = {}, node = process.execPath) {
  const report = path.join(SALIDA, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=./tests/support/resumen.ts'];
  return runAndRead(
    report,
    () => run('vitest/vitest.mjs', ['run', '--config', 'tests/vitest.config.ts', ...reporters, ...chosen], env, node),
    (json) => json,
  );
}

function runAparte() {
  return runPlaywright(['otros-navegadores', 'retratos', 'lighthouse'], process.execPath, {
    BUZON_PRUEBAS_APARTE: '1',
  });
}

function runGuia(words = []) {
  return runPlaywright(['--project=escritorio', ...(words.length > 0 ? words : GUIA)]);
}

function runPlaywright(words = [], node = process.execPath, more = {}) {
  if (!existsSync(path.join(ROOT, PLAYWRIGHT))) return { passed: 0, failed: 0, skipped: [] };
  const report = path.join(SALIDA, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...more };
  // On a machine that others keep busy a browser may be late once: it is told, and only failing again is a failure.
  const again = process.env.CI ? ['--retries=1'] : [];
  const projects = words.some((word) => word.startsWith('--project'))
    ? []
    : ['--project=escritorio', '--project=telefono'];
  const args = ['test', '--config', PLAYWRIGHT, '--reporter=list,json', ...again, ...projects, ...words];
  return runAndRead(report, () => run('@playwright/test/cli.js', args, env, node), readPlaywright);
}

function readPlaywright({ suites, errors }) {
  const tests = suites.flatMap(function list(suite) {
    const own = suite.specs.flatMap((spec) =>
      spec.tests.map((test) => ({ ...test, name: `${suite.title} ${spec.title}` })),
    );
    return [...own, ...(suite.suites ?? []).flatMap(list)];
  });
  const reasonOf = ({ annotations }) => annotations.map(({ description = '' }) => description).join(' ');
  return {
    passed: tests.filter(({ status }) => status === 'expected' || status === 'flaky').length,
    failed: tests.filter(({ status }) => status === 'unexpected').length + errors.length,
    failures: tests.filter(({ status }) => status === 'unexpected').map(({ name }) => name),
    skipped: tests.filter(({ status }) => status === 'skipped').map((test) => `${test.name} ${reasonOf(test)}`),
    flaky: tests.filter(({ status }) => status === 'flaky').map(({ name }) => name),
  };
}

/** A run that fails and yet counts no failure, or leaves no report, has failed as such. */
function runAndRead(report, runIt, read) {
  rmSync(report, { force: true });
  const isGood = runIt();
  if (!existsSync(report)) return asOne(false);
  const summary = read(JSON.parse(readFileSync(report, 'utf8')));
  return isGood || summary.failed > 0 ? summary : { ...summary, failed: 1, failures: ['the run as such, see above'] };
}

function run(script, args, env = {}, node = process.execPath) {
  console.log(`\n> ${script.split('/').find((part) => !part.startsWith('@'))} ${args.join(' ')}`);
  return spawn(node, [path.join(ROOT, 'node_modules', script), ...args], env);
}

function spawn(node, args, env) {
  const own = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env };
  return spawnSync(node, args, { cwd: ROOT, stdio: 'inherit', env: own }).status === 0;
}

function asOne(isGood) {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: [] };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
