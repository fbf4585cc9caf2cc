import { beforeEach, expect, it } from 'vitest';
import { type Contexto, lockTitular } from '#tramites/contexto.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { cancelEveryMedioVencido, cancelMedio, cancelTanda } from '#tramites/medio-de-contacto/cancel-medio.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { AHORA } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const HOUR_MS = 3_600_000;
const VENCIDO = new Date(AHORA.getTime() - 72 * HOUR_MS);

let escenario: Escenario;
let ctx: Contexto;
beforeEach(prepare);

async function prepare(): Promise<void> {
  escenario = await createEscenario(await testDb());
  ctx = { ...escenario.ctx, actor: { tipo: 'SISTEMA' } };
}

/**
 * Titulares of whom each has two expired medios, with the job of each. Every third has a validated e-mail, every sixth a
 * validated phone as well, to which it is told; every fifth has a third medio whose hour has not come.
 */
async function seed(titulares: number, desde = VENCIDO): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO titular (id, rfc, nombre, creado_en)
    SELECT md5('t' || n)::uuid, 'AAA' || to_char(n, 'FM000000') || 'AA0', 'PERSONA ' || n, ${desde}::timestamptz
    FROM generate_series(1, ${titulares}::int) n`;
  await ctx.db.$executeRaw`
    INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro,
                                   plazo_desde, vence_en, fecha_de_validacion, clave_id, peticion_id)
    SELECT md5(clase || n)::uuid, clase || n, md5('t' || n)::uuid, mecanismo::"Mecanismo", valor, lower(valor),
           estado::"EstadoDeMedio", momento, momento, momento + interval '72 hours',
           CASE estado WHEN 'VALIDADO' THEN momento + interval '1 hour' END, ${ctx.claves.idVigente}, md5(clase || n)::uuid
    FROM generate_series(1, ${titulares}::int) n,
      LATERAL (VALUES ('V', 'CORREO_ELECTRONICO', 'Ana' || n || '@correo.example', 'EN_PROCESO', true, interval '0'),
                      ('T', 'TELEFONO', '+5255' || to_char(n, 'FM00000000'), 'EN_PROCESO', n % 6 <> 0, interval '0'),
                      ('C', 'CORREO_ELECTRONICO', 'c' || n || '@correo.example', 'VALIDADO', n % 3 = 0, interval '0'),
                      ('D', 'TELEFONO', '+5255' || to_char(n, 'FM00000000'), 'VALIDADO', n % 6 = 0, interval '0'),
                      ('N', 'CORREO_ELECTRONICO', 'n' || n || '@correo.example', 'EN_PROCESO', n % 5 = 0, interval '1 s')
      ) AS m (clase, mecanismo, valor, estado, hay, tarde),
      LATERAL (SELECT ${desde}::timestamptz - (n % 700) * interval '1 ms' + (n % 700) * tarde + tarde AS momento) AS cuando
    WHERE hay`;
  await ctx.db.$executeRaw`
    INSERT INTO alcance_de_medio (medio_id, titular_id, mecanismo, valor_comparable, lugar)
    SELECT id, titular_id, mecanismo, valor_comparable,
           row_number() OVER (PARTITION BY titular_id, mecanismo ORDER BY folio) FROM medio_de_contacto`;
  await ctx.db.$executeRaw`
    SELECT graphile_worker.add_job('cancelar-medio', json_build_object('medioId', id), job_key => 'cancelar-medio:' || id)
    FROM medio_de_contacto WHERE estado = 'EN_PROCESO'`;
}

/** Every row that expiries write, but for what each run makes anew: ids of messages and log, and hashes over them. */
async function rows() {
  const [medios, lugares, avisos, bitacora, envios] = await Promise.all([
    ctx.db.$queryRaw<{ estado: string }[]>`SELECT * FROM medio_de_contacto ORDER BY id`,
    ctx.db.$queryRaw`SELECT medio_id, lugar, fecha_de_baja FROM alcance_de_medio ORDER BY 1`,
    ctx.db.$queryRaw`
      SELECT titular_id, medio_id, folio, tipo, mecanismo, destino, destino_comparable, estado, creado_en, resuelto_en, acuse_id
      FROM aviso ORDER BY medio_id, destino`,
    ctx.db.$queryRaw<{ folio: string }[]>`
      SELECT fecha, evento, actor, titular_id, folio, datos FROM bitacora WHERE evento <> 'HECHO' ORDER BY folio`,
    ctx.db.$queryRaw`
      SELECT a.medio_id, a.destino, j.task_identifier, j.priority, j.max_attempts, j.key = 'enviar-aviso:' || a.id AS "hasKey"
      FROM aviso a LEFT JOIN graphile_worker.jobs j ON j.key LIKE '%' || a.id ORDER BY 1, 2`,
  ]);
  return { medios, lugares, avisos, bitacora, envios };
}

const enProceso = () => ctx.db.medioDeContacto.count({ where: { estado: 'EN_PROCESO', venceEn: { lte: ctx.now() } } });
const tareas = () => ctx.db.$queryRaw<[{ n: number }]>`
  SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'cancelar-medio'`;

it('in batches, writes row by row what one after the other does', async () => {
  await seed(620);
  const vencidos = await ctx.db.medioDeContacto.findMany({
    where: { estado: 'EN_PROCESO', venceEn: { lte: ctx.now() } },
    select: { id: true },
  });
  expect(vencidos.length).toBeGreaterThan(1_100);
  for (const { id } of vencidos) await cancelMedio(ctx, id);
  const oneByOne = await rows();

  await prepare();
  await seed(620);
  await cancelEveryMedioVencido(ctx);
  const inBatches = await rows();
  for (const table of Object.keys(oneByOne) as (keyof typeof oneByOne)[])
    expect(inBatches[table], table).toEqual(oneByOne[table]);
  expect(inBatches.bitacora).toHaveLength(vencidos.length);
  expect(await enProceso()).toBe(0);
  const waiting = await ctx.db.medioDeContacto.count({ where: { estado: 'EN_PROCESO' } });
  expect(waiting).toBe(124);
  expect(await tareas(), 'only jobs of those whose hour has not come').toEqual([{ n: waiting }]);
});

it('a batch is five hundred, the oldest first, however many there are', async () => {
  await seed(620);
  const total = await enProceso();
  const hasta = await cancelTanda(ctx);
  expect(await enProceso()).toBe(total - 500);
  expect(await ctx.db.medioDeContacto.count({ where: { estado: 'EN_PROCESO', venceEn: { lt: hasta ?? AHORA } } })).toBe(
    0,
  );
});

it('a batch of medios with many registros frees fifty thousand places at most', async () => {
  await seed(3);
  await ctx.db.$executeRaw`UPDATE medio_de_contacto SET registros = 30000 WHERE estado = 'EN_PROCESO'`;
  const total = await enProceso();
  await cancelTanda(ctx);
  expect(await enProceso()).toBe(total - 1);
  await cancelEveryMedioVencido(ctx);
  expect(await enProceso()).toBe(0);
});

it('waits for no titular who is busy, and makes up for it later', async () => {
  await seed(20);
  const { id, titularId } = await ctx.db.medioDeContacto.findFirstOrThrow({ where: { folio: 'V7' } });
  await ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, titularId);
    await cancelEveryMedioVencido(ctx);
    expect(
      await ctx.db.medioDeContacto.findMany({ where: { estado: 'EN_PROCESO', venceEn: { lte: ctx.now() } } }),
    ).toEqual([expect.objectContaining({ titularId }), expect.objectContaining({ titularId })]);
  });
  await cancelMedio(ctx, id);
  await cancelEveryMedioVencido(ctx);
  expect(await enProceso()).toBe(0);
});

it('a busy titular with many registros, whose medio is a batch by itself, keeps nobody else waiting', async () => {
  await seed(20);
  const [first] = await ctx.db.medioDeContacto.findMany({
    where: { estado: 'EN_PROCESO' },
    orderBy: { venceEn: 'asc' },
  });
  await ctx.db.medioDeContacto.updateMany({ where: { id: first?.id ?? '' }, data: { registros: 50_000 } });
  await ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, first?.titularId ?? '');
    await cancelEveryMedioVencido(ctx);
    const left = {
      estado: 'EN_PROCESO',
      venceEn: { lte: ctx.now() },
      titularId: { not: first?.titularId ?? '' },
    } as const;
    expect(await ctx.db.medioDeContacto.count({ where: left })).toBe(0);
  });
});

it('links pressed at the last instant end Validado or Cancelado, told and recorded once either way', async () => {
  await seed(60);
  const medios = await ctx.db.medioDeContacto.findMany({ where: { folio: { startsWith: 'V' } } });
  const [results] = await Promise.all([
    Promise.all(
      medios.map((medio) => {
        const inTime = { ...escenario.ctx, now: () => new Date(medio.venceEn.getTime() - 1) };
        return validateCorreo(inTime, buildToken(ctx.claves, medio) ?? '');
      }),
    ),
    cancelEveryMedioVencido(ctx),
    cancelEveryMedioVencido(ctx),
  ]);
  await cancelEveryMedioVencido(ctx);
  for (const [at, { id, folio }] of medios.entries()) {
    const { estado } = await ctx.db.medioDeContacto.findUniqueOrThrow({ where: { id } });
    expect(estado).toBe(results[at]?.ok ? 'VALIDADO' : 'CANCELADO');
    const eventos = await ctx.db.bitacora.findMany({ where: { folio, evento: { startsWith: 'MEDIO_' } } });
    expect(eventos.map(({ evento }) => evento)).toEqual([`MEDIO_${estado}`]);
    expect(await ctx.db.acuse.count({ where: { folio, tipo: 'VALIDACION' } })).toBe(estado === 'VALIDADO' ? 1 : 0);
  }
});

it('stops between two batches when the process ends', async () => {
  await seed(10);
  await cancelEveryMedioVencido(ctx, AbortSignal.abort());
  expect(await enProceso()).toBeGreaterThan(0);
});
