import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#infra/db/db.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

let db: Db;
let escenario: Escenario;
beforeEach(async () => {
  db = await testDb();
  escenario = await createEscenario(db);
  await append(10);
  await chainBitacora(escenario.ctx);
  await append(2);
});

async function append(count: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO bitacora (fecha, evento, actor, folio, datos)
    SELECT now(), 'EVENTO', 'NADIE', 'BI-' || n, jsonb_build_object('n', n) FROM generate_series(1, ${count}::int) AS n`;
}

const REHASH = 'UPDATE bitacora AS fila SET hash = hash_de_bitacora(fila) WHERE id = 5';

describe('a record that its owner altered is found out, at the first place that is not as written', () => {
  it.each<[string, string[], object]>([
    ['a fact changed', ["UPDATE bitacora SET datos = '{}' WHERE id = 5"], { tipo: 'FILA_CAMBIADA', posicion: 5n }],
    [
      'a fact changed with its hash',
      ["UPDATE bitacora SET folio = 'X' WHERE id = 5", REHASH],
      { tipo: 'FILA_CAMBIADA', posicion: 5n, bitacoraId: 5n },
    ],
    [
      'a fact changed with its hash, in row and link',
      [
        "UPDATE bitacora SET actor = 'X' WHERE id = 5",
        REHASH,
        'UPDATE bitacora_cadena AS c SET hash = b.hash FROM bitacora AS b WHERE b.id = bitacora_id AND b.id = 5',
      ],
      { tipo: 'ESLABON_CAMBIADO', posicion: 5n },
    ],
    [
      'an hour changed',
      ["UPDATE bitacora SET fecha = fecha - interval '1 ms' WHERE id = 5"],
      { tipo: 'FILA_CAMBIADA' },
    ],
    ['a row taken out', ['DELETE FROM bitacora WHERE id = 3'], { tipo: 'FALTA_FILA', posicion: 3n, bitacoraId: 3n }],
    [
      'a row taken out with its link',
      ['DELETE FROM bitacora WHERE id = 3', 'DELETE FROM bitacora_cadena WHERE bitacora_id = 3'],
      { tipo: 'FALTA_ESLABON', posicion: 3n, bitacoraId: null },
    ],
    [
      'the first rows taken out with their links',
      ['DELETE FROM bitacora WHERE id < 3', 'DELETE FROM bitacora_cadena WHERE posicion < 3'],
      { tipo: 'FALTA_ESLABON', posicion: 1n },
    ],
    [
      'the links after it moved up',
      [
        'DELETE FROM bitacora WHERE id = 3',
        'DELETE FROM bitacora_cadena WHERE posicion = 3',
        'UPDATE bitacora_cadena SET posicion = -posicion WHERE posicion > 3',
        'UPDATE bitacora_cadena SET posicion = -posicion - 1 WHERE posicion < 0',
      ],
      { tipo: 'ESLABON_CAMBIADO', posicion: 3n, bitacoraId: 4n },
    ],
    [
      'two links in each other’s place',
      [
        'UPDATE bitacora_cadena SET posicion = -1 WHERE posicion = 4',
        'UPDATE bitacora_cadena SET posicion = 4 WHERE posicion = 7',
        'UPDATE bitacora_cadena SET posicion = 7 WHERE posicion = -1',
      ],
      { tipo: 'ESLABON_CAMBIADO', posicion: 4n, bitacoraId: 7n },
    ],
    [
      'a link said to be of another time',
      ["UPDATE bitacora_cadena SET encadenada_en = encadenada_en - interval '1 day' WHERE posicion = 6"],
      { tipo: 'ESLABON_CAMBIADO', posicion: 6n },
    ],
    [
      'the last link taken out, with its row left',
      ['DELETE FROM bitacora_cadena WHERE posicion = 10'],
      { tipo: 'FILA_SUELTA', posicion: null, bitacoraId: 10n },
    ],
    [
      'a row put in aside',
      [
        "INSERT INTO bitacora (id, fecha, evento, actor, datos, hash) VALUES (99, now(), 'X', 'X', '{}', repeat('0', 64))",
      ],
      { tipo: 'FILA_SUELTA', posicion: null, bitacoraId: 99n },
    ],
    [
      'a row changed while it waits to be chained',
      ["UPDATE bitacora SET evento = 'X' WHERE id = 11"],
      { tipo: 'FILA_CAMBIADA', posicion: null, bitacoraId: 11n },
    ],
    [
      'a row taken out while it waits to be chained',
      ['DELETE FROM bitacora WHERE id = 12'],
      { tipo: 'FALTA_FILA', posicion: null, bitacoraId: 12n },
    ],
  ])('%s', async (_, statements, ruptura) => {
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({ ok: true, value: { eslabones: 10n } });
    await alterarDatos(...statements);
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({ ok: false, error: ruptura });
  });

  it('though the worker goes on chaining after it', async () => {
    await alterarDatos("UPDATE bitacora SET evento = 'X' WHERE id = 11");
    await chainBitacora(escenario.ctx);
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({
      ok: false,
      error: { tipo: 'FILA_CAMBIADA', posicion: 11n },
    });
  });
});

it('a record without a row is as it was written', async () => {
  const empty = await createEscenario(await testDb());
  expect(await verifyBitacora(empty.ctx)).toMatchObject({ ok: true, value: { eslabones: 0n, cabeza: null } });
});
