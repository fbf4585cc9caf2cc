import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import { findRepresentacion } from '#tramites/vigencia/find-representacion.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import type { Encargo } from '../../support/proceso-que-firma.ts';
import { firmaDe, firmarDesignacion, proponer } from '../../support/representar.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
let representante: Titular;
let folio: string;
let dueno: pg.Client;
let victim: ChildProcess | null;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter('EKU9003173C9');
  representante = await escenario.enter();
  folio = await proponer(titular, representante.ctx.actor.rfc);
  await firmarDesignacion(titular.ctx, titular.efirma, folio);
  dueno = await openConnection(testDatabaseUrl());
  victim = null;
});
afterEach(async () => {
  victim?.kill('SIGKILL');
  await dueno.end();
});

/** The second signature, in a process of its own. */
async function startSecond(): Promise<ChildProcess> {
  const { certificado, firma, ...resto } = await firmaDe(representante.ctx, representante.efirma, folio);
  const [cer, bytes] = [certificado, firma].map((each) => Buffer.from(each).toString('base64'));
  const encargo: Encargo = {
    databaseUrl: testDatabaseUrl(),
    acDir: escenario.autoridad.acDir,
    sesionId: representante.ctx.actor.sesionId,
    firma: { ...resto, certificado: cer ?? '', firma: bytes ?? '' },
  };
  victim = spawn(process.execPath, ['--import', 'tsx', 'tests/support/proceso-que-firma.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  victim.stdin?.end(JSON.stringify(encargo));
  return victim;
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** How many wait for a lock on the table. */
async function waiting(tabla: string): Promise<number> {
  const { rows } = await dueno.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM pg_locks WHERE relation = $1::regclass AND NOT granted',
    [tabla],
  );
  return rows[0]?.n ?? 0;
}

/** All that a designation leaves when both have signed; none of it, or the whole. */
async function left() {
  const { db } = escenario;
  const [firmas, acuses, primeras, avisos] = await Promise.all([
    db.firmaDeRepresentacion.count(),
    db.acuse.count({ where: { tipo: 'REPRESENTACION' } }),
    db.primeraFirma.count(),
    db.bitacora.count({ where: { evento: 'REPRESENTACION_VIGENTE' } }),
  ]);
  const situacion = (await findRepresentacion(db, titular.ctx, folio))?.situacion;
  return { situacion, firmas, acuses, primeras, avisos };
}
const ANTES = { situacion: 'PRIMERA_FIRMA', firmas: 0, acuses: 0, primeras: 1, avisos: 0 };
const DESPUES = { situacion: 'VIGENTE', firmas: 2, acuses: 1, primeras: 0, avisos: 1 };

describe('the portal killed while the second signs', () => {
  it.each(['primera_firma', 'firma_de_representacion', 'representacion', 'acuse'])(
    'when it was about to write %s: nothing has happened, and who signs again completes it',
    async (tabla) => {
      await dueno.query('BEGIN');
      await dueno.query(`LOCK TABLE ${tabla} IN SHARE MODE`);
      const child = await startSecond();
      await expect.poll(() => waiting(tabla)).toBe(1);
      await kill(child);
      await dueno.query('ROLLBACK');
      await expect
        .poll(
          async () => (await dueno.query("SELECT FROM pg_locks WHERE relation = 'primera_firma'::regclass")).rowCount,
        )
        .toBe(0);
      expect(await left()).toEqual(ANTES);
      expect((await firmarDesignacion(representante.ctx, representante.efirma, folio)).ok).toBe(true);
      expect(await left()).toEqual(DESPUES);
    },
  );

  it('once it has answered: all has happened, and who signs again changes nothing', async () => {
    const child = await startSecond();
    const [line] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
    await kill(child);
    expect(JSON.parse(String(line))).toEqual({ ok: true, value: { folio, isVigente: true } });
    expect(await left()).toEqual(DESPUES);
    await expect(firmaDe(representante.ctx, representante.efirma, folio)).rejects.toThrow('DESIGNACION_CERRADA');
    expect(await left()).toEqual(DESPUES);
  });
});
