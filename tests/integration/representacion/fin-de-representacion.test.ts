import { beforeEach, describe, expect, it } from 'vitest';
import { composeMensaje, findAviso } from '#tramites/aviso/compose-mensaje.ts';
import {
  endAllRepresentaciones,
  endRepresentacion,
  settleRepresentaciones,
} from '#tramites/representacion/end-representacion.ts';
import { listClientes } from '#tramites/representacion/list-clientes.ts';
import { listRepresentaciones } from '#tramites/representacion/list-representaciones.ts';
import { proposeRepresentacion } from '#tramites/representacion/propose-representacion.ts';
import { findRepresentacion } from '#tramites/vigencia/find-representacion.ts';
import { renderAviso } from '#wording/aviso/render-aviso.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { designar, firmaDe, firmarDesignacion, proponer } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';

const HOUR_MS = 3_600_000;
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
const find = (folio: string, ctx = titular.ctx) => findRepresentacion(ctx.db, ctx, folio);
const situacion = async (folio: string) => (await find(folio))?.situacion;
const settle = () => settleRepresentaciones({ ...escenario.ctx, actor: SISTEMA });

describe('a designation ends', () => {
  it('by the titular alone or by the representative alone, at once, and by nobody else', async () => {
    const ajeno = await escenario.enter(OTRA);
    const first = await designar(titular, representante);
    expect(await endRepresentacion(ajeno.ctx, first)).toBe(false);
    expect(await find(first, ajeno.ctx)).toBeNull();
    expect(await endRepresentacion(representante.ctx, first)).toBe(true);
    expect(await endRepresentacion(titular.ctx, first)).toBe(false);
    const second = await designar(titular, representante);
    expect(await endRepresentacion(titular.ctx, second)).toBe(true);
    expect([await situacion(first), await situacion(second)]).toEqual(['RENUNCIADA', 'REVOCADA']);
    expect((await listClientes(representante.ctx)).filas).toEqual([]);
  });

  it('while it is proposed: taken back by one, not accepted by the other', async () => {
    const first = await proponer(titular, rep());
    await endRepresentacion(representante.ctx, first);
    const second = await proponer(titular, rep());
    await endRepresentacion(titular.ctx, second);
    expect([await situacion(first), await situacion(second)]).toEqual(['RECHAZADA', 'RETIRADA']);
    await expect(firmaDe(titular.ctx, titular.efirma, second)).rejects.toThrow('DESIGNACION_CERRADA');
  });

  it('by itself: a proposal after 72 hours, a designation after its last day; each is told once', async () => {
    const vencida = await proponer(titular, rep());
    const vigente = await designar(titular, await escenario.enter(OTRA), { hasta: '2026-12-31' });
    escenario.advance(72 * HOUR_MS);
    expect(await situacion(vencida)).toBe('VENCIDA');
    await settle();
    await settle();
    escenario.setNow(new Date('2027-01-01T06:00:00Z'));
    expect(await situacion(vigente)).toBe('TERMINADA');
    await settle();
    const ended = await escenario.db.representacion.findMany({ orderBy: { folio: 'asc' } });
    expect(ended.map(({ estado }) => estado)).toEqual(['VENCIDA', 'TERMINADA']);
    expect(await escenario.db.bitacora.count({ where: { evento: 'REPRESENTACION_TERMINADA' } })).toBe(2);
  });

  it('all at once, with one button', async () => {
    const folios = [
      await designar(titular, representante),
      await designar(titular, await escenario.enter(OTRA)),
      await proponer(titular, 'VADA800927DJ3'),
    ];
    const deOtro = await proponer(representante, OTRA);
    await endAllRepresentaciones(titular.ctx);
    expect(await Promise.all(folios.map(situacion))).toEqual(['REVOCADA', 'REVOCADA', 'RETIRADA']);
    expect((await find(deOtro, representante.ctx))?.situacion).toBe('PROPUESTA');
  });
});

describe('between the same two there is one', () => {
  it('however many are proposed at once; another when it has ended', async () => {
    const escrita = { rfc: rep(), poderes: ['CONSULTAR'], registros: '', hasta: '2027-01-31' };
    const results = await Promise.all(Array.from({ length: 8 }, () => proposeRepresentacion(titular.ctx, escrita)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    escenario.advance(72 * HOUR_MS);
    expect((await proposeRepresentacion(titular.ctx, escrita)).ok).toBe(true);
  });

  it('and the database keeps it so, with its own word on who, how long and which steps', async () => {
    const folio = await proponer(titular, rep());
    const { id, ...fila } = await escenario.db.representacion.findUniqueOrThrow({ where: { folio } });
    const other = { ...fila, folio: 'BI-2026.00009999-99' };
    const insert = (cambios: object) => escenario.db.representacion.create({ data: { ...other, ...cambios } as never });
    await expect(insert({})).rejects.toThrow(/Unique constraint/);
    for (const cambios of [
      { rfcDelRepresentante: OTRA, poderes: [] },
      { rfcDelRepresentante: 'AAA010101AAA' },
      { rfcDelRepresentante: OTRA, estado: 'VIGENTE', vigenteDesde: fila.propuestaEn },
      { rfcDelRepresentante: OTRA, hasta: new Date(fila.propuestaEn.getTime() + 800 * 24 * HOUR_MS) },
      { rfcDelRepresentante: OTRA, venceEn: new Date(fila.venceEn.getTime() + 1) },
      { rfcDelRepresentante: rep(), titularId: representante.ctx.actor.titularId },
    ])
      await expect(insert(cambios), JSON.stringify(cambios)).rejects.toThrow();
    const update = (data: object) => escenario.db.representacion.update({ where: { id }, data });
    await expect(update({ estado: 'VIGENTE', vigenteDesde: fila.propuestaEn })).rejects.toThrow(/two signatures/);
    await expect(update({ poderes: ['ACTIVAR'] })).rejects.toThrow();
    await expect(update({ estado: 'REVOCADA', terminadaEn: fila.propuestaEn })).rejects.toThrow();
    await expect(escenario.db.representacion.delete({ where: { id } })).rejects.toThrow();
  });

  it('for registros patronales of the titular alone', async () => {
    const [propio = ''] = await addRegistros(escenario.db, titular.ctx.actor.titularId, 1);
    const propose = (ctx: Titular['ctx'], rfc: string) =>
      proposeRepresentacion(ctx, { rfc, poderes: ['CONSULTAR'], registros: propio, hasta: '2027-01-31' });
    expect(await propose(representante.ctx, OTRA)).toEqual({ ok: false, error: 'REGISTROS_AJENOS' });
    expect((await propose(titular.ctx, OTRA)).ok).toBe(true);
    expect((await listRepresentaciones(titular.ctx)).filas[0]?.registrosPatronales).toEqual([propio]);
  });
});

describe('who hears of it', () => {
  it('each step goes to the contacts of both, and to no others', async () => {
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'empresa@correo.example');
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    await addMedioValidado(representante, 'CORREO_ELECTRONICO', 'ana@correo.example');
    await addMedioValidado(representante, 'TELEFONO', '+525587654321');
    await addMedioValidado(await escenario.enter(OTRA), 'CORREO_ELECTRONICO', 'ajeno@correo.example');
    const folio = await designar(titular, representante);
    await endRepresentacion(titular.ctx, folio);
    const avisos = await escenario.db.aviso.findMany({ where: { folio }, orderBy: { id: 'asc' } });
    const told = avisos.map(({ tipo, destino }) => `${tipo.slice('REPRESENTACION_'.length)} ${destino}`).sort();
    const TITULAR = ['+525512345678', 'empresa@correo.example'];
    const expected = ['PROPUESTA', 'POR_COMPLETAR', 'VIGENTE', 'TERMINADA'].flatMap((paso) =>
      [...TITULAR, 'ana@correo.example'].map((destino) => `${paso} ${destino}`),
    );
    expect(told).toEqual(expected.sort());
    for (const { id } of avisos) {
      const aviso = await findAviso(escenario.ctx, id);
      const datos = aviso && (await composeMensaje({ ...escenario.ctx, esDemo: true } as never, aviso));
      const text = JSON.stringify(datos && renderAviso(datos));
      expect(text).not.toContain(rep());
      expect(text).not.toContain(MORAL);
    }
  });
});

describe('whom one represents', () => {
  it('never shows what one alone signed', async () => {
    const folio = await proponer(titular, rep());
    await firmarDesignacion(titular.ctx, titular.efirma, folio);
    const { firma } = await escenario.db.primeraFirma.findFirstOrThrow();
    const shown = JSON.stringify([await listClientes(representante.ctx), await find(folio)]);
    expect(shown).toContain('PRIMERA_FIRMA');
    for (const part of [JSON.stringify(firma), Buffer.from(firma).toString('base64')])
      expect(shown).not.toContain(part);
  });
});
