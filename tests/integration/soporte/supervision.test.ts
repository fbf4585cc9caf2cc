import { beforeEach, describe, expect, it } from 'vitest';
import type { PeticionDeRol } from '#domain/soporte/peticion-de-rol.ts';
import { listPropuestas } from '#tramites/soporte/check-acto-de-rol.ts';
import { listCambiosDeRol } from '#tramites/soporte/list-consultas.ts';
import { prepareRol, signRol } from '#tramites/soporte/sign-rol.ts';
import { createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { AQUI, firmaDe, type Miembro, moverRol as mover } from '../../support/firmar-acto.ts';
import { testDb } from '../../support/test-db.ts';
import { verifyWithOpenssl } from '../../support/verificar-con-openssl.ts';

const MINUTE = 60_000;
const HORAS_72 = 72 * 60 * MINUTE;
const ALTA = { rfc: 'ZAMA870623KP4', nombre: 'OTRA PERSONA', rol: 'CONSULTA' };
const SUPERVISORA = { ...ALTA, rol: 'SUPERVISION' };

let escenario: Escenario;
let ana: Miembro;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  ana = await enterSoporte(escenario, 'SUPERVISION', 'LOVC900412QX8');
});

const eva = () => enterSoporte(escenario, 'SUPERVISION', 'PERA850101AB1');

async function signed({ ctx, efirma }: Miembro, peticion: PeticionDeRol) {
  return firmaDe(await prepareRol(ctx, peticion, AQUI), efirma);
}
async function find(rfc: string) {
  return escenario.db.miembroDeSoporte.findUnique({ where: { rfc }, select: { id: true, rol: true, bajaEn: true } });
}

describe('SUPERVISION', () => {
  async function propose(): Promise<string> {
    expect(await mover(ana, SUPERVISORA)).toEqual({ ok: true, value: { tipo: 'PROPONER_ROL' } });
    const [propuesta] = await listPropuestas(ana.ctx);
    return propuesta?.id ?? '';
  }

  it('is given by two: one proposes and another confirms, both signed and told', async () => {
    const otra = await eva();
    const propuestaId = await propose();
    expect(await find(ALTA.rfc)).toBeNull();
    expect(await listPropuestas(ana.ctx)).toMatchObject([{ rfc: ALTA.rfc, isMia: true }]);
    expect(await listPropuestas(otra.ctx)).toMatchObject([{ isMia: false, propuso: ana.ctx.actor.nombre }]);
    expect(await mover(otra, { propuestaId, confirma: true })).toMatchObject({ ok: true });
    expect(await find(ALTA.rfc)).toMatchObject({ rol: 'SUPERVISION', bajaEn: null });
    expect(await listPropuestas(ana.ctx)).toEqual([]);
    const { cambios } = await listCambiosDeRol(ana.ctx, null);
    expect(cambios[0]).toMatchObject({
      miembro: ALTA.nombre,
      autor: otra.ctx.actor.nombre,
      propuso: ana.ctx.actor.nombre,
      isFirmado: true,
    });
    for (const acto of await escenario.db.actoFirmado.findMany())
      expect(verifyWithOpenssl(acto)).toContain('Verified OK');
  });

  it('waits in the order in which it was proposed, with whom it is for, by whom and until when', async () => {
    const OTRA = { rfc: 'CAFR770314HN9', nombre: 'PERSONA ANTERIOR', rol: 'SUPERVISION' };
    escenario.advance(MINUTE);
    await propose();
    escenario.advance(-MINUTE);
    await mover(ana, OTRA);
    const comun = { propuso: ana.ctx.actor.nombre, isMia: true };
    const venceEn = (fecha: Date) => new Date(fecha.getTime() + HORAS_72);
    expect(await listPropuestas(ana.ctx)).toMatchObject([
      { ...comun, rfc: OTRA.rfc, nombre: OTRA.nombre, venceEn: venceEn(ana.ctx.now()) },
      { ...comun, rfc: ALTA.rfc, nombre: ALTA.nombre, venceEn: venceEn(new Date(ana.ctx.now().getTime() + MINUTE)) },
    ]);
  });

  it('is given to nobody by one alone, to a new person or to a member', async () => {
    const propuestaId = await propose();
    expect(await mover(ana, { propuestaId, confirma: true })).toEqual({ ok: false, error: 'PROPUESTA_PROPIA' });
    expect(await mover(ana, SUPERVISORA)).toEqual({ ok: false, error: 'PROPUESTA_PENDIENTE' });
    const { ctx } = await enterSoporte(escenario, 'ATENCION', 'PERA850101AB1');
    expect(await mover(ana, { miembroId: ctx.actor.miembroId, rol: 'SUPERVISION' })).toEqual({
      ok: true,
      value: { tipo: 'PROPONER_ROL' },
    });
    expect([await find(ALTA.rfc), (await find(ctx.actor.rfc))?.rol]).toEqual([null, 'ATENCION']);
  });

  it('is not even written by a database that is asked to take the proposer’s own confirmation, or a late one', async () => {
    const propuestaId = await propose();
    const { id: _, ...acto } = await escenario.db.actoFirmado.findUniqueOrThrow({ where: { id: propuestaId } });
    const confirmed = (cambios: Partial<typeof acto>) =>
      escenario.db.actoFirmado.create({ data: { ...acto, tipo: 'CONFIRMAR_ROL', propuestaId, ...cambios } });
    const { miembroId } = (await eva()).ctx.actor;
    await expect(confirmed({})).rejects.toThrow('no proposal that they may confirm');
    const fecha = new Date(acto.fecha.getTime() + HORAS_72);
    await expect(confirmed({ miembroId, fecha })).rejects.toThrow('no proposal that they may confirm');
    await expect(confirmed({ miembroId, rfc: 'LOVC900412QX8' })).rejects.toThrow('no proposal that they may confirm');
    await confirmed({ miembroId });
    await expect(confirmed({ miembroId })).rejects.toThrow();
  });

  it('two that confirm at once give it once', async () => {
    const propuestaId = await propose();
    const otras = [await eva(), await enterSoporte(escenario, 'SUPERVISION', 'MEGL920721K30')];
    const peticion = { propuestaId, confirma: true };
    const firmas = await Promise.all(otras.map((otra) => signed(otra, peticion)));
    const results = await Promise.all(otras.map(({ ctx }, at) => signRol(ctx, peticion, firmas[at] as never)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'PROPUESTA_CERRADA' });
    expect(await escenario.db.actoFirmado.count({ where: { tipo: 'CONFIRMAR_ROL' } })).toBe(1);
  });

  it('is not given after 72 hours, nor when the proposal was withdrawn or whoever made it no longer supervises', async () => {
    const otra = await eva();
    const refused = async (propuestaId: string) => {
      expect(await mover(otra, { propuestaId, confirma: true })).toEqual({ ok: false, error: 'PROPUESTA_CERRADA' });
    };
    const vencida = await propose();
    escenario.advance(HORAS_72);
    await refused(vencida);
    const retirada = await propose();
    expect(await mover(otra, { propuestaId: retirada, confirma: false })).toMatchObject({ ok: true });
    await refused(retirada);
    const huerfana = await propose();
    await mover(otra, { miembroId: ana.ctx.actor.miembroId, rol: 'ATENCION' });
    await refused(huerfana);
    expect(await find(ALTA.rfc)).toBeNull();
  });
});
