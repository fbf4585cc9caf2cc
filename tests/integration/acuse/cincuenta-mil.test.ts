import { expect, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { downloadAcuse } from '#tramites/acuse/download-acuse.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { seedPadron } from '../../bench/base/seed-padron.ts';
import { createEscenario } from '../../support/escenario.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const TOTAL = 50_000;

it('fifty thousand registros are registered at once, and their acuse issued in under a minute of processor, telling how far it is', async () => {
  const escenario = await createEscenario(await testDb());
  const owner = await openConnection(testDatabaseUrl());
  const [sembrado] = await seedPadron(owner, { cuentas: [TOTAL], total: TOTAL });
  await owner.end();
  const titular = await escenario.enter(sembrado?.rfc);
  const result = await registerForRegistros(titular, 'nomina@espiga.example', 'todos');
  if (!result.ok) throw new Error(result.error);
  const { folio } = result.value;
  const ctx = { ...escenario.ctx, renderAcuse, esDemo: true };
  const download = () => downloadAcuse({ ...ctx, ...titular.ctx }, folio, 'REGISTRO');
  const { id } = await escenario.db.acuse.findFirstOrThrow({ where: { folio, tipo: 'REGISTRO' } });
  const began = process.cpuUsage();
  const emitted = printAcuse(ctx, id);
  const told: number[] = [];
  for (;;) {
    const descarga = await download();
    if (descarga?.situacion !== 'EN_PROCESO') break;
    expect(descarga.total).toBe(TOTAL);
    told.push(descarga.hechos);
  }
  await emitted;
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000).toBeLessThan(60_000);
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(new Set(told).size).toBeGreaterThan(5);
  expect(await download()).toMatchObject({ situacion: 'LISTO' });
});
