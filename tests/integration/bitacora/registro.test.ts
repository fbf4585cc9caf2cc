import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClaves } from '#infra/claves/claves.ts';
import type { Db } from '#infra/db/db.ts';
import { anchorBitacora } from '#tramites/bitacora/anchor-bitacora.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { listLlaves, proveConsistencia, signCabeza, storeCabeza } from '#tramites/registro/cabezas.ts';
import { toBase64 } from '#tramites/registro/prove-acuse.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const VIGILAR = fileURLToPath(new URL('../../../src/cli/registro-vigilar.mjs', import.meta.url));

let db: Db;
let escenario: Escenario;
let server: Server;
let url: string;
let archivo: string;
/** What somebody in between answers instead. */
let lie: (ruta: string, texto: string) => string;

beforeEach(async () => {
  db = await testDb();
  escenario = await createEscenario(db);
  lie = (_, texto) => texto;
  archivo = path.join(makeTempDir(), 'vigilado.json');
  server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
    const [de, a] = ['de', 'a'].map((name) => Number(searchParams.get(name))) as [number, number];
    const hashes = pathname.endsWith('consistencia') ? await proveConsistencia(escenario.ctx, de, a) : [];
    const texto = pathname.endsWith('cabeza')
      ? (await signCabeza(escenario.ctx))?.nota
      : pathname.endsWith('llaves')
        ? listLlaves(escenario.ctx).join('\n')
        : hashes?.map((hash) => `${toBase64(hash)}\n`).join('');
    response.writeHead(texto === undefined ? 404 : 200).end(lie(pathname, texto ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await append(5);
});
afterEach(() => server.close());

async function append(count: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO bitacora (fecha, evento, actor, datos) SELECT now(), 'N', 'NADIE', '{}' FROM generate_series(1, ${count}::int)`;
  await chainBitacora(escenario.ctx);
}

async function vigilar(...args: string[]) {
  const command = promisify(execFile)(process.execPath, [VIGILAR, ...args], { env: {} as NodeJS.ProcessEnv });
  return command.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error) => ({ code: error.code, said: error.stderr as string }),
  );
}

const watch = () => vigilar(url, '--archivo', archivo);

describe('npm run registro:vigilar', () => {
  it('follows a log that only grows, whatever its sizes', async () => {
    expect(await watch()).toMatchObject({ code: 0, said: expect.stringContaining('tiene 5 hechos') });
    for (const count of [0, 1, 2, 3, 21]) {
      await append(count);
      expect(await watch(), `${count} more`).toMatchObject({
        code: 0,
        said: expect.stringContaining('son su principio'),
      });
    }
  });

  it('says when facts were taken away, made anew, or an old copy stands in for it', async () => {
    await append(6);
    await watch();
    await alterarDatos('DELETE FROM hoja_de_registro WHERE posicion > 7');
    expect(await watch()).toMatchObject({ code: 2, said: expect.stringContaining('se acortó') });
    await alterarDatos(
      'TRUNCATE hoja_de_registro, bitacora_cadena',
      'INSERT INTO bitacora_pendiente SELECT id FROM bitacora',
    );
    await chainBitacora(escenario.ctx);
    expect(await watch()).toMatchObject({ code: 2, said: expect.stringContaining('tenía otra raíz') });
    await append(3);
    expect(await watch()).toMatchObject({ code: 2, said: expect.stringContaining('no es el principio') });
  });

  it('believes no head that another key signed, and takes a new key from the former one', async () => {
    await watch();
    const { claves } = escenario.ctx;
    escenario.ctx.claves = createClaves(['otro secreto de prueba de treinta y dos letras']);
    expect(await watch()).toMatchObject({ code: 2, said: expect.stringContaining('ninguna llave conocida') });
    const both = ['otro secreto de prueba de treinta y dos letras', 'un secreto de prueba de treinta y dos caracteres'];
    escenario.ctx.claves = createClaves(both as [string, string]);
    expect((await watch()).code).toBe(0);
    escenario.ctx.claves = createClaves([both[0] as string]);
    expect((await watch()).code).toBe(0);
    escenario.ctx.claves = claves;
  });

  it.each<[string, typeof lie]>([
    ['a head with another size', (ruta, texto) => (ruta.endsWith('cabeza') ? texto.replace('\n8\n', '\n9\n') : texto)],
    [
      'a proof of something else',
      (ruta, texto) => (ruta.endsWith('consistencia') ? texto.split('\n').reverse().join('\n') : texto),
    ],
    ['a proof that is cut short', (ruta, texto) => (ruta.endsWith('consistencia') ? texto.slice(45) : texto)],
    ['no head at all', (ruta, texto) => (ruta.endsWith('cabeza') ? '<html>' : texto)],
  ])('is not taken in by %s', async (_, each) => {
    await watch();
    await append(3);
    lie = each;
    expect((await watch()).code).toBe(2);
  });

  it('says that nobody answers, which is another matter, and explains itself', async () => {
    expect(await vigilar('http://127.0.0.1:1', '--archivo', archivo)).toMatchObject({
      code: 1,
      said: expect.stringContaining('no contesta'),
    });
    expect(await vigilar('--help')).toMatchObject({
      code: 0,
      said: expect.stringContaining('npm run registro:vigilar'),
    });
  });
});

describe('npm run bitacora:verificar of the log', () => {
  it('keeps a signed head an hour, and the root with the anchor of each day', async () => {
    await storeCabeza(escenario.ctx);
    await append(1);
    await storeCabeza(escenario.ctx);
    expect(await db.cabezaDeRegistro.count()).toBe(1);
    escenario.advance(3_600_000);
    await storeCabeza(escenario.ctx);
    expect(await db.cabezaDeRegistro.count()).toBe(2);
    escenario.advance(3 * 86_400_000);
    await anchorBitacora(escenario.ctx);
    escenario.advance(3 * 86_400_000);
    await anchorBitacora(escenario.ctx);
    const { raiz } = (await signCabeza(escenario.ctx)) as { raiz: Uint8Array };
    expect((await db.anclaDeBitacora.findMany()).map((ancla) => ancla.raiz)).toEqual(
      Array.from({ length: 4 }, () => Buffer.from(raiz).toString('hex')),
    );
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({ ok: true, value: { raiz: `6:${toBase64(raiz)}` } });
  });

  it.each([
    ["UPDATE hoja_de_registro SET sal = '\\x00' WHERE posicion = 2", 'HOJA_CAMBIADA'],
    ["UPDATE hoja_de_registro SET nodos = nodos || '\\x00' WHERE posicion = 3", 'HOJA_CAMBIADA'],
    ['DELETE FROM hoja_de_registro WHERE posicion = 3', 'HOJA_CAMBIADA'],
    ['UPDATE hoja_de_registro SET posicion = 9 WHERE posicion = 5', 'CABEZA_DISTINTA'],
    ['INSERT INTO hoja_de_registro SELECT 6, sal, nodos FROM hoja_de_registro WHERE posicion = 5', 'HOJA_DE_MAS'],
    ["UPDATE cabeza_de_registro SET raiz = repeat('0', 64)", 'CABEZA_DISTINTA'],
    ["UPDATE cabeza_de_registro SET nota = replace(nota, E'\\n5\\n', E'\\n6\\n')", 'CABEZA_DISTINTA'],
    ["UPDATE ancla_de_bitacora SET raiz = repeat('0', 64)", 'CABEZA_DISTINTA'],
    ['DELETE FROM ancla_de_bitacora WHERE dia = (SELECT max(dia) - 1 FROM ancla_de_bitacora)', 'FALTA_ANCLA'],
  ])('finds out %s', async (statement, tipo) => {
    await storeCabeza(escenario.ctx);
    await anchorBitacora(escenario.ctx);
    escenario.advance(3 * 86_400_000);
    await anchorBitacora(escenario.ctx);
    expect((await verifyBitacora(escenario.ctx)).ok).toBe(true);
    await alterarDatos(statement);
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({ ok: false, error: { tipo } });
  });
});
