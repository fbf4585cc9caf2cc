import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { warnOfShiftedHours } from '#cli/shifted-hours.ts';
import { findShiftedHours } from '#tramites/bitacora/verify-bitacora.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function register(): Promise<string> {
  const peticionId = randomUUID();
  const valor = `${peticionId}@correo.example`;
  const result = await registerMedioDeContacto(titular.ctx, { mecanismo: 'CORREO_ELECTRONICO', valor, peticionId });
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

/** What a version that did not state its time zone left on a server of Tijuana. */
const asWrittenInTijuana = (folio: string, horas: number) =>
  alterarDatos(`UPDATE acuse SET fecha = fecha + interval '${horas} hours' WHERE folio = '${folio}'`);

async function said(): Promise<string[]> {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await warnOfShiftedHours(testDatabaseUrl());
  return warn.mock.calls.flat();
}

it('nothing is said of what was written in its hour', async () => {
  await register();
  expect(await findShiftedHours(escenario.ctx)).toBeNull();
  expect(await said()).toEqual([]);
});

it('the start tells which acuses an earlier version wrote hours off, where, and by how much', async () => {
  await register();
  const [primero, segundo] = [await register(), await register()];
  await asWrittenInTijuana(primero, 7);
  await asWrittenInTijuana(segundo, 8);
  const filas = await escenario.db.bitacora.findMany({
    where: { folio: { in: [primero, segundo] }, evento: 'ACUSE_EMITIDO' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const [line = '', ...more] = await said();
  expect(more).toEqual([]);
  expect(line).toContain(
    `2 acuses (del folio ${primero} al ${segundo}) con la hora corrida 7 h hacia adelante o 8 h hacia adelante`,
  );
  expect(line).toContain(`las filas ${filas[0]?.id} a ${filas[1]?.id} de la bitácora`);
});

it('what was found is read from an index that holds nothing else', async () => {
  const plan = await escenario.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw<
      { 'QUERY PLAN': string }[]
    >`EXPLAIN SELECT count(*) FROM acuse WHERE fecha <> fecha_sellada(datos)`;
  });
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('acuse_con_otra_hora');
});

it('no acuse comes in with another instant than its sello covers', async () => {
  const folio = await register();
  const copia = `INSERT INTO acuse (id, folio, tipo, titular_id, fecha, plantilla, datos, cadena_original, sello, certificado_de_sello)
    SELECT gen_random_uuid(), folio || 'X', tipo, titular_id, fecha + interval '8 hours', plantilla, datos, cadena_original, sello,
           certificado_de_sello FROM acuse WHERE folio = '${folio}'`;
  await expect(escenario.db.$executeRawUnsafe(copia)).rejects.toThrow(/another instant than its sello covers/);
});
