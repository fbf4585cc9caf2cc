import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import { findRebotes } from '#tramites/aviso/find-rebotes.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'ana@correo.example';
const HOUR_MS = 3_600_000;
const TOMADOS = ['ACEPTADO', 'ENTREGADO', 'REBOTADO'] as const;
const ESTADOS = [...TOMADOS, 'PENDIENTE', 'RECHAZADO', 'SIN_RESPUESTA', 'DESCARTADO'] as const;
type Estado = (typeof ESTADOS)[number];

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO);
});

interface Cambio {
  destino?: string;
  de?: Titular;
  tipo?: TipoDeAviso;
}

/** A notice about a medio of whoever is told, prepared some hours after the address was proved. */
async function notify(estado: Estado, hours: number, change: Cambio = {}) {
  const creadoEn = new Date(escenario.ctx.now().getTime() + hours * HOUR_MS);
  const { destino = CORREO, de = titular, tipo = 'MEDIO_CANCELADO' } = change;
  const { titularId } = de.ctx.actor;
  const { id: medioId } = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { titularId } });
  await escenario.db.aviso.create({
    data: {
      titularId,
      tipo,
      medioId,
      mecanismo: 'CORREO_ELECTRONICO',
      destino,
      destinoComparable: destino,
      estado,
      motivo: estado === 'REBOTADO' ? '5.2.2' : null,
      creadoEn,
      resueltoEn: estado === 'PENDIENTE' ? null : creadoEn,
    },
  });
}

const marked = async () => (await findRebotes(escenario.ctx, titular.ctx.actor.titularId)).get(CORREO)?.motivo ?? null;

describe('an address that was proved', () => {
  it('is marked by a bounce, and free again once a later notice was accepted', async () => {
    await notify('REBOTADO', 1);
    expect(await marked()).toBe('5.2.2');
    expect(await listMedios(titular.ctx)).toMatchObject([{ entrega: 'REBOTADO', motivo: '5.2.2' }]);
    await notify('PENDIENTE', 2);
    expect(await marked()).toBe('5.2.2');
    await notify('ACEPTADO', 3);
    expect(await marked()).toBeNull();
    expect(await listMedios(titular.ctx)).toMatchObject([{ entrega: null, motivo: null }]);
  });

  it('is marked again when the later notice comes back too', async () => {
    await notify('REBOTADO', 1);
    await notify('ACEPTADO', 2);
    await escenario.db.aviso.updateMany({
      where: { estado: 'ACEPTADO' },
      data: { estado: 'REBOTADO', motivo: '5.1.1' },
    });
    expect(await marked()).toBe('5.1.1');
  });

  it('is not marked by its own link, if that came back and was opened all the same', async () => {
    await notify('REBOTADO', -1, { tipo: 'VALIDA_CORREO' });
    await notify('ACEPTADO', 1);
    expect(await listMedios(titular.ctx)).toMatchObject([{ entrega: null, motivo: null }]);
  });

  it('is not marked by what came back before it was proved, of another address or of another titular', async () => {
    await notify('REBOTADO', -1);
    await notify('REBOTADO', 1, { destino: 'otra@correo.example', tipo: 'VALIDA_CORREO' });
    const de = await escenario.enter('LOVC900412QX8');
    await addMedioValidado(de, 'CORREO_ELECTRONICO', 'otra@correo.example');
    await notify('REBOTADO', 1, { de, tipo: 'VALIDA_CORREO' });
    expect(await marked()).toBeNull();
  });

  it('is marked exactly when something came back and nothing was taken after it, in any history', async () => {
    const avisos = fc.array(fc.tuple(fc.constantFrom(...ESTADOS), fc.integer({ min: -2, max: 6 })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(avisos, async (history) => {
        await alterarDatos('TRUNCATE aviso CASCADE');
        for (const [estado, hours] of history) await notify(estado, hours);
        const since = history.filter(([, hours]) => hours >= 0);
        const isTakenAfter = (after: number) =>
          since.some(([estado, hours]) => hours > after && (estado === 'ACEPTADO' || estado === 'ENTREGADO'));
        const expected = since.some(([estado, hours]) => estado === 'REBOTADO' && !isTakenAfter(hours));
        expect((await marked()) !== null).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});
