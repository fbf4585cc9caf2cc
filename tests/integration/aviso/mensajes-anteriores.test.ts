import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import { MIGRATIONS, migrate } from '../../../prisma/migrate.ts';

const DATABASE = `mensajes_anteriores_${process.pid}`;
const CON_CLAVE = '20261129114000_aviso_con_su_clave';
const TITULAR = idOf(1);

/** As an earlier version wrote them, one minute after another; the e-mails of both solicitudes after both were void. */
const ANTES = `
SET session_replication_role = replica;
INSERT INTO titular VALUES ('${TITULAR}', 'GODE561231GR8', 'EUGENIA', now()), ('${idOf(8)}', 'MEGL920721K30', 'LETICIA', now());
INSERT INTO solicitud (id, folio, titular_id, texto_version, texto_sha256, fecha, cadena_original, firma, certificado_id,
  consulta_ocsp_id, estado)
SELECT ('${idOf(0).slice(0, -1)}' || n)::uuid, 'SOL-' || n, '${TITULAR}', n, 'x', at(0), 'x', 'x', '${idOf(9)}', '${idOf(9)}', 'INVALIDA'
FROM generate_series(2, 3) n;
INSERT INTO bitacora (fecha, evento, actor, folio, datos, hash)
SELECT at(n), 'SOLICITUD_RECHAZADA', 'SISTEMA', 'SOL-' || n, '{}', repeat('0', 64) FROM generate_series(2, 3) n;
INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro, plazo_desde,
  vence_en, fecha_de_validacion, clave_id, peticion_id, registros)
VALUES ('${idOf(4)}', 'MED-4', '${TITULAR}', 'CORREO_ELECTRONICO', 'x', 'x', 'VALIDADO', at(0), at(0), at(0) + interval '72 hours',
  at(0) - interval '1 hour', 'x', '${idOf(9)}', 3);
INSERT INTO acuse (id, folio, tipo, titular_id, fecha, plantilla, datos, cadena_original, sello, certificado_de_sello)
SELECT ('${idOf(0).slice(0, -1)}' || n)::uuid, 'BAJA-' || n, 'BAJA', '${TITULAR}', at(n), 'x', '{"folioDelMedio": "MED-4"}', 'x', 'x', 'x'
FROM generate_series(5, 6) n;
INSERT INTO aviso (id, titular_id, medio_id, tipo, mecanismo, destino, destino_comparable, estado, creado_en)
SELECT gen_random_uuid(), '${TITULAR}', CASE WHEN n > 4 THEN '${idOf(4)}'::uuid END,
  CASE WHEN n > 4 THEN 'REGISTROS_ELIMINADOS' ELSE 'SOLICITUD_INVALIDA' END::"TipoDeAviso",
  'CORREO_ELECTRONICO', 'para-' || n, 'x', 'PENDIENTE', at(n) + interval '3 ms' FROM unnest(ARRAY[2, 3, 5, 6]) n;
INSERT INTO aviso (id, titular_id, tipo, mecanismo, destino, destino_comparable, estado, creado_en)
VALUES (gen_random_uuid(), '${idOf(8)}', 'SOLICITUD_INVALIDA', 'CORREO_ELECTRONICO', 'de-nadie', 'x', 'PENDIENTE', at(1))`;

it('messages from before know what they tell of, by what was recorded with each; none is guessed for who has nothing', async () => {
  const url = new URL(inject('plantillaUrl'));
  await query(new URL('/postgres', url), `CREATE DATABASE ${DATABASE}`);
  url.pathname = `/${DATABASE}`;
  const before = await mkdtemp(path.join(tmpdir(), 'buzon-antes-'));
  const names = (await readdir(MIGRATIONS)).filter((name) => name < CON_CLAVE || name.endsWith('.toml'));
  for (const name of names) await cp(path.join(MIGRATIONS, name), path.join(before, name), { recursive: true });
  await migrate(url.href, before);
  await query(
    url,
    `CREATE FUNCTION at(n INT) RETURNS TIMESTAMPTZ LANGUAGE sql AS $$ SELECT '2026-11-01'::timestamptz + n * interval '1 minute' $$`,
  );
  await query(url, ANTES);
  await migrate(url.href);
  const { rows } = await query(url, `SELECT destino, folio, solicitud_id, acuse_id FROM aviso ORDER BY destino`);
  expect(rows).toEqual([
    { destino: 'de-nadie', folio: null, solicitud_id: null, acuse_id: null },
    { destino: 'para-2', folio: 'SOL-2', solicitud_id: idOf(2), acuse_id: null },
    { destino: 'para-3', folio: 'SOL-3', solicitud_id: idOf(3), acuse_id: null },
    { destino: 'para-5', folio: 'BAJA-5', solicitud_id: null, acuse_id: idOf(5) },
    { destino: 'para-6', folio: 'BAJA-6', solicitud_id: null, acuse_id: idOf(6) },
  ]);
  const medios = await query(url, 'SELECT fecha_de_validacion >= fecha_de_registro AS en_orden FROM medio_de_contacto');
  expect(medios.rows).toEqual([{ en_orden: true }]);
  await query(new URL('/postgres', url), `DROP DATABASE ${DATABASE} WITH (FORCE)`);
  await rm(before, { recursive: true });
});

function idOf(n: number): string {
  return `00000000-0000-7000-8000-00000000000${n}`;
}

async function query(url: URL, sql: string) {
  const client = await openConnection(url.href);
  return client.query(sql).finally(() => client.end());
}
