import { randomUUID, verify, X509Certificate } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeFromHmac } from '#domain/medio-de-contacto/codigo.ts';
import { openConnection } from '#infra/db/connection.ts';
import { readFalla } from '#infra/db/falla.ts';
import type { Sello } from '#infra/sello/sello.ts';
import { issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { importPadron } from '#tramites/padron/import-padron.ts';
import { verifySolicitud } from '#tramites/solicitud/verify-solicitud.ts';
import { presentar } from '../../support/aclaraciones.ts';
import { activar, firmarSolicitud } from '../../support/activar.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
let admin: pg.Client;
/** Transactions that were open at each signature. */
let abiertas: number[];
/** What happens before a signature is given. */
let antes: (nth: number) => Promise<void>;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  admin = await openConnection(testDatabaseUrl());
  [abiertas, antes] = [[], async () => undefined];
  escenario.ctx.sello = toDeFuera(escenario.ctx.sello);
  titular = await escenario.enter();
});
afterEach(() => admin.end());

function toDeFuera(sello: Sello): Sello {
  return {
    ...sello,
    isDeFuera: true,
    async sign(bytes) {
      const { rows } = await admin.query<{ abiertas: number }>(ABIERTAS);
      abiertas.push(rows[0]?.abiertas ?? -1);
      await antes(abiertas.length);
      return sello.sign(bytes);
    },
  };
}

const ABIERTAS = `
  SELECT count(*)::int AS abiertas FROM pg_stat_activity
  WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`;

async function register(valor: string, { ctx } = titular): Promise<string> {
  const mecanismo = valor.includes('@') ? ('CORREO_ELECTRONICO' as const) : ('TELEFONO' as const);
  const result = await registerMedioDeContacto(ctx, { mecanismo, valor, peticionId: randomUUID() });
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

const medioDe = (folio: string) => escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });

async function registerTodos(valor: string, sinNuevaValidacion = false): Promise<string> {
  const result = await registerForRegistros(titular, valor, 'todos', { sinNuevaValidacion });
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

async function validar(folio: string): Promise<void> {
  const result = await validateCorreo(escenario.ctx, buildToken(escenario.ctx.claves, await medioDe(folio)) ?? '');
  expect(result).toMatchObject({ ok: true });
}

async function validarCelular(folio: string): Promise<void> {
  const { claveId, id } = await medioDe(folio);
  const codigo = codeFromHmac(escenario.ctx.claves.derive(claveId, 'codigo-de-celular', id) as Buffer);
  expect(await validateCelular(titular.ctx, { folio, codigo })).toMatchObject({ ok: true });
}

async function pass(numeros: readonly string[]): Promise<void> {
  const filas = numeros.map((numero) => `MEGL920721K30,LETICIA,${numero},Tijuana,,vigente`);
  const csv = ['rfc,nombre,registro_patronal,subdelegacion,domicilio,estado', ...filas].join('\n');
  const ctx = { ...escenario.ctx, actor: { tipo: 'SISTEMA' } } as const;
  const informe = { onObservaciones: async () => undefined, onAvance: () => undefined };
  expect(await importPadron(ctx, { open: () => Readable.from([Buffer.from(csv)]) }, informe)).toMatchObject({
    ok: true,
  });
}

/** The acuses, each of which has the sello of its cadena: it may be verified from the moment that it is there. */
async function readAcuses() {
  const acuses = await escenario.db.acuse.findMany();
  const { publicKey } = new X509Certificate(escenario.ctx.sello.certificadoPem);
  for (const { cadenaOriginal, sello } of acuses)
    expect(verify('RSA-SHA256', Buffer.from(cadenaOriginal), publicKey, sello), cadenaOriginal).toBe(true);
  return acuses;
}

describe('a key that is elsewhere is asked with no transaction open', () => {
  const numeros = () => addRegistros(escenario.db, titular.ctx.actor.titularId, 3);

  it.each<[string, number, () => Promise<unknown>]>([
    ['a registration', 1, () => register('ana@correo.example')],
    ['a registration and its proof', 2, async () => validar(await register('ana@correo.example'))],
    ['a phone and its code', 2, async () => validarCelular(await register('5512345678'))],
    [
      'a removal',
      2,
      async () =>
        expect(await removeMedioDeContacto(titular.ctx, await register('ana@correo.example'))).toMatchObject({
          ok: true,
        }),
    ],
    ['an aclaración', 1, () => presentar(titular)],
    ['a solicitud', 1, () => activar(titular)],
    [
      'a registration for registros whose address was proved before: two acuses in one transaction',
      4,
      async () => {
        await numeros();
        await validar(await register('ana@correo.example'));
        await registerTodos('ana@correo.example', true);
      },
    ],
    [
      'some registros taken off',
      2,
      async () => {
        const [uno = ''] = await numeros();
        const folio = await registerTodos('nomina@espiga.example');
        const result = await removeRegistrosDeMedio(titular.ctx, { folio, numeros: [uno] });
        expect(result).toMatchObject({ ok: true });
      },
    ],
    [
      'a load that takes registros off many medios',
      6,
      async () => {
        const [uno = '', dos = '', tres = ''] = await numeros();
        for (const nth of [1, 2]) await registerTodos(`m${nth}@espiga.example`);
        await pass([uno]);
        await pass([dos, tres]);
      },
    ],
    [
      'a solicitud that was signed without an answer about its revocation',
      1,
      async () => {
        titular.ctx.politicaOcsp = 'tolerante';
        await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'ana@correo.example');
        await addMedioValidado(titular, 'TELEFONO', '+525512345678');
        escenario.setOcsp(() => ({ resultado: 'SIN_RESPUESTA', motivo: 'down' }));
        const folio = await firmarSolicitud(titular);
        expect(abiertas).toEqual([]);
        escenario.setOcsp((now) => ({ resultado: 'BUENO', der: new Uint8Array([48, 0]), vigenteHasta: now }));
        const { id } = await escenario.db.solicitud.findUniqueOrThrow({ where: { folio } });
        await verifySolicitud(escenario.ctx, id, { isLast: false });
      },
    ],
  ])('%s', async (_, acuses, work) => {
    await work();
    expect(abiertas).toEqual(Array(acuses).fill(0));
    expect(await readAcuses()).toHaveLength(acuses);
  });
});

it('no folio is left out by the work that is done twice', async () => {
  const folios = [await register('ana@correo.example'), await register('eva@correo.example')];
  expect(folios.map((folio) => folio.slice(0, -3))).toEqual(['BI-2026.00000001', 'BI-2026.00000002']);
});

it('while one seal takes long others go on, and so does the same person', async () => {
  const otra = await escenario.enter('HEQL850612Q49');
  let seal = () => {};
  const sealed = new Promise<void>((resolve) => {
    seal = resolve;
  });
  antes = async (nth) => (nth === 1 ? sealed : undefined);
  const lento = register('ana@correo.example');
  await expect.poll(() => abiertas.length).toBe(1);
  await register('otra@correo.example', otra);
  await register('eva@correo.example');
  seal();
  expect((await medioDe(await lento)).valor).toBe('ana@correo.example');
  await readAcuses();
});

it('what was settled while it was sealed is not certified otherwise', async () => {
  const folio = await register('ana@correo.example');
  antes = async (nth) => {
    if (nth === 2) await validar(folio);
  };
  expect(await removeMedioDeContacto(titular.ctx, folio)).toMatchObject({ ok: true });
  antes = async (nth) => {
    if (nth === 5) await removeMedioDeContacto(titular.ctx, otro);
  };
  const otro = await register('eva@correo.example');
  expect(await removeMedioDeContacto(titular.ctx, otro)).toEqual({ ok: false, error: 'BAJA_NO_PROCEDE' });
  expect((await readAcuses()).map(({ tipo }) => tipo).sort()).toEqual([
    'BAJA',
    'BAJA',
    'REGISTRO',
    'REGISTRO',
    'VALIDACION',
  ]);
});

it('the same press twice registers once, though both were sealed', async () => {
  const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor: 'ana@correo.example', peticionId: randomUUID() };
  antes = () => sleep(200);
  const [una, otra] = await Promise.all([1, 2].map(() => registerMedioDeContacto(titular.ctx, peticion)));
  expect(una).toEqual(otra);
  expect(await readAcuses()).toHaveLength(1);
});

it('where it fails nothing was done, whoever needed it is told, and the next press does it', async () => {
  antes = async () => {
    throw Object.assign(new Error('SELLO_COMANDO: terminó con el código 1'), { code: 'SIN_SELLO' });
  };
  const failed = await register('ana@correo.example').catch(readFalla);
  expect(failed).toBe('SIN_SELLO');
  expect([await escenario.db.medioDeContacto.count(), await escenario.db.acuse.count()]).toEqual([0, 0]);
  antes = async () => undefined;
  await register('ana@correo.example');
  expect(await readAcuses()).toHaveLength(1);
});

it('nothing else asks for it in a transaction', async () => {
  const work = escenario.db.$transaction((tx) =>
    issueAcuse(tx, escenario.ctx, titular.ctx.actor.titularId, {} as Parameters<typeof issueAcuse>[3]),
  );
  await expect(work).rejects.toThrow('outside of runSealed');
});
