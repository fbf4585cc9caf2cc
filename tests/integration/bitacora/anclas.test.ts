import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#infra/db/db.ts';
import { anchorBitacora, stampAnclas } from '#tramites/bitacora/anchor-bitacora.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';
import { type OpensslTsa, startOpensslTsa } from '../../support/tsa/openssl-tsa.ts';
import { withTsa } from '../../support/tsa/with-tsa.ts';

let db: Db;
let escenario: Escenario;
beforeEach(async () => {
  db = await testDb();
  escenario = await createEscenario(db);
  escenario.setNow(new Date('2026-11-25T05:59:00Z'));
  await append(10);
  await chainBitacora(escenario.ctx);
});

async function append(count: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO bitacora (fecha, evento, actor, datos)
    SELECT ${escenario.ctx.now()}, 'EVENTO', 'NADIE', jsonb_build_object('n', n) FROM generate_series(1, ${count}::int) AS n`;
}

/** The day of 24 November has ended in Central time, and its head is kept. */
async function anchor(): Promise<void> {
  escenario.setNow(new Date('2026-11-25T06:10:00Z'));
  await anchorBitacora(escenario.ctx);
}

const anclas = () => db.anclaDeBitacora.findMany({ orderBy: { dia: 'asc' }, select: { dia: true, posicion: true } });
const DIA = new Date('2026-11-24');

/** What only the owner can do: take every link out, change a row with its hash, and let the worker chain it all again. */
async function remakeChain(): Promise<void> {
  await alterarDatos(
    "UPDATE bitacora SET evento = 'OTRO' WHERE id = 4",
    'UPDATE bitacora AS fila SET hash = hash_de_bitacora(fila) WHERE id = 4',
    'TRUNCATE bitacora_cadena, hoja_de_registro',
    'INSERT INTO bitacora_pendiente SELECT id FROM bitacora ON CONFLICT DO NOTHING',
  );
  await chainBitacora(escenario.ctx);
}

describe('the head of each day', () => {
  it('is kept once the day has ended in Central time, and once only', async () => {
    await anchorBitacora(escenario.ctx);
    expect(await anclas()).toEqual([{ dia: new Date('2026-11-23'), posicion: 10n }]);
    await append(3);
    await chainBitacora(escenario.ctx);
    await anchor();
    await append(3);
    await chainBitacora(escenario.ctx);
    await Promise.all([1, 2, 3].map(() => anchorBitacora(escenario.ctx)));
    expect((await anclas()).at(-1)).toEqual({ dia: DIA, posicion: 13n });
    expect(await anclas()).toHaveLength(2);
  });

  it('waits until every row of the day is chained, and for none of the next day', async () => {
    await append(1);
    await anchor();
    expect(await anclas()).toEqual([]);
    await chainBitacora(escenario.ctx);
    await append(1);
    await anchorBitacora(escenario.ctx);
    expect(await anclas()).toEqual([{ dia: DIA, posicion: 11n }]);
  });

  it('is none while nothing is chained', async () => {
    const empty = await createEscenario(await testDb());
    await anchorBitacora(empty.ctx);
    expect(await anclas()).toEqual([]);
  });

  it('is of a link that is there, and nobody changes it', async () => {
    const data = { dia: DIA, posicion: 10n, cadena: 'a'.repeat(64), ancladaEn: escenario.ctx.now() };
    await expect(db.anclaDeBitacora.create({ data })).rejects.toThrow('no link 10 has that hash');
    await anchor();
    await expect(db.$executeRawUnsafe('UPDATE ancla_de_bitacora SET posicion = 9')).rejects.toThrow('append-only');
    await expect(db.$executeRawUnsafe('DELETE FROM ancla_de_bitacora')).rejects.toThrow('append-only');
  });
});

describe('a chain made anew', () => {
  it('is whole in itself: without an anchor nobody would know', async () => {
    await remakeChain();
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({ ok: true, value: { eslabones: 10n, anclas: [] } });
  });

  it('before an anchor is found out', async () => {
    await anchor();
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({
      ok: true,
      value: { anclas: [{ dia: DIA, posicion: 10n, sello: null }] },
    });
    await remakeChain();
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({
      ok: false,
      error: { tipo: 'CADENA_REHECHA', posicion: 10n },
    });
  });

  it('with its last rows left out is found out', async () => {
    await anchor();
    await alterarDatos('DELETE FROM bitacora WHERE id > 7', 'DELETE FROM bitacora_cadena WHERE bitacora_id > 7');
    expect(await verifyBitacora(escenario.ctx)).toEqual({
      ok: false,
      error: { tipo: 'CADENA_RECORTADA', posicion: 10n, bitacoraId: null },
    });
  });
});

it('without a time stamping service none is asked, and one that does not answer is asked again later', async () => {
  await anchor();
  await stampAnclas(escenario.ctx);
  await stampAnclas(withTsa(escenario.ctx, 'http://127.0.0.1:65535/'));
  expect(await db.selloDeAncla.count()).toBe(0);
});

describe.skipIf(!hasOpenssl)('with openssl ts (skipped without openssl)', () => {
  let tsa: OpensslTsa;
  beforeAll(async () => {
    tsa = await startOpensslTsa();
  });
  afterAll(() => tsa.close());

  async function stamp(): Promise<void> {
    await anchor();
    await stampAnclas(withTsa(escenario.ctx, tsa.url));
  }

  it('an anchor is stamped once, and whoever verifies is told by whom and when', async () => {
    await stamp();
    const { token: _, ...sello } = await db.selloDeAncla.findUniqueOrThrow({ where: { dia: DIA } });
    const asked = tsa.requests();
    await stampAnclas(withTsa(escenario.ctx, tsa.url));
    expect(tsa.requests()).toBe(asked);
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({
      ok: true,
      value: { anclas: [{ dia: DIA, sello: { fecha: sello.fecha, emisor: 'Sello de tiempo de prueba' } }] },
    });
  });

  it('an anchor made anew with the chain is found out by its stamp', async () => {
    await stamp();
    await remakeChain();
    await alterarDatos(
      'UPDATE ancla_de_bitacora SET cadena = (SELECT cadena FROM bitacora_cadena WHERE posicion = 10)',
    );
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({
      ok: false,
      error: { tipo: 'SELLO_DE_ANCLA_INVALIDO', posicion: 10n },
    });
  });

  it.each(["fecha = fecha - interval '1 day'", "token = '\\x3000'"])('a stamp that was changed: %s', async (change) => {
    await stamp();
    await alterarDatos(`UPDATE sello_de_ancla SET ${change}`);
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({ error: { tipo: 'SELLO_DE_ANCLA_INVALIDO' } });
  });
});
