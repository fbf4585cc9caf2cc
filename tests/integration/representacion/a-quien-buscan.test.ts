import { expect, it } from 'vitest';
import { endRepresentacion } from '#tramites/representacion/end-representacion.ts';
import { closePeticion, listPeticiones } from '#tramites/representacion/list-peticiones.ts';
import { requestRepresentaciones } from '#tramites/representacion/request-representaciones.ts';
import { findSesion } from '#tramites/sesion/find-sesion.ts';
import { createEscenario, type Titular } from '../../support/escenario.ts';
import { proponer } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';

it('the session says whether somebody proposes its titular, or asks to be their representative, while that waits', async () => {
  const escenario = await createEscenario(await testDb());
  const [titular, contador] = [await escenario.enter('EKU9003173C9'), await escenario.enter()];
  const isBuscado = async ({ ctx }: Titular) => (await findSesion(escenario.ctx, ctx.actor.sesionId))?.isBuscado;
  const ambos = async () => [await isBuscado(titular), await isBuscado(contador)];
  expect(await ambos()).toEqual([false, false]);
  await requestRepresentaciones(contador.ctx, [titular.ctx.actor.rfc]);
  expect(await ambos()).toEqual([true, false]);
  const [peticion] = await listPeticiones(titular.ctx);
  await closePeticion(titular.ctx, peticion?.id ?? '', false);
  expect(await ambos()).toEqual([false, false]);
  const folio = await proponer(titular, contador.ctx.actor.rfc);
  expect(await ambos()).toEqual([false, true]);
  await endRepresentacion(contador.ctx, folio);
  expect(await ambos()).toEqual([false, false]);
});
