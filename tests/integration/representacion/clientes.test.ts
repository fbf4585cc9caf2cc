import { beforeEach, describe, expect, it } from 'vitest';
import { isUtil } from '#domain/medio-de-contacto/salud.ts';
import { listSalud } from '#tramites/medio-de-contacto/list-salud.ts';
import { endRepresentacion } from '#tramites/representacion/end-representacion.ts';
import { exportClientes, listClientes } from '#tramites/representacion/list-clientes.ts';
import { listRepresentaciones } from '#tramites/representacion/list-representaciones.ts';
import { activar } from '../../support/activar.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { folioOf, registrar } from '../../support/muchos-titulares.ts';
import { addRegistros } from '../../support/padron.ts';
import { designar, firmarDesignacion, proponer } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';

const HOUR_MS = 3_600_000;
const RFCS = [
  'EKU9003173C9',
  'MEGL920721K30',
  'VADA800927DJ3',
  'AAA010101AAA',
  'JES900109Q90',
  'KICR630120NX3',
] as const;

let escenario: Escenario;
let representante: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  representante = await escenario.enter();
});

type Peticion = Parameters<typeof listClientes>[1];
const rfcs = async (peticion?: Peticion) =>
  (await listClientes(representante.ctx, peticion)).filas.map(({ titular: { rfc } }) => rfc);
const buzonDe = async ({ ctx }: Titular) =>
  (await exportClientes(representante.ctx)).find(({ titular }) => titular.rfc === ctx.actor.rfc)?.buzon;

async function designado(rfc: string, nombre?: string): Promise<Titular> {
  const titular = await escenario.enter(rfc, nombre ? { nombre } : {});
  await designar(titular, representante);
  return titular;
}

async function conBuzonActivo(rfc: string): Promise<Titular> {
  const titular = await designado(rfc);
  await activar(titular);
  return titular;
}

/** What became of the message that waits to one of the titular's medios. */
async function settle(titularId: string, estado: 'REBOTADO' | 'ACEPTADO'): Promise<void> {
  const { id } = await escenario.db.aviso.findFirstOrThrow({
    where: { titularId, destino: 'ana@correo.example', estado: 'PENDIENTE' },
    orderBy: { id: 'desc' },
  });
  await escenario.db.aviso.update({ where: { id }, data: { estado, resueltoEn: escenario.ctx.now() } });
}
const idDe = ({ ctx }: Titular) => ctx.actor.titularId;

describe('whom one represents', () => {
  it('comes by what needs attention: to answer, to activate, a proof that expires, a medio that fails, and the rest', async () => {
    const [bien, falla, vence, sinActivar, propone] = RFCS;
    await conBuzonActivo(bien);
    await settle(idDe(await conBuzonActivo(falla)), 'REBOTADO');
    await registrar((await conBuzonActivo(vence)).ctx, 'otra@correo.example');
    await designado(sinActivar);
    await proponer(await escenario.enter(propone), representante.ctx.actor.rfc);
    expect(await rfcs()).toEqual([propone, sinActivar, vence, falla, bien]);
    expect(await rfcs({ soloPropuestas: true })).toEqual([propone]);
    const estados = (await listClientes(representante.ctx)).filas.map(({ buzon }) => buzon);
    const venceEn = new Date(escenario.ctx.now().getTime() + 72 * HOUR_MS);
    expect(estados).toEqual([
      null,
      { isActivo: false, venceEn: null, hasFalla: false },
      { isActivo: true, venceEn, hasFalla: false },
      { isActivo: true, venceEn: null, hasFalla: true },
      { isActivo: true, venceEn: null, hasFalla: false },
    ]);
  });

  it('among those to activate, first whose proof expires first', async () => {
    const [one, two, three] = [await designado(RFCS[0]), await designado(RFCS[1]), await designado(RFCS[2])];
    await registrar(three.ctx, 'tres@correo.example');
    escenario.advance(HOUR_MS);
    await registrar(two.ctx, 'dos@correo.example');
    expect(await rfcs()).toEqual([three, two, one].map(({ ctx }) => ctx.actor.rfc));
  });

  it('changes with what happens to them, whoever does it, and is of nobody else', async () => {
    const titular = await conBuzonActivo(RFCS[0]);
    const titularId = idDe(titular);
    await settle(titularId, 'REBOTADO');
    expect(await buzonDe(titular)).toMatchObject({ hasFalla: true, venceEn: null });
    escenario.advance(HOUR_MS);
    const folio = await folioOf(registrar(titular.ctx, 'ana+otra@correo.example'));
    await settle(titularId, 'ACEPTADO');
    expect(await buzonDe(titular)).toMatchObject({ hasFalla: false, venceEn: expect.any(Date) });
    const now = escenario.ctx.now();
    const ajeno = { estado: 'CANCELADO', fechaDeCancelacion: now, ajenoEn: now } as const;
    await escenario.db.medioDeContacto.update({ where: { folio }, data: ajeno });
    expect(await buzonDe(titular)).toMatchObject({ hasFalla: true, venceEn: null });
    await folioOf(registrar(titular.ctx, 'tercera@correo.example'));
    escenario.advance(72 * HOUR_MS);
    expect((await buzonDe(titular))?.venceEn).toBeNull();
    const otra = await escenario.enter(RFCS[1]);
    expect((await listClientes(otra.ctx)).filas).toEqual([]);
    expect((await listClientes(titular.ctx)).filas).toEqual([]);
  });

  it('says of a medio what the titular’s own page says', async () => {
    for (const rfc of RFCS.slice(0, 3)) await conBuzonActivo(rfc);
    const { id: conFalla } = await escenario.db.titular.findUniqueOrThrow({ where: { rfc: RFCS[1] } });
    await settle(conFalla, 'REBOTADO');
    const seen: string[] = [];
    for (const { titular, buzon } of await exportClientes(representante.ctx)) {
      const { id } = await escenario.db.titular.findUniqueOrThrow({ where: { rfc: titular.rfc } });
      const salud = await listSalud(escenario.ctx, [id]);
      if (buzon?.hasFalla) seen.push(titular.rfc);
      expect(buzon?.hasFalla, titular.rfc).toBe(salud.some((medio) => !isUtil(medio.salud)));
    }
    expect(seen).toEqual([RFCS[1]]);
  });

  it('goes when the designation ends, by whichever side', async () => {
    const one = await designado(RFCS[0]);
    const two = await designado(RFCS[1]);
    for (const [{ ctx }, quien] of [
      [one, one],
      [two, representante],
    ] as const) {
      const { folio } = await escenario.db.representacion.findFirstOrThrow({
        where: { titularId: ctx.actor.titularId },
      });
      await endRepresentacion(quien.ctx, folio);
    }
    expect(await rfcs()).toEqual([]);
    expect(await escenario.db.cliente.count()).toBe(0);
  });

  it('to who represents chosen registros tells nothing of the medios of the RFC, which they may not see', async () => {
    const titular = await escenario.enter(RFCS[0]);
    const [numero = ''] = await addRegistros(escenario.db, titular.ctx.actor.titularId, 1);
    await designar(titular, representante, { registros: numero });
    await registrar(titular.ctx, 'otra@correo.example');
    expect(await buzonDe(titular)).toEqual({ isActivo: false, venceEn: null, hasFalla: false });
  });

  it('is searched by part of the RFC or name, with or without accents, and never by a pattern', async () => {
    await designado(RFCS[0], 'ESCUELA KEMPER URGATE');
    await designado(RFCS[1], 'ANGELA NUÑO');
    for (const [buscar, found] of [
      ['nuno', [RFCS[1]]],
      ['eku-9003', [RFCS[0]]],
      ['kémper', [RFCS[0]]],
      ['%', []],
      ['_', []],
      ['', [RFCS[0], RFCS[1]]],
    ] as const) {
      expect(await rfcs({ buscar }), buscar).toEqual(found);
      expect((await exportClientes(representante.ctx, buscar)).map(({ titular }) => titular.rfc)).toEqual(found);
    }
  });

  it('never shows a proposal as more than that, nor whoever signed it alone', async () => {
    const titular = await escenario.enter(RFCS[0]);
    const folio = await proponer(titular, representante.ctx.actor.rfc);
    await firmarDesignacion(titular.ctx, titular.efirma, folio);
    expect((await listClientes(representante.ctx)).filas).toMatchObject([{ situacion: 'PRIMERA_FIRMA', buzon: null }]);
  });
});

it('whom a titular has named comes newest first, by pages, and says whether any may be ended', async () => {
  const folios: string[] = [];
  for (const rfc of ['MEGL920721K30', 'VADA800927DJ3']) folios.push(await proponer(representante, rfc));
  expect((await listRepresentaciones(representante.ctx)).filas.map(({ folio }) => folio)).toEqual(folios.toReversed());
  expect((await listRepresentaciones(representante.ctx, folios[1])).filas.map(({ folio }) => folio)).toEqual([
    folios[0],
  ]);
  expect((await listRepresentaciones(representante.ctx)).hasVivas).toBe(true);
  escenario.advance(72 * HOUR_MS);
  expect((await listRepresentaciones(representante.ctx)).hasVivas).toBe(false);
});
