import { existsSync, readdirSync } from 'node:fs';

/** Moments at which dates go wrong, each on a machine of another zone, language and Node. */
const MOMENTOS = [
  ['five years from now', () => addYears(new Date(), 5), 'Asia/Kolkata', 'tr_TR.UTF-8', 24],
  ['29 February', () => new Date('2028-02-29T23:30:00Z'), 'America/Tijuana', 'de_DE.UTF-8', 22],
  ['half a minute before the year ends in Central time', endOfYear, 'Pacific/Auckland', 'ar_EG.UTF-8', 24],
  [
    'the hour that the United States skip',
    () => new Date('2027-03-14T09:59:30Z'),
    'America/Tijuana',
    'es_MX.UTF-8',
    22,
  ],
];

/** What of the tests lives by dates, deadlines and the queue, and needs no program that a machine may lack. */
export const CLOCK_TESTS = [
  'src/domain/dia',
  'src/domain/fecha',
  'src/domain/folio',
  'src/domain/medio-de-contacto/plazo',
  'src/infra/clock',
  'src/ui/tablero',
  'tests/integration/arranque/mover-cola',
  'tests/integration/medio-de-contacto/validate-correo',
  'tests/integration/robustez/periodic-jobs',
  'tests/integration/sesion',
  'tests/integration/soporte/consult-folio',
  'tests/integration/tablero/read-tablero',
];

/** Null where Debian's `faketime` is not installed. */
export function listMoments() {
  const library = findLibrary();
  return MOMENTOS.map(([nombre, at, zona, idioma, node]) => ({
    nombre,
    node,
    makeEnv: () => library && envOf(library, at(), zona, idioma),
  }));
}

function envOf(library, at, zona, idioma) {
  const seconds = Math.round((at.getTime() - Date.now()) / 1000);
  return {
    LD_PRELOAD: library,
    FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}`,
    // What waits for a while waits by this clock, which never was a date.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    // For a fault of old C libraries that is not in ours; with it, whoever waits with a limit turns round all the while.
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
    TZ: zona,
    LANG: idioma,
    LC_ALL: idioma,
  };
}

function findLibrary() {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/faketime`) : [];
  return folders.map((folder) => `${folder}/libfaketimeMT.so.1`).find(existsSync) ?? null;
}

function addYears(date, years) {
  return new Date(new Date(date).setUTCFullYear(date.getUTCFullYear() + years));
}

/** Of this year: Central time is six hours behind, all year round. */
function endOfYear() {
  return new Date(Date.UTC(new Date().getUTCFullYear() + 1, 0, 1, 5, 59, 30));
}
