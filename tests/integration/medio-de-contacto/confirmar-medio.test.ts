import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createClaves } from '#infra/claves/claves.ts';
import type { ContextoDeEnvio } from '#tramites/aviso/compose-mensaje.ts';
import { listComunicados } from '#tramites/aviso/list-comunicados.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { findMedioPorConfirmar } from '#tramites/medio-de-contacto/find-medio-by-token.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { tellMediosAntiguos } from '#tramites/medio-de-contacto/tell-medios-antiguos.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { validateMedioAntiguo } from '#tramites/medio-de-contacto/validate-medio-antiguo.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { textoEnviado } from '#wording/aviso/contenido.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import {
  addMedioValidado,
  createEscenario,
  type Escenario,
  enterSoporte,
  type Titular,
} from '../../support/escenario.ts';
import { makeTitulares } from '../../support/muchos-titulares.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { RFC_DE_SOPORTE, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'ana@correo.example';
const CELULAR = '+525512345678';
const DAY_MS = 24 * 3_600_000;
const YEAR_MS = 365 * DAY_MS + 1;

let escenario: Escenario;
let titular: Titular;
let worker: ContextoDeEnvio;
let enviados: Record<string, string[]>;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO);
  enviados = {};
  const take = (to: string, texto: string) => {
    enviados[to] = [...(enviados[to] ?? []), texto];
    return { aceptado: true, respuesta: '250 Ok', idDelProveedor: randomUUID() } as const;
  };
  worker = {
    ...escenario.ctx,
    actor: { tipo: 'SISTEMA' },
    esDemo: true,
    correo: { send: async ({ to, contenido }) => take(to, textoEnviado(contenido)), close: () => undefined },
    sms: { send: async ({ to, texto }) => take(to, texto) },
  };
});

/** A minute of the worker's: it asks, and hands over what waits. */
async function work(): Promise<void> {
  await tellMediosAntiguos(worker);
  const pendientes = { where: { tipo: 'CONFIRMA_MEDIO', estado: 'PENDIENTE' } } as const;
  for (const { id } of await escenario.db.aviso.findMany(pendientes)) await sendAviso(worker, id, { isLast: false });
}
const preguntas = () => escenario.db.aviso.count({ where: { tipo: 'CONFIRMA_MEDIO' } });
const apuntes = () =>
  escenario.db.bitacora.findMany({ where: { evento: 'MEDIO_CONFIRMADO' }, select: { folio: true } });
const salud = async () =>
  Object.fromEntries((await listMedios(titular.ctx)).map((medio) => [medio.valor, medio.salud]));
const tokenOf = (texto?: string) => /\/confirmar\/([\w-]{54})/.exec(texto ?? '')?.[1] ?? 'ninguno';
const last = (to: string) => tokenOf(enviados[to]?.at(-1));

describe('what was proved a year ago', () => {
  it('is asked about there, once, and one press makes its proof fresh', async () => {
    await addMedioValidado(titular, 'TELEFONO', CELULAR);
    escenario.advance(YEAR_MS - 1);
    await work();
    expect(enviados).toEqual({});
    escenario.advance(1);
    await work();
    await work();
    expect(Object.keys(enviados).sort()).toEqual([CELULAR, CORREO]);
    expect(await salud()).toEqual({ [CORREO]: 'PRUEBA_ANTIGUA', [CELULAR]: 'PRUEBA_ANTIGUA' });
    for (const to of [CORREO, CELULAR]) {
      expect(enviados[to]).toHaveLength(1);
      // Opening its link any number of times changes nothing.
      expect(await findMedioPorConfirmar(escenario.ctx, last(to))).toMatchObject({
        ok: true,
        value: { isConfirmado: false },
      });
      expect(await findMedioPorConfirmar(escenario.ctx, last(to))).toMatchObject({
        ok: true,
        value: { isConfirmado: false },
      });
      expect(await validateMedioAntiguo(escenario.ctx, last(to))).toMatchObject({
        ok: true,
        value: { isConfirmado: true },
      });
    }
    expect(await salud()).toEqual({ [CORREO]: 'FUNCIONA', [CELULAR]: 'FUNCIONA' });
    expect(await apuntes()).toHaveLength(2);
  });

  it('pressed twice, also at once, is confirmed once', async () => {
    escenario.advance(YEAR_MS);
    await work();
    const press = () => validateMedioAntiguo(escenario.ctx, last(CORREO));
    expect((await Promise.all([press(), press()])).every(({ ok }) => ok)).toBe(true);
    const [{ confirmadoEn } = { confirmadoEn: null }] = await listMedios(titular.ctx);
    escenario.advance(DAY_MS);
    expect((await press()).ok).toBe(true);
    expect(await listMedios(titular.ctx)).toMatchObject([{ confirmadoEn }]);
    expect(await apuntes()).toHaveLength(1);
  });

  it('is asked again a year after it was confirmed, or after it was asked; the link of before is none any more', async () => {
    escenario.advance(YEAR_MS);
    await work();
    escenario.advance(YEAR_MS - 1);
    await work();
    expect(await preguntas()).toBe(1);
    const before = last(CORREO);
    escenario.advance(1);
    await work();
    expect(await preguntas()).toBe(2);
    expect(await validateMedioAntiguo(escenario.ctx, before)).toEqual({ ok: false, error: 'ENLACE_DESCONOCIDO' });
    escenario.advance(DAY_MS);
    expect((await validateMedioAntiguo(escenario.ctx, last(CORREO))).ok).toBe(true);
    escenario.advance(YEAR_MS - DAY_MS);
    await work();
    expect(await preguntas()).toBe(2);
    escenario.advance(DAY_MS);
    await work();
    expect(await preguntas()).toBe(3);
  });

  it('is asked once where two workers run at once, and after a restart', async () => {
    await addMedioValidado(titular, 'TELEFONO', CELULAR);
    for (const [n, ctx] of (await makeTitulares(titular, 40)).entries())
      await addMedioValidado({ ...titular, ctx }, 'CORREO_ELECTRONICO', `c${n}@correo.example`);
    escenario.advance(YEAR_MS);
    await Promise.all([tellMediosAntiguos(worker), tellMediosAntiguos(worker), tellMediosAntiguos(worker)]);
    await tellMediosAntiguos(worker);
    expect(await preguntas()).toBe(42);
    const keys = await escenario.db.$queryRaw<object[]>`
      SELECT key FROM graphile_worker.jobs JOIN aviso ON key LIKE '%' || aviso.id WHERE tipo = 'CONFIRMA_MEDIO'`;
    expect(keys).toHaveLength(42);
  });

  it('is asked one time of an address, whatever it is for, and the answer is for all of it', async () => {
    await addRegistros(escenario.db, titular.ctx.actor.titularId, 3);
    await registerForRegistros(titular, CORREO, 'todos', { sinNuevaValidacion: true });
    escenario.advance(YEAR_MS);
    await work();
    expect(await listMedios(titular.ctx)).toHaveLength(2);
    expect(await preguntas()).toBe(1);
    await validateMedioAntiguo(escenario.ctx, last(CORREO));
    expect(await apuntes()).toHaveLength(2);
    expect(await listMedios(titular.ctx)).toMatchObject([{ salud: 'FUNCIONA' }, { salud: 'FUNCIONA' }]);
  });

  it('is not asked about when it was removed, was never proved, or is another’s by what its reader said', async () => {
    await registrar(titular, 'sin-probar@correo.example');
    escenario.advance(YEAR_MS);
    await alterarDatos(`INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado,
        fecha_de_registro, plazo_desde, vence_en, clave_id, peticion_id, ajeno_en, fecha_de_cancelacion)
      SELECT gen_random_uuid(), 'OTRO', titular_id, mecanismo, valor, valor_comparable, 'CANCELADO', fecha_de_registro,
        plazo_desde, vence_en, clave_id, gen_random_uuid(), fecha_de_validacion + interval '1 hour', fecha_de_registro
      FROM medio_de_contacto WHERE valor = '${CORREO}'`);
    await work();
    expect(enviados).toEqual({});
  });
});

describe('the link', () => {
  beforeEach(async () => {
    escenario.advance(YEAR_MS);
  });

  it('of what was removed since says so, and its message is not sent if it waits still', async () => {
    await addMedioValidado(titular, 'TELEFONO', CELULAR);
    await tellMediosAntiguos(worker);
    const { folio, ...medio } = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor: CORREO } });
    const token = buildToken(escenario.ctx.claves, medio, medio.confirmacionPedidaEn ?? undefined) ?? '';
    expect((await removeMedioDeContacto(titular.ctx, folio)).ok).toBe(true);
    await work();
    expect(enviados).toEqual({});
    const gone = { ok: false, error: 'ENLACE_DE_MEDIO_DADO_DE_BAJA' };
    expect(await findMedioPorConfirmar(escenario.ctx, token)).toEqual(gone);
    expect(await validateMedioAntiguo(escenario.ctx, token)).toEqual(gone);
  });

  it('is no other: neither an invented one, nor that of the validation, nor one of a key that left AUTH_SECRET', async () => {
    await work();
    const medio = await escenario.db.medioDeContacto.findFirstOrThrow();
    const deValidacion = buildToken(escenario.ctx.claves, medio) ?? '';
    const unknown = { ok: false, error: 'ENLACE_DESCONOCIDO' };
    for (const token of ['', 'x', 'A'.repeat(54), deValidacion])
      expect(await validateMedioAntiguo(escenario.ctx, token)).toEqual(unknown);
    expect(await validateCorreo(escenario.ctx, last(CORREO))).toEqual(unknown);
    const [vieja, nueva] = [
      'un secreto de prueba de treinta y dos caracteres',
      'otro secreto de prueba de treinta y dos',
    ];
    const rotated = { ...escenario.ctx, claves: createClaves([String(nueva), String(vieja)]) };
    expect((await findMedioPorConfirmar(rotated, last(CORREO))).ok).toBe(true);
    const without = { ...escenario.ctx, claves: createClaves([String(nueva)]) };
    expect(await findMedioPorConfirmar(without, last(CORREO))).toEqual({ ok: false, error: 'ENLACE_SIN_CLAVE' });
  });

  it('of an address of the portal that does not fit in an SMS is left out of it', async () => {
    await addMedioValidado(titular, 'TELEFONO', CELULAR);
    escenario.advance(YEAR_MS);
    worker.appUrl = `https://${'buzon.'.repeat(8)}example`;
    await work();
    expect(enviados[CELULAR]).toEqual([expect.not.stringContaining('/confirmar/')]);
    expect(last(CORREO)).not.toBe('ninguno');
  });
});

it('is told as every other message is: in «Mis comunicados», its link covered, and to support by its folio', async () => {
  escenario.advance(YEAR_MS);
  await work();
  const { comunicados } = await listComunicados({ ...titular.ctx, esDemo: true }, null);
  expect(comunicados).toMatchObject([{ tipo: 'CONFIRMA_MEDIO', redaccion: 'LA_ENVIADA', estado: 'ACEPTADO' }]);
  expect(JSON.stringify(comunicados)).not.toContain(last(CORREO));
  await validateMedioAntiguo(escenario.ctx, last(CORREO));
  const { ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA);
  const [{ folio } = { folio: '' }] = await listMedios(titular.ctx);
  const visto = JSON.stringify(await consultFolio(ctx, folio, { isCubierto: true }), (_key, value) =>
    typeof value === 'bigint' ? 0 : value,
  );
  expect(visto).toContain('CONFIRMA_MEDIO');
  expect(visto).toContain('MEDIO_CONFIRMADO');
});
