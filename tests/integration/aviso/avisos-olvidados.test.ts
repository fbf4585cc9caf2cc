import { beforeEach, describe, expect, it } from 'vitest';
import { settleForgottenAvisos } from '#tramites/aviso/settle-forgotten-avisos.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const TRES_DIAS_MS = 3 * 24 * 3_600_000;

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

async function register(valor: string): Promise<{ id: string; folio: string | null }> {
  const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor, peticionId: crypto.randomUUID() };
  const result = await registerMedioDeContacto(titular.ctx, peticion);
  if (!result.ok) throw new Error(result.error);
  return escenario.db.aviso.findFirstOrThrow({ where: { destino: valor }, select: { id: true, folio: true } });
}
const sweep = () => settleForgottenAvisos({ ...escenario.ctx, actor: { tipo: 'SISTEMA' } });
const stateOf = ({ id }: { id: string }) =>
  escenario.db.aviso.findUniqueOrThrow({ where: { id }, select: { estado: true, resueltoEn: true } });
const recorded = () => escenario.db.bitacora.findMany({ where: { evento: 'ENVIO_RESUELTO' }, orderBy: { id: 'asc' } });

describe('a message whose job was lost', () => {
  it('waits for three days, and after them is settled without an answer, once', async () => {
    const aviso = await register('ana@correo.example');
    escenario.advance(TRES_DIAS_MS);
    await sweep();
    expect(await stateOf(aviso)).toEqual({ estado: 'PENDIENTE', resueltoEn: null });
    escenario.advance(1);
    await sweep();
    const resueltoEn = escenario.ctx.now();
    expect(await stateOf(aviso)).toEqual({ estado: 'SIN_RESPUESTA', resueltoEn });
    escenario.advance(1);
    await sweep();
    expect(await stateOf(aviso)).toEqual({ estado: 'SIN_RESPUESTA', resueltoEn });
    const datos = { avisoId: aviso.id, tipo: 'VALIDA_CORREO', estado: 'SIN_RESPUESTA', causa: 'OLVIDADO' };
    expect(await recorded()).toMatchObject([
      { actor: 'SISTEMA', titularId: titular.ctx.actor.titularId, folio: aviso.folio, fecha: resueltoEn, datos },
    ]);
  });

  it('is told from those that were settled, and from those of later', async () => {
    const sent = await register('enviado@correo.example');
    const settled = { estado: 'ACEPTADO' as const, resueltoEn: escenario.ctx.now() };
    await escenario.db.aviso.update({ where: { id: sent.id }, data: settled });
    const forgotten = await register('olvidado@correo.example');
    escenario.advance(TRES_DIAS_MS);
    const recent = await register('reciente@correo.example');
    escenario.advance(1);
    await sweep();
    expect(await stateOf(sent)).toEqual(settled);
    expect((await stateOf(recent)).estado).toBe('PENDIENTE');
    expect((await stateOf(forgotten)).estado).toBe('SIN_RESPUESTA');
    expect(await recorded()).toHaveLength(1);
  });
});
