import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#infra/db/db.ts';
import { VARIABLES } from '#infra/env/variables.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ENCABEZADO = 'rfc,nombre,registro_patronal,subdelegacion,domicilio,estado';
const toRow = (n: number) =>
  `EKU9003173C9,KEMPER,Y60${String(n).padStart(5, '0')}10,Mérida,${'Calle '.repeat(70)},vigente`;

/** With its check digit. */
const REGISTRO = 'Y6000001104';

let db: Db;
let archivo: string;
beforeEach(async () => {
  db = await testDb();
  archivo = join(makeTempDir(), 'padron.csv');
});

/** `npm run padron:importar` on a database, without a developer's settings. */
async function importar(args: string[], options = '') {
  const nothing = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
  const env = { ...process.env, ...nothing, NODE_OPTIONS: options, DATABASE_URL: testDatabaseUrl() };
  const command = promisify(execFile)(process.execPath, ['src/cli/padron-importar.mjs', ...args], { cwd: ROOT, env });
  return command.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error) => ({ code: error.code, said: `${error.stdout}${error.stderr}` }),
  );
}

describe('npm run padron:importar', () => {
  it('loads a file, and says row by row what it could not', async () => {
    writeFileSync(archivo, [ENCABEZADO, toRow(1), 'X,=1+1,123,Mérida,,vigente'].join('\n'));
    const { code, said } = await importar([archivo]);
    expect(code).toBe(1);
    expect(said).toContain('2 renglones: 1 nuevos, 0 actualizados, 0 sin cambio, 1 con errores.');
    const errores = readFileSync(`${archivo}.errores.csv`, 'utf8').split('\r\n');
    expect(errores[0]).toBe('\ufeff"linea","columna","gravedad","motivo","valor"');
    expect(errores[1]).toMatch(/^"3","rfc","error","no es un RFC: .+","X"$/);
    expect(statSync(`${archivo}.errores.csv`).mode & 0o077).toBe(0);
  });

  it('says in which encoding it read the file, and which ones can be named', async () => {
    writeFileSync(archivo, iconv.encode(`${ENCABEZADO}\nEKU9003173C9,MUÑOZ,${REGISTRO},Cañada,,vigente`, 'cp850'));
    expect((await importar([archivo])).said).toContain('cp850');
    expect(await db.titular.findFirst()).toMatchObject({ nombre: 'MUÑOZ' });
    expect(await importar([archivo, '--codificacion', 'ebcdic'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('--codificacion es una de: utf-8'),
    });
  });

  it('leaves no report of a load before', async () => {
    writeFileSync(archivo, [ENCABEZADO, 'X,=1+1,123,Mérida,,vigente'].join('\n'));
    await importar([archivo]);
    expect(existsSync(`${archivo}.errores.csv`)).toBe(true);
    writeFileSync(archivo, [ENCABEZADO, `EKU9003173C9,KEMPER,${REGISTRO},Mérida,,vigente`].join('\n'));
    expect(await importar([archivo])).toMatchObject({ code: 0 });
    expect(existsSync(`${archivo}.errores.csv`)).toBe(false);
  });

  it('says so where it cannot write what is wrong', async () => {
    writeFileSync(archivo, [ENCABEZADO, 'X,=1+1,123,Mérida,,vigente'].join('\n'));
    mkdirSync(`${archivo}.errores.csv`);
    const { code, said } = await importar([archivo]);
    expect(code).toBe(1);
    expect(said).toContain('padron.csv.errores.csv: no se pudo quitar el de la vez anterior');
    expect(said).not.toContain('    at ');
  });

  it('says in a line why the database did not let it go on, and what to do', async () => {
    writeFileSync(archivo, [ENCABEZADO, toRow(1)].join('\n'));
    await db.$executeRaw`ALTER SEQUENCE registro_patronal_alta_seq MAXVALUE 10000 RESTART WITH 10000`;
    await db.$executeRaw`SELECT nextval('registro_patronal_alta_seq')`;
    const { code, said } = await importar([archivo]);
    await db.$executeRaw`ALTER SEQUENCE registro_patronal_alta_seq NO MAXVALUE`;
    expect(code).toBe(1);
    expect(said).toMatch(/la importación se detuvo \(.+\)\. Lo que ya se cargó se queda: revisa la base de datos/);
    expect(said).not.toContain('    at ');
  });

  it('takes no more memory for a larger file: 120 MB of text in a heap of 96', async () => {
    const rows = Array.from({ length: 10 }, (_, i) =>
      Array.from({ length: 1000 }, (_, j) => toRow(1000 * i + j)).join('\n'),
    );
    writeFileSync(archivo, `${ENCABEZADO}\n${Array.from({ length: 24 }, () => rows.join('\n')).join('\n')}\n`);
    expect(statSync(archivo).size).toBeGreaterThan(110_000_000);
    const { code, said } = await importar([archivo], '--max-old-space-size=96');
    expect(said).toContain(
      '240,000 renglones: 10,000 nuevos, 0 actualizados, 0 sin cambio, 230,000 repetidos, 0 con errores.',
    );
    expect(code).toBe(0);
    expect(await db.registroPatronal.count()).toBe(10_000);
  });

  it.each([
    [[], 'Di qué archivo: npm run padron:importar -- archivo.csv'],
    [['no-existe.csv'], 'no-existe.csv: no hay un archivo con ese nombre'],
  ])('%j says what to do', async (args, what) => {
    const { code, said } = await importar(args);
    expect(code).toBe(1);
    expect(said).toContain(what);
  });

  it('explains itself', async () => {
    const { code, said } = await importar(['--help']);
    expect(code).toBe(0);
    expect(said).toMatch(/^npm run padron:importar -- archivo\.csv /);
  });
});
