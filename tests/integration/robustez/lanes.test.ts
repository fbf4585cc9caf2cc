import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LANES, laneOf } from '#domain/tarea/lanes.ts';
import { createPool } from '#infra/db/connection.ts';
import { indexLanes } from '#infra/queue/index-lanes.ts';
import { type Queue, runQueue } from '#infra/queue/run-queue.ts';
import { createAviso } from '#tramites/aviso/create-aviso.ts';
import { EnvioPendiente } from '#tramites/aviso/send-aviso.ts';
import { addMedioValidado, createEscenario } from '../../support/escenario.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const TAREAS = LANES.flatMap(({ tasks }) => [...tasks]);
const MUCHAS = 100_000;

let pool: pg.Pool;
let queue: Queue | null;
/** What ends the jobs that wait. */
let release: () => void;
let released: Promise<void>;
/** Providers that are left alone. */
let shut: string[];
beforeEach(async () => {
  await testDb();
  pool = createPool(testDatabaseUrl(), { max: 2 });
  await indexLanes(pool);
  queue = null;
  shut = [];
  released = new Promise((resolve) => {
    release = resolve;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  release();
  await queue?.stop();
  await pool.end();
});

/** Due jobs, the oldest first, with a priority other than their lane's where a version without lanes left them. */
async function leave(tarea: string, cuantas: number, options: { priority?: number; flags?: string[] } = {}) {
  const { priority = priorityOf(tarea), flags = null } = options;
  await pool.query(
    `INSERT INTO graphile_worker._private_jobs (task_id, payload, priority, run_at, flags)
     SELECT id, json_build_object('n', n, 'flags', $4::text[]), $3, now() - interval '1 hour' + n * interval '1 ms',
            (SELECT jsonb_object_agg(flag, true) FROM unnest($4::text[]) flag)
     FROM graphile_worker._private_tasks, generate_series(1, $2::int) n WHERE identifier = $1`,
    [tarea, cuantas, priority, flags],
  );
}

function priorityOf(tarea: string): number {
  return laneOf(LANES, tarea)?.priority ?? 0;
}

/** Every job waits until `release`, but those of `prontas`; tells which began, in their order. */
function start(...prontas: string[]): string[] {
  const begun: string[] = [];
  const handle = (tarea: string) => async (payload: { n: number; flags?: string[] | null }) => {
    begun.push(`${tarea} ${payload.flags?.join(' ') ?? payload.n}`);
    if (!prontas.includes(tarea)) await released;
  };
  queue = runQueue({
    connectionString: testDatabaseUrl(),
    lanes: LANES,
    periodic: {},
    shut: () => shut,
    log: { warn: () => undefined, error: () => undefined, debug: () => undefined } as never,
    handlers: Object.fromEntries(TAREAS.map((tarea) => [tarea, handle(tarea)])),
  });
  return begun;
}

describe('hands of their own', () => {
  it.each(LANES.map(({ tasks }) => tasks[0]))('%s starts though every other job waits and none ends', async (tarea) => {
    const lane = laneOf(LANES, tarea);
    const others = LANES.filter((each) => each !== lane).flatMap(({ tasks }) => [...tasks]);
    for (const other of others) await leave(other, 50);
    const begun = start();
    const handsOfOthers = LANES.filter((each) => each !== lane).reduce((sum, { hands }) => sum + hands, 0);
    await expect.poll(() => begun.length).toBe(handsOfOthers);
    await leave(tarea, 1);
    await expect.poll(() => begun).toContain(`${tarea} 1`);
  });

  it('a code goes before messages of a version without lanes, which are sent as well', async () => {
    await leave('enviar-aviso', 200, { priority: 0 });
    await pool.query(`SELECT graphile_worker.add_job('enviar-aviso', '{"n":0}', priority => $1)`, [
      priorityOf('enviar-aviso'),
    ]);
    const begun = start('enviar-aviso');
    await expect.poll(() => begun.length).toBe(201);
    expect(begun.slice(0, 12)).toContain('enviar-aviso 0');
  });
});

describe('room of its own', () => {
  const LENTO = ['correo', '@lento.example'];
  const count = (begun: string[], flags: string[]) =>
    begun.filter((each) => each === `enviar-aviso ${flags.join(' ')}`).length;

  it('a domain, and then a whole provider, that never answers holds no hand of another', async () => {
    await leave('enviar-aviso', 300, { flags: LENTO });
    const begun = start();
    await expect.poll(() => begun.length).toBe(3);
    await leave('enviar-aviso', 100, { flags: ['correo', '@otro.example'] });
    await leave('enviar-aviso', 100, { flags: ['correo', '@tercero.example'] });
    await expect.poll(() => begun.length).toBe(6);
    await leave('enviar-aviso', 2, { flags: ['sms'] });
    await expect.poll(() => count(begun, ['sms'])).toBe(2);
    expect(begun).toHaveLength(8);
    expect(count(begun, LENTO)).toBe(3);
    const { rows } = await pool.query(
      'SELECT max(attempts)::int AS n FROM graphile_worker.jobs WHERE locked_at IS NULL',
    );
    expect(rows, 'what found no room was not tried').toEqual([{ n: 0 }]);
  });

  it('a number that never answers holds no hand of another', async () => {
    const MUDO = ['sms', '#5678'];
    await leave('enviar-aviso', 20, { flags: MUDO });
    const begun = start();
    await expect.poll(() => begun.length).toBe(2);
    await leave('enviar-aviso', 2, { flags: ['sms', '#4321'] });
    await expect.poll(() => count(begun, ['sms', '#4321'])).toBe(2);
    expect(count(begun, MUDO)).toBe(2);
  });

  it('a provider that is left alone gets nothing, and what waits is taken once it is back', async () => {
    shut = ['correo'];
    await leave('enviar-aviso', 20, { flags: LENTO });
    await leave('enviar-aviso', 1, { flags: ['sms'] });
    const begun = start('enviar-aviso');
    await expect.poll(() => count(begun, ['sms'])).toBe(1);
    expect(count(begun, LENTO)).toBe(0);
    shut = [];
    await expect.poll(() => count(begun, LENTO)).toBe(20);
  });
});

it('a job is not tried again before what it was told to wait for', async () => {
  await leave('enviar-aviso', 1);
  queue = runQueue({
    connectionString: testDatabaseUrl(),
    lanes: LANES,
    periodic: {},
    log: { warn: () => undefined, error: () => undefined, debug: () => undefined } as never,
    handlers: { 'enviar-aviso': async () => Promise.reject(new EnvioPendiente('later', 600_000)) },
  });
  const wait = async () => {
    const { rows } = await pool.query(
      `SELECT attempts::int, locked_at IS NULL AND run_at > now() + interval '590 s' AS waits FROM graphile_worker.jobs`,
    );
    return rows;
  };
  await expect.poll(wait).toEqual([{ attempts: 1, waits: true }]);
});

describe('a message', () => {
  it('is in the lane of what it is, and known by one key', async () => {
    const escenario = await createEscenario(await testDb());
    const titular = await escenario.enter();
    const { ctx } = titular;
    const { id: certificadoId } = await ctx.db.certificado.findFirstOrThrow();
    const destino = { mecanismo: 'TELEFONO', valor: '+525512345678', valorComparable: '+525512345678' } as const;
    const { titularId } = ctx.actor;
    await addMedioValidado(titular, 'TELEFONO', destino.valor);
    await ctx.db.$transaction((tx) =>
      createAviso(tx, ctx, [{ titularId, tipo: 'EFIRMA_NUEVA', certificadoId, destino }]),
    );
    const { rows } = await pool.query('SELECT task_identifier, priority, key, flags FROM graphile_worker.jobs');
    expect(rows).toEqual([
      {
        task_identifier: 'enviar-noticia',
        priority: -20,
        key: expect.stringMatching(/^enviar-aviso:/),
        flags: { sms: true, '#5678': true },
      },
    ]);
  });
});

interface Plan {
  'Node Type': string;
  'Index Name'?: string;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

interface Statement {
  text: string;
  values: unknown[];
}

/** What the library asks for a job with, as it asks it for each lane. */
async function statements(): Promise<Statement[]> {
  const asked = new Map<string, Statement>();
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [config] = args as [{ text?: string; name?: string; values?: unknown[] }];
    if (config.text?.startsWith('with j as')) {
      expect(config.name, 'a prepared statement may be planned for any task').toBeUndefined();
      const { text, values = [] } = config;
      asked.set([...(values[1] as number[])].sort().join(), { text, values });
    }
    return query.apply(this, args);
  } as never);
  start();
  await expect.poll(() => asked.size).toBe(LANES.length);
  release();
  await queue?.stop();
  queue = null;
  vi.restoreAllMocks();
  return [...asked.values()];
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

describe('to look for a job', () => {
  it.each(['before', 'after'])(
    'reads no job of another lane, be they many: %s the tables are analysed',
    async (when) => {
      const asked = await statements();
      for (const tarea of ['enviar-noticia', 'cancelar-medio', 'emitir-acuse']) await leave(tarea, MUCHAS);
      await leave('enviar-aviso', 1);
      if (when === 'after') await pool.query('ANALYZE graphile_worker._private_jobs');
      const client = await pool.connect();
      for (const { text, values } of asked) {
        await client.query('BEGIN');
        const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
        await client.query('ROLLBACK');
        const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan);
        const used = nodes.map((node) => node['Index Name']).filter((name) => name !== undefined);
        expect(used).toContainEqual(expect.stringMatching(/^lane_/));
        expect(used).not.toContain('jobs_main_index');
        expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
        expect(nodes.reduce((sum, node) => sum + (node['Rows Removed by Filter'] ?? 0), 0)).toBe(0);
      }
      client.release();
    },
  );
});
