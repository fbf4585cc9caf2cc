import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#infra/db/db.ts';
import { VARIABLES } from '#infra/env/variables.ts';
import { anchorBitacora } from '#tramites/bitacora/anchor-bitacora.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario } from '../../support/escenario.ts';
import { registrar } from '../../support/soporte.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let db: Db;
beforeEach(async () => {
  db = await testDb();
});

/** `npm run bitacora:verificar` on a database, without a developer's settings. */
async function verificar(args: string[], env: Record<string, string>) {
  const nothing = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
  const command = promisify(execFile)(process.execPath, ['src/cli/bitacora-verificar.mjs', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...nothing, NODE_OPTIONS: '', ...env },
  });
  return command.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error) => ({ code: error.code, said: error.stderr }),
  );
}

describe('npm run bitacora:verificar', () => {
  it('says that the record is whole, shows its head and what waits', async () => {
    await insert(3);
    await chainBitacora({ db, now: () => new Date() });
    await insert(1);
    const { code, said } = await verificar([], { DATABASE_URL: testDatabaseUrl() });
    expect(said).toMatch(/^La bitácora está íntegra: 3 eslabones\.\nCabeza de la cadena: 3:[0-9a-f]{64}\n/);
    expect(said).toContain('Filas sin encadenar todavía: 1,');
    expect(code).toBe(0);
  });

  it('shows the head that was kept of the last days, and says when the chain is another', async () => {
    await insert(3);
    await chainBitacora({ db, now: () => new Date() });
    await anchorBitacora({ db, algoritmo: 'sha256', now: () => new Date(Date.now() + 24 * 3_600_000) });
    const { said } = await verificar([], { DATABASE_URL: testDatabaseUrl() });
    expect(said).toMatch(/\nAncla del \d{4}-\d\d-\d\d: 3:[0-9a-f]{64}, sin sello de tiempo\n$/);
    await alterarDatos(
      'TRUNCATE bitacora_cadena, hoja_de_registro',
      'INSERT INTO bitacora_pendiente SELECT id FROM bitacora',
    );
    await chainBitacora({ db, now: () => new Date(0) });
    const remade = await verificar([], { DATABASE_URL: testDatabaseUrl() });
    expect(remade).toMatchObject({ code: 1, said: expect.stringContaining('la cadena no es la que se ancló') });
    expect(remade.said).not.toContain('íntegro');
  });

  it('names the first broken link and ends with 1', async () => {
    await insert(3);
    await chainBitacora({ db, now: () => new Date() });
    await alterarDatos("UPDATE bitacora SET actor = 'X' WHERE id >= 2");
    expect(await verificar([], { DATABASE_URL: testDatabaseUrl() })).toEqual({
      code: 1,
      said: 'La bitácora está rota en el eslabón 2, la fila 2: la fila fue cambiada. Lo anterior está íntegro.\n',
    });
  });

  it('names table, folio and column of a fact that is not as it was written, what is missing and what is too much', async () => {
    const titular = await (await createEscenario(db)).enter();
    const folio = await registrar(titular, 'ana@correo.example');
    await chainBitacora({ db, now: () => new Date() });
    const whole = await verificar([], { DATABASE_URL: testDatabaseUrl() });
    expect(whole).toMatchObject({
      code: 0,
      said: expect.stringMatching(/\nHechos guardados que son los que se escribieron: \d+\.\n/),
    });
    await alterarDatos(
      `UPDATE medio_de_contacto SET valor = 'otra@correo.example' WHERE folio = '${folio}'`,
      'DELETE FROM aviso',
      "INSERT INTO certificado_revocado (huella, respuesta, consultada_en) VALUES (repeat('b', 64), '\\x00', now())",
    );
    const { code, said } = await verificar([], { DATABASE_URL: testDatabaseUrl() });
    expect(code).toBe(1);
    expect(said).toMatch(
      new RegExp(`^medio_de_contacto \\S+, folio ${folio}: no es lo que se escribió; cambió valor$`, 'm'),
    );
    expect(said).toMatch(new RegExp(`^aviso \\S+, folio ${folio}: la fila no está`, 'm'));
    expect(said).toMatch(/^certificado_revocado b{64}: la fila está de más/m);
    expect(said).toContain('Hechos que no son lo que se escribió: 3.');
  });

  it('names what has a date that disagrees with its place in the chain, and says by how much is too much', async () => {
    await insert(2);
    await db.$executeRaw`
      INSERT INTO bitacora (fecha, evento, actor, folio, datos)
      SELECT now() - interval '3 days', 'MEDIO_REGISTRADO', 'NADIE', 'BI-2026.00000001-35', '{}'`;
    await chainBitacora({ db, now: () => new Date() });
    const { code, said } = await verificar([], { DATABASE_URL: testDatabaseUrl() });
    expect(said).toMatch(
      /^MEDIO_REGISTRADO, folio BI-2026\.00000001-35, eslabón 3: dice ser del .+ y está después de /,
    );
    expect(said).toContain('Fechas que no van con su lugar en la cadena, por más de 2 horas: 1.');
    expect(code).toBe(1);
  });

  it('compares with heads kept elsewhere: the chain made anew, one that ends before, and the one that was', async () => {
    const dir = makeTempDir();
    await insert(4);
    await chainBitacora({ db, now: () => new Date() });
    const env = { DATABASE_URL: testDatabaseUrl() };
    const kept = `${dir}/cabezas.txt`;
    writeFileSync(kept, (await verificar([], env)).said);
    expect(await verificar(['--contra', kept], env)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Es la misma'),
    });
    writeFileSync(`${dir}/otra.txt`, readFileSync(kept, 'utf8').replace('4:', '7:'));
    expect(await verificar(['--contra', `${dir}/otra.txt`], env)).toMatchObject({
      code: 1,
      said: expect.stringContaining('le faltan los últimos 3 hechos'),
    });
    await alterarDatos(
      'TRUNCATE bitacora_cadena, hoja_de_registro',
      'INSERT INTO bitacora_pendiente SELECT id FROM bitacora',
    );
    await chainBitacora({ db, now: () => new Date(0) });
    expect(await verificar(['--contra', kept], env)).toMatchObject({
      code: 1,
      said: expect.stringContaining('fue rehecha: no es la que se guardó fuera en 4'),
    });
  });

  it('starts the embedded database of the demo when no portal runs, and stops it', async () => {
    const datos = makeTempDir();
    expect(await verificar([], { BUZON_DATOS: datos })).toMatchObject({
      code: 0,
      said: expect.stringContaining('La bitácora está íntegra: 0 eslabones.'),
    });
    await rm(datos, { recursive: true, force: true });
  });

  it('says in one line that there is no database', async () => {
    const { code, said } = await verificar([], { DATABASE_URL: 'postgresql://x:y@127.0.0.1:1/z' });
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain('DATABASE_URL');
    expect(code).toBe(1);
  });

  it('explains itself', async () => {
    expect(await verificar(['--help'], {})).toMatchObject({ code: 0, said: expect.stringContaining('No cambia nada') });
  });
});

async function insert(count: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO bitacora (fecha, evento, actor, datos) SELECT now(), 'N', 'NADIE', '{}' FROM generate_series(1, ${count}::int)`;
}
