import { setTimeout as sleep } from 'node:timers/promises';
import type { Banco, Comparacion, Medida } from '../medida.ts';
import { activar, createSolicitante, entrar } from '../portal/activar-por-red.ts';
import { type Gasto, mapGasto, minus, readGasto } from '../portal/gasto.ts';
import { openProduccion, type Produccion } from '../portal/open-produccion.ts';
import { timeOnce } from '../stopwatch.ts';

/** Of an activation without pages, but for the one that says the mark of its forms. */
const METAS: Gasto = { portal: 100, worker: 50, base: 50, sentencias: 120, descargas: 25, bytes: 80 * 1024 };
const QUE: Record<keyof Gasto, [string, Comparacion['unit']]> = {
  portal: ['procesador del portal', 'ms'],
  worker: ['procesador del worker', 'ms'],
  base: ['procesador de la base', 'ms'],
  sentencias: ['sentencias, sin las que abren o cierran una transacción', 'veces'],
  descargas: ['descargas del registro al disco', 'veces'],
  bytes: ['bytes en la base', 'bytes'],
};
/** The first ones fill caches and files. */
const DE_CALENTAMIENTO = 3;
const A_LA_VEZ = 4;
const OCIO_MS = 4_000;
const MAYORES = 8;

export const activacion: Medida = {
  name: 'activacion',
  what: 'Una activación entera, sin páginas: ingreso, dos medios, sus pruebas y la firma',
  async prepare(banco) {
    const cuantas = banco.rapido ? 4 : 20;
    const produccion = await openProduccion(banco);
    await activateMany(produccion, 0, DE_CALENTAMIENTO);
    banco.progress(`${cuantas} activaciones`);
    const tablas = await readTablas(produccion);
    const { gasto, ms } = await activateMany(produccion, DE_CALENTAMIENTO, cuantas);
    const cada = mapGasto(gasto, (value) => value / cuantas);
    noteTablas(banco, tablas, await readTablas(produccion), cuantas);
    const commit = timeOnce(() => commitMany(produccion, cuantas));
    return [
      ...(Object.keys(METAS) as (keyof Gasto)[]).map((part) => compareWithMeta(cada, part)),
      {
        what: 'tiempo',
        unit: 'ms',
        own: { name: 'Buzón', sample: () => ms / cuantas },
        floors: [
          {
            name: 'una escritura y su descarga al disco',
            sample: async () => (await commit()) / cuantas,
            meta: { times: 1 / 0.15 },
          },
        ],
      },
    ];
  },
};

function compareWithMeta(cada: Gasto, part: keyof Gasto): Comparacion {
  const [what, unit] = QUE[part];
  const floors = [{ name: 'lo que se quiere', sample: () => METAS[part], meta: { times: 1 } }];
  return { what, unit, rounds: 1, own: { name: 'Buzón', sample: () => cada[part] }, floors };
}

/** Some at a time. @returns what they cost until nothing is left to do, but for what goes on anyway, and how long they themselves took. */
async function activateMany(produccion: Produccion, first: number, cuantas: number) {
  const before = await readGasto(produccion);
  const start = performance.now();
  for (let nth = first; nth < first + cuantas; nth += A_LA_VEZ) {
    const juntas = Math.min(A_LA_VEZ, first + cuantas - nth);
    await Promise.all(Array.from({ length: juntas }, (_, at) => activateOne(produccion, nth + at)));
  }
  const ms = performance.now() - start;
  await waitUntilIdle(produccion);
  const gasto = minus(await readGasto(produccion), before);
  const ocio = await measureOcio(produccion);
  const transcurrido = performance.now() - start - OCIO_MS;
  return { gasto: mapGasto(gasto, (value, part) => value - (ocio[part] * transcurrido) / OCIO_MS), ms };
}

async function activateOne(produccion: Produccion, nth: number): Promise<void> {
  const solicitante = await createSolicitante(produccion, nth);
  await activar(produccion, solicitante, await entrar(solicitante));
}

/** What portal and worker ask of the database, and spend, while nobody does anything. */
async function measureOcio(produccion: Produccion): Promise<Gasto> {
  const before = await readGasto(produccion);
  await sleep(OCIO_MS);
  return minus(await readGasto(produccion), before);
}

async function waitUntilIdle({ client }: Produccion): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ left: boolean }>(`
      SELECT EXISTS (SELECT FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts)
        OR EXISTS (SELECT FROM bitacora_pendiente) AS left`);
    // Counters of a connection reach the statistics within a second.
    await sleep(1_000);
    if (!rows[0]?.left) return;
  }
}

async function commitMany({ client }: Produccion, times: number): Promise<void> {
  await client.query('CREATE TABLE IF NOT EXISTS medida.una (n int)');
  for (let time = 0; time < times; time++) await client.query('INSERT INTO medida.una VALUES (1)');
}

async function readTablas({ client }: Produccion): Promise<Map<string, number>> {
  const { rows } = await client.query<{ name: string; bytes: number }>(`
    SELECT oid::regclass::text AS name, pg_total_relation_size(oid)::float8 AS bytes FROM pg_class
    WHERE relkind = 'r' AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`);
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

function noteTablas(banco: Banco, before: Map<string, number>, after: Map<string, number>, cuantas: number): void {
  const grown = [...after].map(([name, bytes]) => ({ name, kb: (bytes - (before.get(name) ?? 0)) / cuantas / 1024 }));
  const mayores = grown.sort((a, b) => b.kb - a.kb).slice(0, MAYORES);
  banco.note(`KiB de cada activación: ${mayores.map(({ name, kb }) => `${name} ${Math.round(kb)}`).join(', ')}`);
}
