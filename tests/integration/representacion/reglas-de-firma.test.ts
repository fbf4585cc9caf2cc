import { beforeEach, describe, expect, it } from 'vitest';
import type { Evento } from '#domain/bitacora/evento.ts';
import {
  endAllRepresentaciones,
  endRepresentacion,
  settleRepresentaciones,
} from '#tramites/representacion/end-representacion.ts';
import { signRepresentacion } from '#tramites/representacion/sign-representacion.ts';
import { findRepresentacion } from '#tramites/vigencia/find-representacion.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { firmar } from '../../support/firmar.ts';
import { designar, firmaDe, firmarDesignacion, proponer } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MORAL = 'EKU9003173C9';
const OTRA = 'MEGL920721K30';
const SISTEMA = { tipo: 'SISTEMA' } as const;

let escenario: Escenario;
let titular: Titular;
let representante: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter(MORAL);
  representante = await escenario.enter();
});

const rep = () => representante.ctx.actor.rfc;
const settle = () => settleRepresentaciones({ ...escenario.ctx, actor: SISTEMA });
const fallo = (error: string) => ({ ok: false, error });
const situacionDe = async ({ ctx }: Titular, folio: string) =>
  (await findRepresentacion(ctx.db, ctx, folio))?.situacion;
const eventos = async (evento: Evento) =>
  escenario.db.bitacora.findMany({ where: { evento }, orderBy: { id: 'asc' }, select: { folio: true, datos: true } });

/** One that only its titular has signed. */
async function primera(quien = titular, rfc = rep()): Promise<string> {
  const folio = await proponer(quien, rfc);
  expect(await firmarDesignacion(quien.ctx, quien.efirma, folio)).toMatchObject({ value: { isVigente: false } });
  return folio;
}

const BUENO = { resultado: 'BUENO', der: new Uint8Array([0x30, 0x00]) } as const;

/** As whoever signs while the revocation service answers this, the first time for their own e.firma. */
function conOcsp({ ctx }: Titular, answer: (call: number) => Promise<unknown>): Titular['ctx'] {
  let calls = 0;
  const vigenteHasta = new Date(ctx.now().getTime() + MINUTE_MS);
  const consultOcsp = async () => ((await answer(++calls)) ?? { ...BUENO, vigenteHasta }) as never;
  return { ...ctx, consultOcsp };
}

describe('a signature', () => {
  it('is over that designation and nothing else; what was refused is in the bitácora with its cause, what was taken is not', async () => {
    const folio = await proponer(titular, rep());
    const otra = await firmaDe(titular.ctx, titular.efirma, folio);
    const deOtraCosa = { ...otra, firma: firmar(titular.efirma, '||otra cosa||') };
    expect(await signRepresentacion(titular.ctx, deOtraCosa)).toEqual(fallo('FIRMA_NO_CORRESPONDE'));
    expect(await escenario.db.primeraFirma.count()).toBe(0);
    await firmarDesignacion(titular.ctx, titular.efirma, folio);
    await firmarDesignacion(representante.ctx, representante.efirma, folio);
    expect(await eventos('FIRMA_DE_REPRESENTACION_RECHAZADA')).toEqual([
      { folio, datos: { causa: 'FIRMA_NO_CORRESPONDE' } },
    ]);
  });

  it('is of the session that asked for it, and of no other of the same person', async () => {
    const folio = await proponer(titular, rep());
    const input = await firmaDe(titular.ctx, titular.efirma, folio);
    const again = await escenario.enter(MORAL);
    expect(await signRepresentacion(again.ctx, input)).toEqual(fallo('SESION_TERMINADA'));
    expect(await escenario.db.primeraFirma.count()).toBe(0);
  });

  it('stands under the name of who made it, whoever was first; each step says whose', async () => {
    for (const [first, second, lado] of [
      [titular, representante, 'TITULAR'],
      [representante, titular, 'REPRESENTANTE'],
    ] as const) {
      const folio = await proponer(titular, rep());
      for (const { ctx, efirma } of [first, second]) await firmarDesignacion(ctx, efirma, folio);
      const { datos } = await escenario.db.acuse.findFirstOrThrow({ where: { folio } });
      const [serie, serieDelRepresentante] = [titular, representante].map(({ ctx }) => ctx.actor.serie);
      expect(datos).toMatchObject({
        rfc: MORAL,
        serieDelFirmante: serie,
        rfcRepresentante: rep(),
        delRepresentante: { serieDelFirmante: serieDelRepresentante },
      });
      expect((await eventos('REPRESENTACION_POR_COMPLETAR')).at(-1)).toEqual({ folio, datos: { lado } });
      expect((await eventos('REPRESENTACION_VIGENTE')).at(-1)).toEqual({
        folio,
        datos: { serie, serieDelRepresentante },
      });
      await endRepresentacion(titular.ctx, folio);
      expect((await eventos('REPRESENTACION_TERMINADA')).at(-1)).toEqual({ folio, datos: { estado: 'REVOCADA' } });
    }
  });
});

describe('while the second is being verified', () => {
  const second = async (folio: string, answer: (call: number) => Promise<unknown>) => {
    const input = await firmaDe(representante.ctx, representante.efirma, folio);
    return signRepresentacion(conOcsp(representante, answer), input);
  };

  it('the designation is taken back: nothing is signed', async () => {
    const folio = await primera();
    const end = async (call: number) => {
      if (call === 2) await endRepresentacion(titular.ctx, folio);
    };
    expect(await second(folio, end)).toEqual(fallo('DESIGNACION_CERRADA'));
    expect([await situacionDe(titular, folio), await escenario.db.firmaDeRepresentacion.count()]).toEqual([
      'RETIRADA',
      0,
    ]);
  });

  it('another second puts it in force: this one is told so, and nothing is signed twice', async () => {
    const folio = await primera();
    const other = async (call: number) => {
      if (call === 2) await firmarDesignacion(representante.ctx, representante.efirma, folio);
    };
    expect(await second(folio, other)).toEqual({ ok: true, value: { folio, isVigente: true } });
    expect([await escenario.db.firmaDeRepresentacion.count(), await escenario.db.acuse.count()]).toEqual([2, 1]);
  });

  it('the first is made anew: it was not the one that was verified', async () => {
    const folio = await primera();
    const renew = async (call: number) => {
      if (call !== 2) return;
      await escenario.db.primeraFirma.deleteMany();
      escenario.advance(1000);
      await firmarDesignacion(titular.ctx, titular.efirma, folio);
    };
    expect(await second(folio, renew)).toEqual(fallo('FIRMA_SIMULTANEA'));
    expect(await escenario.db.firmaDeRepresentacion.count()).toBe(0);
  });

  it('the minutes of the first pass: it is of no effect, and neither is this one', async () => {
    const folio = await primera();
    const wait = async (call: number) => {
      if (call === 2) escenario.advance(31 * MINUTE_MS);
    };
    expect(await second(folio, wait)).toEqual(fallo('PRIMERA_FIRMA_SIN_EFECTO'));
    expect(await situacionDe(titular, folio)).toBe('PROPUESTA');
  });

  it('nobody answers about the first: it stays, to be tried again', async () => {
    const folio = await primera();
    const silent = async (call: number) => (call === 2 ? { resultado: 'SIN_RESPUESTA', motivo: 'down' } : undefined);
    expect(await second(folio, silent)).toEqual(fallo('REVOCACION_NO_DISPONIBLE'));
    expect(await situacionDe(titular, folio)).toBe('PRIMERA_FIRMA');
  });
});

describe('what one alone signed, of another designation, stays', () => {
  const quedan = async () =>
    (await escenario.db.primeraFirma.findMany({ select: { representacion: { select: { folio: true } } } })).map(
      ({ representacion }) => representacion.folio,
    );

  it('when this one is signed anew, put in force, ended or of no effect', async () => {
    const otra = await primera(await escenario.enter(OTRA));
    const folio = await primera();
    expect((await quedan()).sort()).toEqual([folio, otra].sort());
    await firmarDesignacion(representante.ctx, representante.efirma, folio);
    expect(await quedan()).toEqual([otra]);
    await endRepresentacion(titular.ctx, folio);
    expect(await quedan()).toEqual([otra]);
    const segunda = await primera();
    const revocada = async (call: number) =>
      call === 2 ? { resultado: 'REVOCADO', der: new Uint8Array([1]), vigenteHasta: escenario.ctx.now() } : undefined;
    const input = await firmaDe(representante.ctx, representante.efirma, segunda);
    expect(await signRepresentacion(conOcsp(representante, revocada), input)).toEqual(
      fallo('PRIMERA_FIRMA_SIN_EFECTO'),
    );
    expect(await quedan()).toEqual([otra]);
  });

  it('until its own minutes have passed', async () => {
    await primera();
    escenario.advance(20 * MINUTE_MS);
    const otra = await primera(await escenario.enter(OTRA));
    escenario.advance(10 * MINUTE_MS);
    await settle();
    expect(await quedan()).toEqual([otra]);
    escenario.advance(20 * MINUTE_MS);
    await settle();
    expect(await quedan()).toEqual([]);
  });
});

describe('what ends', () => {
  it('all at once, is what the titular made: not what they may do for others', async () => {
    const deOtro = await designar(titular, representante);
    const suya = await proponer(representante, OTRA);
    await endAllRepresentaciones(representante.ctx);
    expect([await situacionDe(representante, suya), await situacionDe(titular, deOtro)]).toEqual([
      'RETIRADA',
      'VIGENTE',
    ]);
  });

  it('by itself, ends once, whoever looks at the same instant', async () => {
    const folio = await proponer(titular, rep());
    const otra = await proponer(representante, OTRA);
    escenario.advance(71 * HOUR_MS);
    await settle();
    expect([await situacionDe(titular, folio), await situacionDe(representante, otra)]).toEqual([
      'PROPUESTA',
      'PROPUESTA',
    ]);
    escenario.advance(HOUR_MS);
    await Promise.all([settle(), settle(), settle()]);
    expect(await eventos('REPRESENTACION_TERMINADA')).toHaveLength(2);
  });
});
