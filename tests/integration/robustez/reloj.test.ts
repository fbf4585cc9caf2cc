import { once } from 'node:events';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkClock } from '#cli/check-database.ts';
import { createAutoridadDePrueba } from '../../support/efirma/autoridad-de-prueba.ts';
import { buildPortal, launchPortal } from '../../support/portal.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';
import { createInstalacion, type Instalacion } from './instalacion.ts';
import { spawnWorker } from './proceso-worker.ts';

const MINUTE = 60_000;

let warnings: string[];
beforeEach(async () => {
  await testDb();
  warnings = [];
  vi.spyOn(console, 'warn').mockImplementation((line) => void warnings.push(line));
});
afterEach(() => vi.restoreAllMocks());

function revisar(modo: 'demo' | 'produccion', adelantoMs: number): Promise<void> {
  return checkClock({ modo, databaseUrl: testDatabaseUrl() }, () => Date.now() + adelantoMs);
}

describe('this machine’s clock against the database’s', () => {
  it('is not worth a word within a minute', async () => {
    await revisar('produccion', 0);
    await revisar('produccion', -55_000);
    expect(warnings).toEqual([]);
  });

  it('is told when it is more than a minute off: by how much, which way and what to do', async () => {
    await revisar('produccion', 2 * MINUTE + 5_400);
    await revisar('demo', -(26 * 60 + 1) * MINUTE);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(/^El reloj de esta máquina va 2 minutos y [56] segundos adelantado respecto al de la/);
    expect(warnings[0]).toContain('sincroniza los dos con la hora oficial (NTP');
    expect(warnings[1]).toContain('va 1 día y 2 horas atrasado');
  });

  it('stops the start in produccion when it is more than five minutes off, and only there', async () => {
    await expect(revisar('produccion', 6 * MINUTE)).rejects.toThrow(/va 6 minutos adelantado .*no arranco\.$/);
    await expect(revisar('produccion', -6 * MINUTE)).rejects.toThrow('atrasado');
    expect(warnings).toEqual([]);
  });

  it('tells in one line that the database does not answer', async () => {
    const databaseUrl = 'postgresql://x:y@127.0.0.1:9/z';
    await expect(checkClock({ modo: 'produccion', databaseUrl })).rejects.toThrow(
      'No se puede usar la base de datos de DATABASE_URL: nadie responde ahí (ECONNREFUSED).',
    );
  });
});

describe('portal and worker in produccion', () => {
  let instalacion: Instalacion;
  let env: Record<string, string>;
  beforeAll(() => buildPortal(), 600_000);
  beforeEach(async () => {
    instalacion = await createInstalacion(testDatabaseUrl(), await createAutoridadDePrueba(), new Date());
    const ofProduccion = { BUZON_MODO: 'produccion', EFIRMA_OCSP_URL: 'http://127.0.0.1:9/' };
    // A machine whose clock is ten minutes behind.
    const atrasada = encodeURIComponent('const now = Date.now; Date.now = () => now() - 600_000;');
    const NODE_OPTIONS = `--import data:text/javascript,${atrasada}`;
    env = { ...instalacion.env, ...ofProduccion, NODE_OPTIONS, BUZON_DESFASE: '', LOG_NIVEL: '' };
  });
  afterEach(() => instalacion.stop());

  it('do not start ten minutes away from their database, and print nothing but why', async () => {
    const [portal, worker] = [await launchPortal(env), spawnWorker(env)];
    const exits = await Promise.all([portal, worker].map(({ process }) => once(process, 'exit')));
    expect(exits.map(([code]) => code)).toEqual([1, 1]);
    for (const { output } of [portal, worker])
      expect(output()).toMatch(/^El reloj de esta máquina va (9|10) minutos.* atrasado respecto al .*no arranco\.\n$/);
  });
});
