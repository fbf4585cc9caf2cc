import { beforeEach, describe, expect, it } from 'vitest';
import type { Contexto } from '#tramites/contexto.ts';
import { confirmApertura, recordApertura } from '#tramites/medio-de-contacto/record-apertura.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { registrar, tokenDe } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const NAVEGADOR = { metodo: 'GET', agente: 'NAVEGADOR' } as const;

let escenario: Escenario;
let titular: Titular;
let token: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  token = await tokenDe(titular, await registrar(titular, 'ana@correo.example'));
});

function aperturas() {
  return escenario.db.aperturaDeEnlace.findMany({ orderBy: [{ primeraEn: 'asc' }, { numero: 'asc' }] });
}

const open = (ctx: Contexto = escenario.ctx, peticion: Parameters<typeof recordApertura>[2] = NAVEGADOR) =>
  recordApertura(ctx, token, peticion);

describe('the opening of a link', () => {
  it('is kept with what kind of visitor it was, and validates nothing', async () => {
    await open();
    const [apertura] = await aperturas();
    expect(apertura).toMatchObject({
      ...NAVEGADOR,
      conSesion: false,
      numero: 1,
      veces: 1,
      primeraEn: escenario.ctx.now(),
      guionEn: null,
    });
    expect(await escenario.db.medioDeContacto.findFirst({ select: { estado: true } })).toEqual({
      estado: 'EN_PROCESO',
    });
  });

  it('tells the titular’s own session from another’s, which counts as none', async () => {
    const otra = await escenario.enter('MEGL920721K30');
    await open(titular.ctx);
    await open(otra.ctx);
    expect((await aperturas()).map(({ conSesion }) => conSesion).sort()).toEqual([false, true]);
  });

  it('of a link that is none leaves nothing', async () => {
    expect(await recordApertura(escenario.ctx, 'A'.repeat(54), NAVEGADOR)).toBeNull();
    expect(await recordApertura(escenario.ctx, '..', NAVEGADOR)).toBeNull();
    expect(await aperturas()).toEqual([]);
  });

  it('takes five rows of each kind however often it is opened, and every one is counted', async () => {
    for (let time = 0; time < 30; time++) {
      escenario.advance(1000);
      await open();
    }
    const rows = await aperturas();
    expect(rows.map(({ veces }) => veces)).toEqual([1, 1, 1, 1, 26]);
    expect(rows.at(-1)?.ultimaEn).toEqual(escenario.ctx.now());
    await open(escenario.ctx, { metodo: 'HEAD', agente: 'PROGRAMA' });
    expect(await aperturas(), 'a filter that came often leaves room for whoever comes later').toHaveLength(6);
  });

  it('by many at once is counted too', async () => {
    await Promise.all(Array.from({ length: 20 }, () => open()));
    const rows = await aperturas();
    expect(rows.length).toBeLessThanOrEqual(5);
    expect(rows.reduce((total, { veces }) => total + veces, 0)).toBe(20);
  });
});

describe('that the page ran', () => {
  it('is kept the first time it is said', async () => {
    const id = (await open()) ?? '';
    escenario.advance(2000);
    await confirmApertura(escenario.ctx, token, id);
    const first = escenario.ctx.now();
    escenario.advance(2000);
    await confirmApertura(escenario.ctx, token, id);
    expect(await aperturas()).toMatchObject([{ guionEn: first }]);
  });

  it('is not believed of another link, nor of a request for headers alone', async () => {
    const id = (await open()) ?? '';
    const other = await tokenDe(titular, await registrar(titular, 'otra@correo.example'));
    await confirmApertura(escenario.ctx, other, id);
    await confirmApertura(escenario.ctx, 'A'.repeat(54), id);
    const head = (await open(escenario.ctx, { metodo: 'HEAD', agente: 'NAVEGADOR' })) ?? '';
    await confirmApertura(escenario.ctx, token, head);
    expect((await aperturas()).map(({ guionEn }) => guionEn)).toEqual([null, null]);
  });
});
