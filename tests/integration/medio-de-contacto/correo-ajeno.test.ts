import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { findEnlace } from '#tramites/medio-de-contacto/find-medio-by-token.ts';
import { findMedio, listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { resendMensaje } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { disownCorreo, reopenCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { errorOf, folioOf, makeTitulares, registrar } from '../../support/muchos-titulares.ts';
import { testDb } from '../../support/test-db.ts';

const HOURS = 3_600_000;

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

const medioOf = (folio: string) => escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
const tokenOf = async (folio: string) => buildToken(escenario.ctx.claves, await medioOf(folio)) ?? '';

describe('an address that its reader disowned', () => {
  const CORREO = 'juan.perez@gmail.com';

  it('is closed for that titular however it is written, and slower for others', async () => {
    const folio = await folioOf(registrar(titular.ctx, CORREO));
    await disownCorreo(escenario.ctx, await tokenOf(folio));
    for (const valor of [CORREO, 'JUAN.PEREZ@gmail.com', 'juanperez+otra@googlemail.com'])
      expect(await errorOf(registrar(titular.ctx, valor))).toBe('CORREO_AJENO');
    const [otro] = (await makeTitulares(titular, 1)) as [ContextoDeTitular];
    const { id, folio: deOtro } = await medioOf(await folioOf(registrar(otro, CORREO)));
    const { demoradoHasta } = await escenario.db.aviso.findFirstOrThrow({ where: { medioId: id } });
    expect((demoradoHasta?.getTime() ?? 0) - escenario.ctx.now().getTime()).toBe(6 * HOURS);
    for (const medio of [await findMedio(otro, deOtro), (await listMedios(otro))[0]])
      expect(medio?.demoradoHasta).toEqual(demoradoHasta);
  });

  it('is closed to all when they ask for it, and opens again by the same link', async () => {
    const [otro, tercero] = (await makeTitulares(titular, 2)) as [ContextoDeTitular, ContextoDeTitular];
    const abierto = await folioOf(registrar(tercero, CORREO));
    const token = await tokenOf(await folioOf(registrar(titular.ctx, CORREO)));
    await disownCorreo(escenario.ctx, token, { paraTodos: true });
    expect(await errorOf(registrar(otro, 'juanperez@gmail.com'))).toBe('CORREO_CERRADO');
    escenario.advance(60_000);
    expect(await resendMensaje(tercero, abierto)).toEqual({ ok: false, error: { codigo: 'CORREO_CERRADO' } });
    expect(await findEnlace(escenario.ctx, token)).toEqual({ situacion: 'RECHAZADO', error: 'ENLACE_AJENO' });
    await Promise.all(Array.from({ length: 20 }, () => reopenCorreo(escenario.ctx, token)));
    expect(await findEnlace(escenario.ctx, token)).toEqual({ situacion: 'RECHAZADO', error: 'ENLACE_REABIERTO' });
    expect(await errorOf(registrar(otro, CORREO))).toBeNull();
    expect(await errorOf(registrar(titular.ctx, CORREO))).toBeNull();
    expect(
      await escenario.db.bitacora.count({ where: { evento: { in: ['CORREO_CERRADO', 'CORREO_REABIERTO'] } } }),
    ).toBe(2);
  });

  it('opens for the titular of the link alone what another link had not closed to all', async () => {
    const [otro] = (await makeTitulares(titular, 1)) as [ContextoDeTitular];
    const deOtro = await tokenOf(await folioOf(registrar(otro, CORREO)));
    const token = await tokenOf(await folioOf(registrar(titular.ctx, CORREO)));
    for (const each of [deOtro, token]) await disownCorreo(escenario.ctx, each);
    await reopenCorreo(escenario.ctx, token);
    expect(await errorOf(registrar(titular.ctx, CORREO))).toBeNull();
    expect(await errorOf(registrar(otro, CORREO))).toBe('CORREO_AJENO');
  });

  it('is not registered by a press that comes at the same instant: the database itself refuses it', async () => {
    const token = await tokenOf(await folioOf(registrar(titular.ctx, CORREO)));
    const otros = await makeTitulares(titular, 19);
    await Promise.all([
      disownCorreo(escenario.ctx, token, { paraTodos: true }),
      ...otros.map((ctx, cual) => errorOf(registrar(ctx, `juanperez+${cual}@gmail.com`))),
    ]);
    const cerrado = await escenario.db.bitacora.findFirstOrThrow({ where: { evento: 'CORREO_CERRADO' } });
    expect(await escenario.db.bitacora.count({ where: { evento: 'MEDIO_REGISTRADO', id: { gt: cerrado.id } } })).toBe(
      0,
    );
    const { id, folio: _, peticionId: __, ...row } = await escenario.db.medioDeContacto.findFirstOrThrow();
    const data = { ...row, estado: 'EN_PROCESO', ajenoEn: null, cerradoEn: null, fechaDeCancelacion: null } as const;
    const otra = escenario.db.medioDeContacto.create({ data: { ...data, folio: 'BI-X', peticionId: randomUUID() } });
    await expect(otra).rejects.toThrow(/closed the address/);
    expect(id).toBeTruthy();
  });
});
