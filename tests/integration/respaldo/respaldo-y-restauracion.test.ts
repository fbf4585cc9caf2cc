import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '#infra/db/db.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { grantPortal } from '../../../prisma/grant-portal.ts';
import { migrate } from '../../../prisma/migrate.ts';
import { makeTempDir } from '../../support/carpeta-temporal.ts';
import { createAutoridadDePrueba } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario } from '../../support/escenario.ts';
import {
  HAY_POSTGRES,
  type PostgresDeDebian,
  startPostgresDeDebian,
  VERSION,
} from '../../support/postgres-de-debian.ts';
import { createInstalacion, type Instalacion } from '../robustez/instalacion.ts';
import { spawnWorker } from '../robustez/proceso-worker.ts';
import { runOrden, spawnOrden } from './orden.ts';

const CORREOS = ['ana@uno.example', 'eva@dos.example'];

let viejo: PostgresDeDebian;
let nuevo: PostgresDeDebian;
let carpeta: string;
let archivo: string;
let instalacion: Instalacion | null = null;

/** As its owner and as the portal's own role, of an old server that is lost and of a new one that never saw the portal. */
const settingsOf = (server: PostgresDeDebian, base = 'buzon') => ({
  DATABASE_URL: server.urlOf(base, 'portal'),
  DATABASE_URL_MIGRACION: server.urlOf(base),
});

describe.skipIf(!HAY_POSTGRES)(
  'npm run respaldo, npm run restaurar (skipped without Debian’s PostgreSQL)',
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      viejo = await startPostgresDeDebian();
      nuevo = await startPostgresDeDebian();
      carpeta = makeTempDir();
      await fill(viejo);
      await nuevo.query('postgres', 'CREATE DATABASE buzon');
      const { code, said } = await runOrden('respaldo', [carpeta], settingsOf(viejo));
      expect(said).toContain('Respaldo completo');
      expect(code).toBe(0);
      archivo = path.join(carpeta, readdirSync(carpeta)[0] ?? '');
    });
    afterAll(async () => {
      await instalacion?.stop();
      await viejo.stop();
      await nuevo.stop();
    });

    it('leaves one file with the date in its name, for its owner only, and not the password anywhere', () => {
      expect(readdirSync(carpeta)).toEqual([expect.stringMatching(/^buzon-\d{8}T\d{6}Z\.respaldo$/)]);
      expect(statSync(archivo).mode & 0o777).toBe(0o600);
    });

    describe.sequential('the drill', () => {
      it('a file that is cut short, or is another, changes nothing in the database', async () => {
        const corto = path.join(makeTempDir(), 'corto.respaldo');
        copyFileSync(archivo, corto);
        truncateSync(corto, statSync(corto).size - 1);
        for (const malo of [corto, 'package.json', 'no-hay.respaldo', 'src']) {
          const { code, said } = await runOrden('restaurar', [malo], settingsOf(nuevo));
          expect(said.trim().split('\n')).toEqual([expect.stringMatching(/no está completo|no se puede abrir/)]);
          expect(code).toBe(1);
        }
        expect(await tablesOf('buzon')).toBe(0);
      });

      it('a file that was damaged inside leaves the database empty', async () => {
        const malo = path.join(makeTempDir(), 'malo.respaldo');
        const bytes = readFileSync(archivo);
        const half = Math.floor(bytes.length / 2);
        bytes.fill(0x55, half, half + 2_000);
        writeFileSync(malo, bytes);
        const { code, said } = await runOrden('restaurar', [malo], settingsOf(nuevo));
        expect(said).toMatch(/^pg_restore no terminó: .+\.$/m);
        expect(code).toBe(1);
        expect(await tablesOf('buzon')).toBe(0);
        expect(await nuevo.query('buzon', "SELECT to_regnamespace('buzon_sin_envios') AS held")).toEqual([
          { held: null },
        ]);
      });

      it('restores on a server without its roles: rows, acuses and bitácora as they were, and the same permissions', async () => {
        const { code, said } = await runOrden('restaurar', [archivo], settingsOf(nuevo));
        expect(said).toContain('La bitácora está íntegra');
        expect(said).toMatch(/^Restaurado y comprobado: \d+ tablas/m);
        expect(said).toContain('No se envía ni se cancela nada desde esta base');
        expect(code).toBe(0);
        const rights = `SELECT has_table_privilege('portal', 'bitacora', 'SELECT') AS lee,
                             has_table_privilege('portal', 'bitacora', 'UPDATE') AS cambia`;
        expect(await nuevo.query('buzon', rights)).toEqual([{ lee: true, cambia: false }]);
        const pdf = `SELECT string_agg(encode(pdf, 'hex'), '' ORDER BY acuse_id) AS pdf FROM acuse_documento`;
        expect(await nuevo.query('buzon', pdf)).toEqual(await viejo.query('buzon', pdf));
      });

      it('draws no folio again', async () => {
        const last = await viejo.query('buzon', 'SELECT last_value FROM folio_seq');
        expect(await nuevo.query('buzon', `SELECT nextval('folio_seq') - 1 AS last_value`)).toEqual(last);
      });

      it('its worker sends nothing and says so, chains and issues, and sends once it is told to', async () => {
        instalacion = await createInstalacion(nuevo.urlOf('buzon', 'portal'), await createAutoridadDePrueba());
        const { env, messagesFor } = instalacion;
        const sent = async () => (await Promise.all(CORREOS.map(messagesFor))).map(({ length }) => length);
        const worker = spawnWorker(env);
        try {
          await expect.poll(worker.output).toContain('La base es una copia restaurada');
          await nuevo.query(
            'buzon',
            `INSERT INTO bitacora (fecha, evento, actor, datos) VALUES (now(), 'N', 'NADIE', '{}')`,
          );
          const pending = 'SELECT count(*)::int AS n FROM bitacora_pendiente';
          await expect.poll(() => nuevo.query('buzon', pending)).toEqual([{ n: 0 }]);
          expect(await sent()).toEqual([0, 0]);
          const released = await runOrden('restaurar', ['--con-envios'], settingsOf(nuevo));
          expect(released).toMatchObject({ code: 0, said: expect.stringContaining('envían') });
          await expect.poll(sent).toEqual([1, 1]);
        } finally {
          await worker.stop();
        }
      });

      it('never writes over what is there, and says what that is', async () => {
        const { code, said } = await runOrden('restaurar', [archivo], settingsOf(nuevo));
        expect(said).toMatch(/^La base de datos no está vacía: tiene \d+ tablas \(public\.\w+,/);
        expect(code).toBe(1);
      });
    });

    it.each([
      ['missing', '', 'Falta pg_dump'],
      ['of another version', 'echo "pg_dump (PostgreSQL) 14.9"', 'es de la versión 14 y el servidor de la'],
      ['without room', 'exec_or_full', 'el disco está lleno'],
    ])('a pg_dump that is %s: one line, and no file', async (_, script, line) => {
      const [bin, to] = [makeTempDir(), makeTempDir()];
      const real = script === 'exec_or_full' ? FULL : script;
      if (script) writeFileSync(`${bin}/pg_dump`, `#!/bin/sh\n${real}\n`);
      if (script) chmodSync(`${bin}/pg_dump`, 0o755);
      const PATH = script ? `${bin}:/usr/bin:/bin` : bin;
      const { code, said } = await runOrden('respaldo', [to], { ...settingsOf(viejo), PATH });
      expect(said.trim().split('\n')).toEqual([expect.stringContaining(line)]);
      expect(code).toBe(1);
      expect(readdirSync(to)).toEqual([]);
    });

    it('stopped half-way it leaves no file, and its password was on no command line', async () => {
      const [bin, to] = [makeTempDir(), makeTempDir()];
      writeFileSync(`${bin}/pg_dump`, `#!/bin/sh\n${SLOW}\n`);
      chmodSync(`${bin}/pg_dump`, 0o755);
      const { child, ended } = spawnOrden('respaldo', [to], { ...settingsOf(viejo), PATH: `${bin}:/usr/bin:/bin` });
      await expect.poll(() => readdirSync(to).length + readdirSync(bin).length).toBe(3);
      const [url] = [new URL(viejo.urlOf('buzon'))];
      expect(readFileSync(`${bin}/args`, 'utf8')).not.toContain(decodeURIComponent(url.password));
      child.kill('SIGTERM');
      expect(await ended).toMatchObject({ code: 1, said: expect.stringContaining('no queda ningún archivo a medias') });
      expect(readdirSync(to)).toEqual([]);
    });

    it('whoever is not the owner is told who has to do it', async () => {
      const to = makeTempDir();
      const { code, said } = await runOrden('respaldo', [to], { DATABASE_URL: viejo.urlOf('buzon', 'portal') });
      expect(said.trim().split('\n')).toEqual([expect.stringContaining('DATABASE_URL_MIGRACION')]);
      expect(code).toBe(1);
      expect(readdirSync(to)).toEqual([]);
    });

    it('a folder that is not there, and a database that is not the portal’s', async () => {
      const nowhere = await runOrden('respaldo', ['/no/hay'], settingsOf(viejo));
      expect(nowhere).toMatchObject({ code: 1, said: expect.stringContaining('no existe esa carpeta') });
      const to = makeTempDir();
      const foreign = await runOrden('respaldo', [to], { DATABASE_URL: viejo.urlOf('postgres') });
      expect(foreign).toMatchObject({ code: 1, said: expect.stringContaining('no es del portal') });
      expect(readdirSync(to)).toEqual([]);
    });

    it.each(['respaldo', 'restaurar'] as const)('%s explains itself', async (orden) => {
      expect(await runOrden(orden, ['--help'], {})).toMatchObject({ code: 0, said: expect.stringContaining('pg_') });
    });
  },
);

const FULL = `case "$1" in --version) echo "pg_dump (PostgreSQL) ${VERSION}.1";; *) echo "pg_dump: error: could not write to output file: No space left on device" >&2; exit 1;; esac`;
const SLOW = `case "$1" in --version) echo "pg_dump (PostgreSQL) ${VERSION}.1";; *) echo "$@" > "$(dirname "$0")/args"; exec sleep 60;; esac`;

/** Two correos whose messages wait, one acuse printed, and the bitácora chained. */
async function fill(server: PostgresDeDebian): Promise<void> {
  await server.query('postgres', 'CREATE DATABASE buzon');
  const { password } = new URL(server.urlOf('buzon'));
  await server.query('postgres', `CREATE ROLE portal LOGIN PASSWORD '${decodeURIComponent(password)}'`);
  await migrate(server.urlOf('buzon'));
  await grantPortal(server.urlOf('buzon'), [server.urlOf('buzon', 'portal')]);
  const db = createDb(server.urlOf('buzon', 'portal'), { max: 2 });
  await register(db).finally(() => db.$disconnect());
}

async function register(db: Db): Promise<void> {
  const { ctx, enter } = await createEscenario(db);
  const titular = await enter();
  for (const valor of CORREOS) {
    const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor, peticionId: randomUUID() };
    const result = await registerMedioDeContacto(titular.ctx, peticion);
    if (!result.ok) throw new Error(result.error);
  }
  for (const { id } of await db.acuse.findMany({ select: { id: true } }))
    await printAcuse({ ...ctx, renderAcuse, esDemo: true }, id);
  await chainBitacora(ctx);
}

async function tablesOf(base: string): Promise<number> {
  const rows = await nuevo.query(base, `SELECT FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker')`);
  return rows.length;
}
