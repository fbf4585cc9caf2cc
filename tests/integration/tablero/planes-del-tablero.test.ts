import { afterAll, beforeAll, expect, it } from 'vitest';
import { RANGOS } from '#domain/soporte/rango-del-tablero.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { listCambiosDeRol, listConsultas } from '#tramites/soporte/list-consultas.ts';
import { collectTablero } from '#tramites/tablero/collect-tablero.ts';
import { settleTramos } from '#tramites/tablero/settle-tramos.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { createEscenario, enterSoporte } from '../../support/escenario.ts';
import { HOY } from '../../support/historia-al-azar.ts';
import { lecturasCompletasDe } from '../../support/lecturas-completas.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

/** Six years of them, ten or so a day. */
const TOTAL = 20_000;
const EACH = `FROM (
  SELECT n, timestamptz '${HOY.toISOString()}' - n * interval '2.5 hours' AS at,
         ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid AS id FROM generate_series(1, ${TOTAL}) AS n) AS uno`;

let db: Db;
let ctx: ContextoDeSoporte;
beforeAll(async () => {
  const escenario = await createEscenario(await testDb());
  const soporte = await enterSoporte(escenario, 'SUPERVISION', 'LOVC900412QX8');
  await alterarDatos(
    `INSERT INTO aviso (id, titular_id, medio_id, folio, tipo, mecanismo, destino, destino_comparable, estado, creado_en, resuelto_en)
     SELECT id, id, id, id, 'VALIDA_CORREO', 'CORREO_ELECTRONICO', 'x', 'a@b.example', 'ACEPTADO', at, at ${EACH}`,
    `INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro,
       plazo_desde, vence_en, fecha_de_validacion, clave_id, peticion_id)
     SELECT id, id, id, 'CORREO_ELECTRONICO', n, n, 'VALIDADO', at, at, at + interval '72 hours', at, 'x', id ${EACH}`,
    `INSERT INTO solicitud (id, folio, titular_id, texto_version, texto_sha256, fecha, cadena_original, firma,
       certificado_id, consulta_ocsp_id, estado)
     SELECT id, id, id, 'x', 'x', at, 'x', 'x', id, id, 'FIRMADA' ${EACH}`,
    `INSERT INTO bitacora (fecha, evento, actor, datos, hash) SELECT at, 'INGRESO', 'NADIE', '{}', repeat('0', 64) ${EACH}`,
    `INSERT INTO lectura_de_rebote (huella, resultado, leida_en) SELECT lpad(n::text, 64, '0'), 'NO_ES_REBOTE', at ${EACH}`,
    'ANALYZE',
  );
  db = createDb(testDatabaseUrl(), { max: 1 });
  ctx = { ...soporte.ctx, db, lectura: (read) => read(db), now: () => HOY };
});
afterAll(() => db.$disconnect());

it('a table that is read as a whole is noticed', async () => {
  expect(await lecturasCompletasDe(db, () => db.aviso.count({ where: { destino: 'y' } }))).toBe(1);
});

it.each(RANGOS)('the board of %d days goes by dates, and walks no whole table', async (rango) => {
  const lecturas = await lecturasCompletasDe(db, async () => {
    const { embudo } = await collectTablero(ctx, rango);
    expect(embudo.registraron).toBeGreaterThan(rango * 9);
  });
  expect(lecturas).toBe(0);
});

it('the worker sums it by dates too, and what is summed is all that the board says', async () => {
  const live = await collectTablero(ctx, 90);
  expect(await lecturasCompletasDe(db, () => settleTramos(ctx))).toBe(0);
  while ((await settleTramos(ctx)) > 0) {}
  expect(await lecturasCompletasDe(db, async () => expect(await collectTablero(ctx, 90)).toEqual(live))).toBe(0);
});

it('what the staff did, and the grants, are found among all that is recorded without walking it', async () => {
  const lecturas = await lecturasCompletasDe(db, async () => {
    expect((await listCambiosDeRol(ctx, null)).cambios).toHaveLength(1);
    expect((await listConsultas(ctx, { miembroId: null, antesDe: null })).consultas).toMatchObject([
      { evento: 'INGRESO_DE_SOPORTE' },
    ]);
  });
  expect(lecturas).toBe(0);
});
