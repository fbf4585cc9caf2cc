import { beforeEach, describe, expect, it } from 'vitest';
import { AVISOS_DE_PETICION_AL_DIA } from '#domain/representacion/peticion.ts';
import { composeMensaje, findAviso } from '#tramites/aviso/compose-mensaje.ts';
import { endRepresentacion } from '#tramites/representacion/end-representacion.ts';
import { closePeticion, listPedidas, listPeticiones } from '#tramites/representacion/list-peticiones.ts';
import { requestRepresentaciones, tellPeticiones } from '#tramites/representacion/request-representaciones.ts';
import { renderAviso } from '#wording/aviso/render-aviso.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { makeTitulares } from '../../support/muchos-titulares.ts';
import { proponer } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';

const DIA_MS = 86_400_000;
const MORAL = 'EKU9003173C9';
const SIN_BUZON = 'AAA010101AAA';

let escenario: Escenario;
let titular: Titular;
let contador: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter(MORAL);
  contador = await escenario.enter();
});

const request = async (rfcs: string[], { ctx } = contador) =>
  (await requestRepresentaciones(ctx, rfcs)).map(({ resultado }) => resultado);
const tell = ({ ctx } = contador) =>
  tellPeticiones({ ...escenario.ctx, actor: { tipo: 'SISTEMA' } }, ctx.actor.titularId);
const vistas = async () =>
  (await listPedidas(contador.ctx)).filas.map(({ rfcDelTitular, vista }) => [rfcDelTitular, vista]);
const propia = async () => {
  const [peticion] = await listPeticiones(titular.ctx);
  if (!peticion) throw new Error('nobody asks');
  return peticion.id;
};
const avisos = (where = {}) => escenario.db.aviso.findMany({ where: { tipo: 'REPRESENTACION_PEDIDA', ...where } });

describe('an accountant asks', () => {
  it('one RFC, which sees who it is; who has no Buzón gets the same answer and leaves the same trace', async () => {
    expect(await request([MORAL])).toEqual(['PEDIDA']);
    expect(await request([SIN_BUZON])).toEqual(['PEDIDA']);
    await tell();
    expect(await listPeticiones(titular.ctx)).toMatchObject([
      { rfc: contador.ctx.actor.rfc, nombre: contador.ctx.actor.nombre },
    ]);
    expect(new Set((await vistas()).map(([, vista]) => vista))).toEqual(new Set(['ENVIADA']));
    const [one, other] = (await listPedidas(contador.ctx)).filas;
    expect(Object.keys(one ?? {})).toEqual(Object.keys(other ?? {}));
    expect(JSON.stringify(await listPedidas(contador.ctx))).not.toContain(titular.ctx.actor.nombre);
    const other2 = await escenario.enter('MEGL920721K30');
    expect([await listPeticiones(other2.ctx), (await listPedidas(other2.ctx)).filas]).toEqual([[], []]);
  });

  it('a thousand, with what became of each, in their order; no more in a day', async () => {
    const rfcs = Array.from({ length: 999 }, (_, n) => `XXX9${String(n).padStart(5, '0')}AB1`.slice(0, 12));
    const lineas = [...rfcs.slice(0, 2), 'no es un RFC', contador.ctx.actor.rfc, rfcs[0] ?? '', ...rfcs.slice(2)];
    const results = await request(lineas);
    expect(results.slice(0, 6)).toEqual(['PEDIDA', 'PEDIDA', 'RFC_MAL_FORMADO', 'RFC_PROPIO', 'REPETIDO', 'PEDIDA']);
    expect(results.filter((each) => each === 'PEDIDA')).toHaveLength(999);
    expect(await request([MORAL, SIN_BUZON, rfcs[5] ?? ''])).toEqual(['PEDIDA', 'LIMITE_DEL_DIA', 'YA_PEDIDA']);
    escenario.advance(DIA_MS + 1000);
    expect(await request([SIN_BUZON])).toEqual(['PEDIDA']);
    const { datos } = await escenario.db.bitacora.findFirstOrThrow({ where: { evento: 'REPRESENTACION_PEDIDA' } });
    expect(datos).toEqual({ cuantas: 999 });
  });

  it('once of each pair while it may be answered, however many at once', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => request([MORAL])));
    expect(results.flat().sort()).toEqual(['PEDIDA', ...Array(7).fill('YA_PEDIDA')]);
    escenario.advance(21 * DIA_MS - 1);
    expect(await listPeticiones(titular.ctx)).toHaveLength(1);
    escenario.advance(1);
    expect(await listPeticiones(titular.ctx)).toEqual([]);
    expect(await vistas()).toEqual([[MORAL, 'SIN_RESPUESTA']]);
    expect(await request([MORAL])).toEqual(['PEDIDA']);
    const estados = await escenario.db.peticionDeRepresentacion.findMany({ orderBy: { pedidaEn: 'asc' } });
    expect(estados.map(({ estado }) => estado)).toEqual(['VENCIDA', 'PENDIENTE']);
  });
});

describe('the titular', () => {
  it('says yes by naming them: that is a proposal as any other, and the request is answered by it', async () => {
    await request([MORAL]);
    const folio = await proponer(titular, contador.ctx.actor.rfc);
    expect(await listPeticiones(titular.ctx)).toEqual([]);
    expect(await vistas()).toEqual([[MORAL, 'ACEPTADA']]);
    const { representacion } = await escenario.db.peticionDeRepresentacion.findFirstOrThrow({
      include: { representacion: true },
    });
    expect(representacion).toMatchObject({ folio, estado: 'PROPUESTA' });
    expect(await request([MORAL])).toEqual(['YA_REPRESENTADO']);
    await endRepresentacion(titular.ctx, folio);
    expect(await request([MORAL])).toEqual(['PEDIDA']);
  });

  it('says no: to who asked nothing changes, and they may ask again when it has lapsed', async () => {
    await request([MORAL]);
    const id = await propia();
    const ajeno = await escenario.enter('MEGL920721K30');
    expect(await closePeticion(ajeno.ctx, id, true)).toBe(false);
    expect(await closePeticion(contador.ctx, id, true)).toBe(false);
    expect(await closePeticion(titular.ctx, id, false)).toBe(true);
    expect(await closePeticion(titular.ctx, id, false)).toBe(false);
    expect(await listPeticiones(titular.ctx)).toEqual([]);
    expect(await vistas()).toEqual([[MORAL, 'ENVIADA']]);
    expect(await request([MORAL])).toEqual(['YA_PEDIDA']);
    escenario.advance(21 * DIA_MS);
    expect(await vistas()).toEqual([[MORAL, 'SIN_RESPUESTA']]);
    expect(await request([MORAL])).toEqual(['PEDIDA']);
    expect(await listPeticiones(titular.ctx)).toHaveLength(1);
  });

  it('says no for good: what the same person asks later reaches nobody, and looks the same to them', async () => {
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'empresa@correo.example');
    await request([MORAL]);
    await tell();
    await closePeticion(titular.ctx, await propia(), true);
    escenario.advance(21 * DIA_MS);
    expect(await request([MORAL])).toEqual(['PEDIDA']);
    await tell();
    expect(await listPeticiones(titular.ctx)).toEqual([]);
    expect(await avisos()).toHaveLength(1);
    expect((await vistas())[0]).toEqual([MORAL, 'ENVIADA']);
    const otro = await escenario.enter('MEGL920721K30');
    expect(await request([MORAL], otro)).toEqual(['PEDIDA']);
    expect(await listPeticiones(titular.ctx)).toHaveLength(1);
  });

  it('cannot answer too late, by whatever address', async () => {
    await request([MORAL]);
    const id = await propia();
    escenario.advance(21 * DIA_MS);
    expect(await closePeticion(titular.ctx, id, true)).toBe(false);
    await proponer(titular, contador.ctx.actor.rfc);
    expect(await vistas()).toEqual([[MORAL, 'SIN_RESPUESTA']]);
  });
});

describe('who hears of it', () => {
  it('the e-mails of the titular alone, once, without a name; a few a day, whoever asks', async () => {
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'empresa@correo.example');
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    await addMedioValidado(contador, 'CORREO_ELECTRONICO', 'ana@correo.example');
    await request([MORAL, SIN_BUZON]);
    expect(await avisos()).toEqual([]);
    await tell();
    await tell();
    const [aviso, ...others] = await avisos();
    expect(others).toEqual([]);
    expect(aviso).toMatchObject({
      destino: 'empresa@correo.example',
      titularId: titular.ctx.actor.titularId,
      folio: null,
    });
    const found = aviso && (await findAviso(escenario.ctx, aviso.id));
    const datos = found && (await composeMensaje({ ...escenario.ctx, esDemo: true } as never, found));
    const text = JSON.stringify(datos && renderAviso(datos));
    for (const said of [MORAL, contador.ctx.actor.rfc, contador.ctx.actor.nombre]) expect(text).not.toContain(said);
    for (const ctx of await makeTitulares(contador, AVISOS_DE_PETICION_AL_DIA + 3)) {
      await request([MORAL], { ...contador, ctx });
      await tell({ ...contador, ctx });
    }
    expect(await avisos()).toHaveLength(AVISOS_DE_PETICION_AL_DIA);
    expect(await listPeticiones(titular.ctx)).toHaveLength(AVISOS_DE_PETICION_AL_DIA + 4);
  });

  it('leaves its job in the transaction of the request', async () => {
    await request([MORAL]);
    const [{ n }] = await escenario.db.$queryRaw<[{ n: number }]>`
      SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'avisar-peticiones'`;
    expect(n).toBe(1);
  });
});

it('the database keeps it so: who, how long, which steps, and by which designation', async () => {
  await request([MORAL]);
  const { id, ...fila } = await escenario.db.peticionDeRepresentacion.findFirstOrThrow();
  const insert = (cambios: object) =>
    escenario.db.peticionDeRepresentacion.create({ data: { ...fila, ...cambios } as never });
  await expect(insert({})).rejects.toThrow(/Unique constraint/);
  for (const cambios of [
    { rfcDelTitular: contador.ctx.actor.rfc },
    { representanteId: titular.ctx.actor.titularId, rfcDelTitular: SIN_BUZON },
    { rfcDelTitular: SIN_BUZON, venceEn: new Date(fila.venceEn.getTime() + 1) },
    { rfcDelTitular: SIN_BUZON, estado: 'RECHAZADA', cerradaEn: fila.pedidaEn },
    { rfcDelTitular: SIN_BUZON, paraSiempre: true },
  ])
    await expect(insert(cambios), JSON.stringify(cambios)).rejects.toThrow();
  const update = (data: object) => escenario.db.peticionDeRepresentacion.update({ where: { id }, data });
  const deOtro = await proponer(titular, 'MEGL920721K30');
  const { id: ajena } = await escenario.db.representacion.findUniqueOrThrow({ where: { folio: deOtro } });
  for (const data of [
    { estado: 'ACEPTADA', cerradaEn: fila.pedidaEn },
    { estado: 'ACEPTADA', cerradaEn: fila.pedidaEn, representacionId: ajena },
    { estado: 'RECHAZADA' },
    { estado: 'RECHAZADA', cerradaEn: fila.venceEn },
    { estado: 'VENCIDA', cerradaEn: fila.pedidaEn },
    { rfcDelTitular: SIN_BUZON },
    { venceEn: new Date(fila.venceEn.getTime() + DIA_MS) },
  ])
    await expect(update(data), JSON.stringify(data)).rejects.toThrow();
  await update({ estado: 'RECHAZADA', cerradaEn: fila.pedidaEn, paraSiempre: true });
  await expect(update({ estado: 'PENDIENTE', cerradaEn: null, paraSiempre: false })).rejects.toThrow();
  await expect(escenario.db.peticionDeRepresentacion.delete({ where: { id } })).rejects.toThrow();
});
