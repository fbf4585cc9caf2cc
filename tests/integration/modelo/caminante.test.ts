import { expect, it } from 'vitest';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { verifyHechos } from '#tramites/bitacora/verify-hechos.ts';
import { HECHOS } from '../../../prisma/evidencia.ts';
import { createEscenario } from '../../support/escenario.ts';
import { listBroken } from '../../support/modelo/invariantes.ts';
import { type Mundo, PASOS, PASOS_DE_DESIGNACION } from '../../support/modelo/pasos.ts';
import { addRegistros } from '../../support/padron.ts';
import { testDb } from '../../support/test-db.ts';

// On a machine where somebody waits for the tests a fifth of them; BUZON_CAMINATAS=20000 walks for hours.
const CAMINATAS = Number(process.env.BUZON_CAMINATAS ?? (process.env.CI ? 300 : 60));
const PRIMERA = Number(process.env.BUZON_SEMILLA ?? 1);
const LARGO = 10;
/** Every third walk begins with one who names the other, and most of its steps are of that: among all of them two signatures seldom meet. */
const DE_DESIGNACION = 3;

/** Mulberry32: small, and the same on any machine. */
function createDraw(seed: number): Mundo['draw'] {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

async function walk(seed: number): Promise<void> {
  const escenario = await createEscenario(await testDb());
  const titulares = [await escenario.enter(), await escenario.enter('XIQB891116QE4')];
  await addRegistros(escenario.db, titulares[0]?.ctx.actor.titularId ?? '', 3);
  const draw = createDraw(seed);
  const mundo: Mundo = { escenario, titulares, draw };
  const walked: string[] = [];
  const isDeDesignacion = seed % DE_DESIGNACION === 0;
  if (isDeDesignacion) await PASOS_DE_DESIGNACION['one names the other']?.(mundo);
  for (let n = 0; n < LARGO; n++) {
    const pasos = isDeDesignacion && draw(4) > 0 ? PASOS_DE_DESIGNACION : PASOS;
    const paso = Object.keys(pasos)[draw(Object.keys(pasos).length)] as string;
    walked.push(paso);
    const telling = `seed ${seed}: ${walked.join(', ')}`;
    await pasos[paso]?.(mundo).catch((cause: unknown) => {
      throw new Error(telling, { cause });
    });
    expect(await listBroken(escenario.db), telling).toEqual([]);
  }
  await chainBitacora(escenario.ctx);
  expect(await verifyBitacora(escenario.ctx), `seed ${seed}`).toMatchObject({ ok: true });
  const hojas = await escenario.db.hojaDeRegistro.count();
  expect(hojas, `seed ${seed}: one leaf for each row`).toBe(await escenario.db.bitacora.count());
  const wrong: unknown[] = [];
  for await (const distinto of verifyHechos(escenario.db, HECHOS)) wrong.push(distinto);
  expect(wrong, `seed ${seed}: ${walked.join(', ')}`).toEqual([]);
}

it('whatever two titulares, their contacts, the padrón, the queue and the clock do, no rule is ever broken', {
  timeout: CAMINATAS * 4_000,
}, async () => {
  for (let n = 0; n < CAMINATAS; n++) await walk(PRIMERA + n);
});
