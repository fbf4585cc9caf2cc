import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { listSalud } from '#tramites/medio-de-contacto/list-salud.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { collectTablero } from '#tramites/tablero/collect-tablero.ts';
import { firmarSolicitud } from '../../support/activar.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import {
  addMedioValidado,
  createEscenario,
  type Escenario,
  enterSoporte,
  type Titular,
} from '../../support/escenario.ts';
import { eliminarConFirma } from '../../support/firmar-acto.ts';
import { RFC_DE_SOPORTE } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'ana@correo.example';
const HOUR_MS = 3_600_000;
const ESTADOS = ['ACEPTADO', 'ENTREGADO', 'REBOTADO', 'RECHAZADO', 'PENDIENTE', 'SIN_RESPUESTA', 'DESCARTADO'] as const;
type Estado = (typeof ESTADOS)[number];

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO);
});

interface Cambio {
  mecanismo?: 'CORREO_ELECTRONICO' | 'TELEFONO';
  destino?: string;
  de?: Titular;
  tipo?: TipoDeAviso;
}

/** A notice about a medio of whoever is told, prepared some hours after the address was proved. */
async function notify(estado: Estado, hours: number, change: Cambio = {}) {
  const creadoEn = new Date(escenario.ctx.now().getTime() + hours * HOUR_MS);
  const { destino = CORREO, de = titular, tipo = 'MEDIO_CANCELADO', mecanismo = 'CORREO_ELECTRONICO' } = change;
  const { titularId } = de.ctx.actor;
  const { id: medioId } = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { titularId } });
  await escenario.db.aviso.create({
    data: {
      titularId,
      tipo,
      medioId,
      mecanismo,
      destino,
      destinoComparable: destino,
      estado,
      motivo: estado === 'REBOTADO' || estado === 'RECHAZADO' ? '5.2.2' : null,
      creadoEn,
      resueltoEn: estado === 'PENDIENTE' ? null : creadoEn,
    },
  });
}

/** Of the address; null where notices reach it. */
async function marked() {
  const medios = await listSalud(escenario.ctx, [titular.ctx.actor.titularId]);
  const { salud, motivo } = medios.find(({ valor }) => valor === CORREO) ?? {};
  return salud === 'NO_LLEGA' ? motivo : null;
}

describe('an address that was proved', () => {
  it('is marked by a bounce, and free again once a later notice was accepted', async () => {
    await notify('REBOTADO', 1);
    expect(await marked()).toBe('5.2.2');
    expect(await listMedios(titular.ctx)).toMatchObject([{ entrega: 'REBOTADO', motivo: '5.2.2', salud: 'NO_LLEGA' }]);
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
        const expected = since.some(
          ([estado, hours]) => (estado === 'REBOTADO' || estado === 'RECHAZADO') && !isTakenAfter(hours),
        );
        expect((await marked()) !== null).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

const CELULAR = '+525512345678';
const saludDe = async () =>
  Object.fromEntries((await listSalud(titular.ctx, [titular.ctx.actor.titularId])).map((m) => [m.valor, m.salud]));

describe('what is known of a medio that was proved', () => {
  it('counts also for a phone whose SMS was refused, until one is delivered', async () => {
    await addMedioValidado(titular, 'TELEFONO', CELULAR);
    const celular = { mecanismo: 'TELEFONO', destino: CELULAR } as const;
    await notify('RECHAZADO', 1, celular);
    expect(await saludDe()).toEqual({ [CORREO]: 'FUNCIONA', [CELULAR]: 'NO_LLEGA' });
    await notify('ENTREGADO', 2, celular);
    expect(await saludDe()).toEqual({ [CORREO]: 'FUNCIONA', [CELULAR]: 'FUNCIONA' });
  });

  it('is that somebody else has it, whichever registration they said it of, until they take it back', async () => {
    escenario.advance(HOUR_MS);
    await alterarDatos(`INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado,
        fecha_de_registro, plazo_desde, vence_en, clave_id, peticion_id, ajeno_en, fecha_de_cancelacion)
      SELECT gen_random_uuid(), 'OTRO', titular_id, mecanismo, 'Ana@correo.example', valor_comparable, 'CANCELADO',
        fecha_de_registro, plazo_desde, vence_en, clave_id, gen_random_uuid(), fecha_de_validacion + interval '1 hour', fecha_de_registro
      FROM medio_de_contacto`);
    expect(await saludDe()).toEqual({ [CORREO]: 'AJENO' });
    await alterarDatos("UPDATE medio_de_contacto SET reabierto_en = ajeno_en WHERE folio = 'OTRO'");
    expect(await saludDe()).toEqual({ [CORREO]: 'FUNCIONA' });
  });

  it('is that it was proved more than a year ago', async () => {
    escenario.advance(365 * 24 * HOUR_MS);
    expect(await saludDe()).toEqual({ [CORREO]: 'FUNCIONA' });
    escenario.advance(1);
    expect(await saludDe()).toEqual({ [CORREO]: 'PRUEBA_ANTIGUA' });
  });
});

describe('the board', () => {
  const sinMedio = async () => {
    const { ctx } = await enterSoporte(escenario, 'SUPERVISION', RFC_DE_SOPORTE.SUPERVISION);
    return (await collectTablero(ctx, 7)).sinMedio;
  };

  it('counts who has an active Buzón and no medio that works, and nobody with one', async () => {
    await addMedioValidado(titular, 'TELEFONO', CELULAR);
    await notify('REBOTADO', 1);
    await notify('RECHAZADO', 1, { mecanismo: 'TELEFONO', destino: CELULAR });
    expect(await sinMedio()).toBe(0);
    await firmarSolicitud(titular);
    expect(await sinMedio()).toBe(1);
    await notify('ACEPTADO', 2);
    expect(await sinMedio()).toBe(0);
    const { ctx } = titular;
    for (const { folio } of await listMedios(ctx)) {
      const removed = await removeMedioDeContacto(ctx, folio);
      if (!removed.ok) expect((await eliminarConFirma(titular, folio)).ok).toBe(true);
    }
    expect(await sinMedio()).toBe(1);
    escenario.advance(8 * 24 * HOUR_MS);
    expect(await sinMedio()).toBe(0);
  });
});
