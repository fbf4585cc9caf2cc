import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { findMedio, listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { checkMedioDeRegistros } from '#tramites/medio-de-contacto/register-medio-de-registros.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { findSeleccion, markRegistros } from '#tramites/registro-patronal/mark-registros.ts';
import { endRepresentacion } from '#tramites/representacion/end-representacion.ts';
import { actorDe, findDesignacion, recordUso } from '#tramites/representacion/find-designacion.ts';
import { actuar, correo, enterPor, firmarSolicitudPor, marcas, registrarParaRegistros } from '../../support/actuar.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { designar } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';

const MORAL = 'EKU9003173C9';
const OTRA = 'VADA800927DJ3';
const AJENA = 'MEGL920721K30';

let escenario: Escenario;
let titular: Titular;
let representante: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter(MORAL);
  representante = await escenario.enter();
});

const cliente = async (cambios = {}) => actuar(representante, await designar(titular, representante, cambios));

describe('whose Buzón an address opens', () => {
  it('that of whoever named the person signed in, and to nobody else', async () => {
    const folio = await designar(titular, representante);
    const { actor } = await actuar(representante, folio);
    expect(actor).toMatchObject({ rfc: MORAL, titularId: titular.ctx.actor.titularId });
    expect(actor.sesionId).toBe(representante.ctx.actor.sesionId);
    expect(actor.porConducto).toMatchObject({
      rfc: representante.ctx.actor.rfc,
      folio,
      serieDelTitular: expect.any(String),
    });
    expect(await enterPor(titular, folio)).toBeNull();
    expect(await enterPor(await escenario.enter(AJENA), folio)).toBeNull();
    expect(await enterPor(representante, 'BI-2026.99999999-00')).toBeNull();
  });

  it('no more from the request after it ends, by either or by its date; what was done stands', async () => {
    const revocada = await designar(titular, representante);
    const ctx = await actuar(representante, revocada);
    const registrado = await registerMedioDeContacto(ctx, correo());
    await endRepresentacion(titular.ctx, revocada);
    expect(await enterPor(representante, revocada)).toBeNull();
    expect(await listMedios(titular.ctx)).toMatchObject([{ folio: registrado.ok && registrado.value.folio }]);
    const renunciada = await designar(titular, representante);
    await endRepresentacion(representante.ctx, renunciada);
    expect(await enterPor(representante, renunciada)).toBeNull();
    const terminada = await designar(titular, representante, { hasta: '2026-12-31' });
    expect(await enterPor(representante, terminada)).not.toBeNull();
    const otraVez = new Date('2027-01-01T06:00:00Z');
    expect(
      actorDe(representante.ctx.actor, await findDesignacion({ db: escenario.db, now: () => otraVez }, terminada)),
    ).toBeNull();
  });
});

describe('that it is used', () => {
  it('is written once a day, and told to the titular after thirty days of none', async () => {
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'empresa@correo.example');
    await addMedioValidado(representante, 'CORREO_ELECTRONICO', 'ana@correo.example');
    const folio = await designar(titular, representante);
    const usar = async () =>
      recordUso(await actuar(representante, folio), (await findDesignacion(escenario.ctx, folio)) as never);
    const cuantas = async () => ({
      usos: await escenario.db.bitacora.count({ where: { evento: 'REPRESENTACION_USADA', folio } }),
      avisos: (await escenario.db.aviso.findMany({ where: { tipo: 'REPRESENTACION_USADA' } })).map(
        ({ destino }) => destino,
      ),
    });
    await usar();
    await usar();
    expect(await cuantas()).toEqual({ usos: 1, avisos: [] });
    escenario.advance(25 * 3_600_000);
    await Promise.all([usar(), usar(), usar()]);
    expect(await cuantas()).toEqual({ usos: 2, avisos: [] });
    escenario.advance(31 * 24 * 3_600_000);
    await Promise.all([usar(), usar(), usar()]);
    expect(await cuantas()).toEqual({ usos: 3, avisos: ['empresa@correo.example'] });
    const { id } = await escenario.db.representacion.findUniqueOrThrow({ where: { folio } });
    const update = (data: object) => escenario.db.representacion.update({ where: { id }, data });
    await expect(update({ usadaEn: new Date(0) })).rejects.toThrow();
    await endRepresentacion(titular.ctx, folio);
    await expect(update({ usadaEn: new Date('2027-03-01T00:00:00Z') })).rejects.toThrow();
  });
});

describe('two clients of one representative never cross', () => {
  it('what is ticked in the Buzón of one is nothing in that of the other, nor in their own', async () => {
    const otra = await escenario.enter(OTRA);
    const [suyo = ''] = await addRegistros(escenario.db, titular.ctx.actor.titularId, 1);
    const [ajeno = ''] = await addRegistros(escenario.db, otra.ctx.actor.titularId, 1, { desde: 50 });
    const uno = await cliente();
    const dos = await actuar(representante, await designar(otra, representante));
    const seleccionId = randomUUID();
    const marcados = await markRegistros(uno, { ...marcas([suyo]), seleccionId });
    expect(marcados).toEqual({ seleccionId, todos: false, cuantos: 1 });
    for (const ctx of [dos, representante.ctx]) {
      expect(await findSeleccion(ctx, seleccionId)).toMatchObject({ cuantos: 0 });
      expect(await checkMedioDeRegistros(ctx, { ...correo(), seleccionId })).toMatchObject({
        error: 'SIN_REGISTROS_ELEGIDOS',
      });
      expect((await markRegistros(ctx, { ...marcas([suyo]), seleccionId })).cuantos).toBe(0);
    }
    expect((await markRegistros(uno, { ...marcas([ajeno]), seleccionId: randomUUID() })).cuantos).toBe(0);
    expect(await registrarParaRegistros(uno, seleccionId)).toMatchObject({ ok: true });
    expect(await listMedios(dos)).toEqual([]);
    const [medio] = await listMedios(uno);
    expect(await findMedio(dos, medio?.folio ?? '')).toBeNull();
    expect(await removeMedioDeContacto(dos, medio?.folio ?? '')).toMatchObject({ ok: false });
  });

  it('what was prepared to be signed for one is not signed for the other', async () => {
    const otra = await escenario.enter(OTRA);
    for (const quien of [titular, otra]) {
      await addMedioValidado(quien, 'CORREO_ELECTRONICO', `${quien.ctx.actor.rfc.toLowerCase()}@correo.example`);
      await addMedioValidado(quien, 'TELEFONO', quien === titular ? '+525512345678' : '+525587654321');
    }
    const uno = await cliente();
    const dos = await actuar(representante, await designar(otra, representante));
    expect(await firmarSolicitudPor(uno, representante, dos)).toEqual({ ok: false, error: 'FIRMA_NO_CORRESPONDE' });
    expect(await escenario.db.solicitud.count()).toBe(0);
  });
});
