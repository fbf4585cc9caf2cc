import { beforeEach, describe, expect, it } from 'vitest';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { listPorAtender } from '#tramites/soporte/list-por-atender.ts';
import { presentar } from '../../support/aclaraciones.ts';
import { createEscenario, type Escenario, enterSoporte, type Titular } from '../../support/escenario.ts';
import { contextoDeEnvio, RFC_DE_SOPORTE, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const HOUR_MS = 3_600_000;
const REFUSED = { aceptado: false, definitivo: true, respuesta: '550 no such user' } as const;

let escenario: Escenario;
let titular: Titular;
let ctx: ContextoDeSoporte;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  ({ ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA));
});

const register = (valor: string) => registrar(titular, valor);

async function refuse(folio: string): Promise<void> {
  const { id } = await escenario.db.aviso.findFirstOrThrow({ where: { folio } });
  await sendAviso(
    contextoDeEnvio(escenario.ctx, () => REFUSED),
    id,
    { isLast: false },
  );
}

const foliosOf = async (que: 'aclaraciones' | 'fallidos' | 'porVencer') =>
  (await listPorAtender(ctx))[que].map(({ folio }) => folio);

describe('what waits for support', () => {
  it('is nothing while all goes well', async () => {
    await register('ana@correo.example');
    expect(await listPorAtender(ctx)).toEqual({ aclaraciones: [], fallidos: [], porVencer: [] });
  });

  it('are the messages that failed today, the last one first, and tomorrow no more', async () => {
    const primero = await register('ana@correo.example');
    const segundo = await register('eva@correo.example');
    await refuse(primero);
    escenario.advance(1);
    await refuse(segundo);
    expect(await foliosOf('fallidos')).toEqual([segundo, primero]);
    escenario.advance(24 * HOUR_MS);
    expect(await foliosOf('fallidos')).toEqual([]);
  });

  it('are the folios that expire within a day, the next one first, until they have', async () => {
    const primero = await register('ana@correo.example');
    escenario.advance(HOUR_MS);
    const segundo = await register('eva@correo.example');
    escenario.advance(47 * HOUR_MS);
    expect(await foliosOf('porVencer')).toEqual([]);
    escenario.advance(HOUR_MS + 1);
    expect(await foliosOf('porVencer')).toEqual([primero, segundo]);
    escenario.advance(23 * HOUR_MS);
    expect(await foliosOf('porVencer')).toEqual([segundo]);
  });

  it('are at most five aclaraciones, those that have waited longest', async () => {
    const folios: string[] = [];
    for (let n = 0; n < 6; n++) {
      folios.push(await presentar(titular));
      escenario.advance(HOUR_MS);
    }
    expect(await foliosOf('aclaraciones')).toEqual(folios.slice(0, 5));
  });
});
