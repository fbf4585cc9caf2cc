import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import type { Client } from 'pg';
import { openConnection } from '#infra/db/connection.ts';
import { ROUTES } from '../architecture/routes.ts';
import { seedActividad } from '../bench/base/seed-actividad.ts';
import { downloadEfirma } from '../support/efirma-de-demo.ts';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { registrarMedio } from '../support/medios.ts';
import { type Portal, startPortal } from '../support/portal.ts';

const TOTAL = 60_000;
/** Before anything that a page counts: it may read most of what is recent. */
const HASTA = new Date(Date.now() - 100 * 86_400_000);
/** Of what grows and `seedActividad` leaves out. */
const DEMAS = [
  `titular (id, rfc, nombre, creado_en) SELECT id, 'AAA' || lpad(n::text, 6, '0') || 'AAA', 'X', at`,
  `certificado (id, huella, serie, titular_id, der, valido_hasta, visto_en) SELECT id, lpad(n::text, 64, '0'), n, id, 'x', at, at`,
  `sesion (id, titular_id, certificado_id, consulta_ocsp_id, creada_en, ultima_actividad_en) SELECT id, id, id, id, at, at`,
  `registro_patronal (numero, titular_id, subdelegacion, domicilio, estado) SELECT lpad(n::text, 11, 'Y'), id, 'x', 'x', 'VIGENTE'`,
  `alcance_de_medio (medio_id, titular_id, mecanismo, valor_comparable, lugar) SELECT id, id, 'CORREO_ELECTRONICO', n, 1`,
  `intento_de_envio (id, aviso_id, numero, iniciado_en) SELECT id, id, 1, at`,
  `acuse (id, folio, tipo, titular_id, fecha, plantilla, datos, cadena_original, sello, certificado_de_sello)
   SELECT id, id, 'REGISTRO', id, at, 'x', '{}', 'x', 'x', repeat('0', 64)`,
  `acuse_documento (acuse_id, pdf, sha256, bytes, emitido_en, certificado_de_sello)
   SELECT id, 'x', repeat('0', 64), 1, at, repeat('0', 64)`,
  `bitacora (fecha, evento, actor, datos, hash) SELECT at, 'INGRESO', 'NADIE', '{}', repeat('0', 64)`,
];

let portal: Portal;
let duena: Client;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  portal = await startPortal();
  const entorno = JSON.parse(await readFile(`${portal.datos}/entorno.json`, 'utf8')) as Record<string, string>;
  duena = await openConnection(entorno.DATABASE_URL_MIGRACION ?? '');
});
test.afterAll(async () => {
  await duena.end();
  await portal.stop();
});

test('ninguna página, ni el worker mientras tanto, lee entera una tabla que crece', async ({ browser }) => {
  const valores: Record<string, string> = { numero: '1', token: 'a'.repeat(54), v: 'AAAAAAAAAA' };
  const context = () => browser.newContext({ baseURL: portal.url });
  const [titular, soporte] = [await (await context()).newPage(), await (await context()).newPage()];
  await ingresar(titular, await downloadEfirma(portal.url, 'moral-tres-registros'));
  await registrarMedio(titular, 'Correo Electrónico', 'ana@espiga.example');
  await ingresarComoSoporte(soporte, await downloadEfirma(portal.url, 'soporte-supervision'));
  const { rows } = await duena.query<{ folio: string }>('SELECT folio FROM medio_de_contacto');
  Object.assign(valores, { folio: rows[0]?.folio, tipo: 'registro' });
  await seed();
  const before = await lecturas();
  for (const [ruta, { quien }] of Object.entries(ROUTES)) {
    const path = ruta.replace(/\[(.*?)\]/g, (_, name: string) => valores[name] ?? name);
    if (quien !== 'demo' && ruta !== '/salir') await (quien === 'soporte' ? soporte : titular).request.get(path);
  }
  // Each connection tells what it did within a second of having done it.
  await sleep(3_000);
  const after = await lecturas();
  const enteras = [...after]
    .map(([tabla, veces]) => [tabla, veces - (before.get(tabla) ?? 0)] as const)
    .filter(([, veces]) => veces >= 1);
  expect(after.size).toBeGreaterThan(12);
  expect(enteras).toEqual([]);
});

async function seed(): Promise<void> {
  await seedActividad(duena, TOTAL, HASTA);
  await duena.query('SET session_replication_role = replica');
  for (const target of DEMAS)
    await duena.query(`INSERT INTO ${target} FROM (
      SELECT n, timestamptz '${HASTA.toISOString()}' - n * interval '2 minutes' AS at, ('00000000-0000-7000-a000-' || lpad(n::text, 12, '0'))::uuid AS id
      FROM generate_series(1, ${TOTAL}) AS n) AS uno`);
  await duena.query('RESET session_replication_role');
  await duena.query('VACUUM ANALYZE');
}

/** What was read of each table of some size, in tables: as it lies, which counts as the whole of it, or by an index. */
async function lecturas(): Promise<Map<string, number>> {
  const { rows } = await duena.query<{ tabla: string; veces: number }>(`
    SELECT s.relname AS tabla, seq_scan + (
      SELECT coalesce(sum(idx_tup_read), 0) FROM pg_stat_user_indexes AS i WHERE i.relid = s.relid) / reltuples AS veces
    FROM pg_stat_user_tables AS s JOIN pg_class AS c ON c.oid = s.relid
    WHERE s.schemaname = 'public' AND c.reltuples >= 5000`);
  return new Map(rows.map(({ tabla, veces }) => [tabla, veces]));
}
