import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import { createDb } from '#infra/db/db.ts';
import { createVerifySelloDeTiempo } from '#infra/tsa/create-verify-sello-de-tiempo.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { MIGRATIONS, migrate } from '../../../prisma/migrate.ts';

const DATABASE = `anteriores_${process.pid}`;
const ENCADENADA = '20261124123900_bitacora_encadenada';

it('rows from before the chain get their hash when migrating, and are chained with those that follow', async () => {
  const url = new URL(inject('plantillaUrl'));
  await query(new URL('/postgres', url), `CREATE DATABASE ${DATABASE}`);
  url.pathname = `/${DATABASE}`;
  const before = await mkdtemp(path.join(tmpdir(), 'buzon-antes-'));
  const names = (await readdir(MIGRATIONS)).filter((name) => name < ENCADENADA || name.endsWith('.toml'));
  for (const name of names) await cp(path.join(MIGRATIONS, name), path.join(before, name), { recursive: true });
  await migrate(url.href, before);
  const insert = `
    INSERT INTO bitacora (fecha, evento, actor, datos) SELECT now(), 'N' || n, 'NADIE', '{}' FROM generate_series(1, 3) n`;
  await query(url, insert);
  await migrate(url.href);
  await query(url, insert);
  const db = createDb(url.href, { max: 2 });
  const ctx = { db, now: () => new Date(), verifySelloDeTiempo: createVerifySelloDeTiempo([]) };
  await chainBitacora(ctx);
  expect(await verifyBitacora(ctx)).toMatchObject({ ok: true, value: { eslabones: 6n, sinEncadenar: { filas: 0 } } });
  await db.$disconnect();
  await query(new URL('/postgres', url), `DROP DATABASE ${DATABASE} WITH (FORCE)`);
  await rm(before, { recursive: true });
});

async function query(url: URL, sql: string): Promise<void> {
  const client = await openConnection(url.href);
  await client.query(sql).finally(() => client.end());
}
