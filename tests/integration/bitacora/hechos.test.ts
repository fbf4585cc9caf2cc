import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import type { Db } from '#infra/db/db.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { type HechoDistinto, verifyHechos } from '#tramites/bitacora/verify-hechos.ts';
import { issueConstancias } from '#tramites/entrega/collect-constancias.ts';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { addNota, showDatos } from '#tramites/soporte/show-datos.ts';
import { ENCADENADAS, HECHOS, NO_ES_PRUEBA } from '../../../prisma/evidencia.ts';
import { presentar, responder } from '../../support/aclaraciones.ts';
import { activar } from '../../support/activar.ts';
import { createEscenario, enterSoporte } from '../../support/escenario.ts';
import { moverRol } from '../../support/firmar-acto.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { designar } from '../../support/representar.ts';
import { RFC_DE_SOPORTE } from '../../support/soporte.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

let db: Db;
let owner: pg.Client;
/** Puts back what stood in the way: the database is of other tests as well. */
let taken: string[] = [];

/** A Buzón in which something of everything has happened. */
beforeAll(async () => {
  db = await testDb();
  owner = await openConnection(testDatabaseUrl());
  const escenario = await createEscenario(db);
  const titular = await escenario.enter();
  const { titularId } = titular.ctx.actor;
  await addRegistros(db, titularId, 3);
  const folio = await activar(titular);
  await designar(titular, await escenario.enter('MEGL920721K30'));
  const medio = await registerForRegistros(titular, 'nomina@correo.example', 'todos');
  if (!medio.ok) throw new Error(medio.error);
  const [registro] = await db.registroPatronal.findMany({ select: { numero: true } });
  await removeRegistrosDeMedio(titular.ctx, { folio: medio.value.folio, numeros: [registro?.numero ?? ''] });
  const pdf = { nombre: 'prueba.pdf', contenido: Buffer.from('%PDF-1.7 prueba') };
  const aclaracion = await presentar(titular, { adjunto: pdf as never });
  const soporte = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION);
  await responder(soporte.ctx, aclaracion);
  const supervisa = await enterSoporte(escenario, 'SUPERVISION', RFC_DE_SOPORTE.SUPERVISION);
  await moverRol(supervisa, { miembroId: soporte.ctx.actor.miembroId, rol: 'CONSULTA' });
  await showDatos(soporte.ctx, { folio, motivo: 'ACLARACION', detalle: 'Lo pide el titular' } as never);
  await addNota(soporte.ctx, { folio, texto: 'Llamó el titular.' } as never);
  const acuse = await db.acuse.findFirstOrThrow({ where: { folio } });
  await printAcuse({ ...escenario.ctx, renderAcuse, esDemo: true }, acuse.id);
  const aviso = await db.aviso.findFirstOrThrow();
  await owner.query(`
    INSERT INTO intento_de_envio (id, aviso_id, numero, iniciado_en) VALUES (gen_random_uuid(), '${aviso.id}', 1, now());
    UPDATE intento_de_envio SET terminado_en = now(), aceptado = true, respuesta = '250 ok', id_del_proveedor = 'x';
    INSERT INTO reporte_de_entrega (referencia, fuente, estado, recibido_en) VALUES ('x', 'TWILIO', 'delivered', now());
    INSERT INTO certificado_revocado (huella, respuesta, consultada_en) VALUES (repeat('a', 64), '\\x3000', now());
    INSERT INTO sello_de_tiempo (acuse_id, objeto, token, fecha, obtenido_en)
      VALUES ('${acuse.id}', 'DOCUMENTO', '\\x3000', now(), now());
    INSERT INTO revision_de_documento VALUES ('${acuse.id}', '\\x3000', repeat('a', 64), now())`);
  await issueConstancias(escenario.ctx, { id: aviso.id });
  await owner.query("SET session_replication_role = replica; SET TimeZone = 'Asia/Tokyo'");
  // What a constraint refuses, an owner takes away first.
  const { rows } = await owner.query<{ quita: string; pone: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS quita,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS pone
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f')
    UNION ALL
    SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
    WHERE indisunique AND NOT indisprimary AND relnamespace = 'public'::regnamespace`);
  for (const { quita } of rows) await owner.query(quita);
  taken = rows.map(({ pone }) => pone);
});
afterAll(async () => {
  await testDb();
  for (const pone of taken.toReversed()) await owner.query(pone);
  await owner.end();
});

async function review(tablas: Parameters<typeof verifyHechos>[1] = HECHOS): Promise<HechoDistinto[]> {
  const found: HechoDistinto[] = [];
  for await (const distinto of verifyHechos(db, tablas)) found.push(distinto);
  return found;
}

const only = (tabla: string) => ({ [tabla]: HECHOS[tabla] as (typeof HECHOS)[string] });

it('what nobody touched is as the bitácora has it, and every table of facts has some', async () => {
  expect(await review()).toEqual([]);
  for (const tabla of Object.keys(HECHOS)) {
    const { rows } = await owner.query(`SELECT FROM ${tabla} LIMIT 1`);
    expect(rows, tabla).toHaveLength(1);
  }
});

it('each column of the database is bound, chained, or said to prove nothing', async () => {
  const { rows } = await owner.query<{ tabla: string; columna: string }>(`
    SELECT table_name AS tabla, column_name AS columna FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`);
  const loose = rows.filter(({ tabla, columna }) => {
    const hechos = HECHOS[tabla];
    const isBound = hechos && (hechos.clave === columna || hechos.columnas.includes(columna));
    return !isBound && !ENCADENADAS.includes(tabla) && !NO_ES_PRUEBA[tabla] && !NO_ES_PRUEBA[`${tabla}.${columna}`];
  });
  expect(loose).toEqual([]);
});

/** Another value of the same kind. */
const OTRO: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: "'~' || coalesce(substr(%s, 2), '')",
  'character varying': "'~' || coalesce(substr(%s, 2), '')",
  character: "'~' || coalesce(substr(%s, 2), '')",
  integer: 'coalesce(%s, 0) + 1000',
  smallint: 'coalesce(%s, 0) + 1000',
  bigint: 'coalesce(%s, 0) + 1000',
  boolean: 'NOT coalesce(%s, false)',
  'timestamp with time zone': "coalesce(%s, now()) + interval '1 second'",
  bytea: "coalesce(%s, '') || '\\x00'",
  'text[]': "%s || '{otro}'::text[]",
  '"PoderDeRepresentante"[]': '%s || %s',
  jsonb: `%s || '{"otro": 1}'`,
};

describe.each(Object.entries(HECHOS))('whoever changes, with the triggers off, of %s', (tabla, { clave, columnas }) => {
  it.each(columnas)('the column %s is found out, by table, folio and field', async (columna) => {
    const { rows } = await owner.query<{ tipo: string; enumeracion: boolean }>(
      `SELECT atttypid::regtype::text AS tipo, typtype = 'e' AS enumeracion FROM pg_attribute JOIN pg_type t ON t.oid = atttypid
       WHERE attrelid = $1::regclass AND attname = $2`,
      [tabla, columna],
    );
    const { tipo = '', enumeracion } = rows[0] ?? {};
    const otro = enumeracion
      ? `(SELECT each FROM unnest(enum_range(NULL::${tipo})) AS each WHERE each IS DISTINCT FROM %s LIMIT 1)`
      : OTRO[tipo];
    const which = `ctid = (SELECT ctid FROM ${tabla} ORDER BY ${columna} NULLS LAST LIMIT 1)`;
    const before = await owner.query(
      `UPDATE ${tabla} AS n SET ${columna} = ${otro?.replaceAll('%s', `n.${columna}`)} FROM ${tabla} AS o
       WHERE n.${which} AND o.ctid = n.ctid RETURNING n.${clave} AS clave, n.ctid, o.${columna} AS valor`,
    );
    const { clave: cual, valor } = before.rows[0];
    const found = await review(only(tabla));
    await owner.query(`UPDATE ${tabla} SET ${columna} = $1 WHERE ctid = $2`, [
      tipo === 'jsonb' ? JSON.stringify(valor) : valor,
      before.rows[0].ctid,
    ]);
    expect(found.filter(({ campos }) => !campos.includes('ACUSE_EMITIDO'))).toEqual([
      { falla: 'CAMBIADO', tabla, clave: String(cual), folio: found[0]?.folio, campos: [columna] },
    ]);
    expect(await review(only(tabla))).toEqual([]);
  });

  it('a row taken out or put in is found out', async () => {
    await owner.query('BEGIN');
    const { rows } = await owner.query(
      `DELETE FROM ${tabla} WHERE ctid = (SELECT min(ctid) FROM ${tabla}) RETURNING *`,
    );
    await owner.query('COMMIT');
    const missing = await review(only(tabla));
    expect(missing.length).toBeGreaterThan(0);
    const json = JSON.stringify(rows[0], (_, value) =>
      value?.type === 'Buffer' ? `\\x${Buffer.from(value.data).toString('hex')}` : value,
    );
    await owner.query(`INSERT INTO ${tabla} SELECT * FROM json_populate_record(NULL::${tabla}, $1)`, [json]);
    expect(await review(only(tabla))).toEqual([]);
    if (clave !== 'id') return;
    const another = { ...JSON.parse(json), id: Number(rows[0].id) ? 9_999 : '01900000-0000-7000-8000-0000000000ff' };
    await owner.query(`INSERT INTO ${tabla} SELECT * FROM json_populate_record(NULL::${tabla}, $1)`, [
      JSON.stringify(another),
    ]);
    const found = await review(only(tabla));
    await owner.query(`DELETE FROM ${tabla} WHERE id = $1`, [another.id]);
    expect(found).toContainEqual({ falla: 'SOBRA', tabla, clave: String(another.id), folio: null, campos: [] });
  });
});

it('who takes a solicitud away with its acuse and its events leaves the chain broken', async () => {
  await chainBitacora({ db, now: () => new Date() });
  await owner.query(`
    DELETE FROM bitacora WHERE folio IN (SELECT folio FROM solicitud) OR datos ->> 'folio' IN (SELECT folio FROM solicitud);
    DELETE FROM acuse WHERE folio IN (SELECT folio FROM solicitud); DELETE FROM solicitud`);
  const ctx = { db, now: () => new Date(), verifySelloDeTiempo: () => ({ resultado: 'NO_CONFIABLE' }) as never };
  expect(await verifyBitacora(ctx)).toMatchObject({ ok: false, error: { tipo: 'FALTA_FILA' } });
});
