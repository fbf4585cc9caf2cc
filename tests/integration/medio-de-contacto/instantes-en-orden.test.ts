import { beforeEach, describe, expect, it } from 'vitest';
import { codeFromHmac } from '#domain/medio-de-contacto/codigo.ts';
import { causaDeCancelacion } from '#domain/medio-de-contacto/plazo.ts';
import { closeAclaracion } from '#tramites/aclaracion/answer-aclaracion.ts';
import { recordEntrega } from '#tramites/aviso/apply-reporte.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { cancelMedio } from '#tramites/medio-de-contacto/cancel-medio.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import { disownCorreo, validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { signOut } from '#tramites/sesion/list-sesiones.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { removeRol } from '#tramites/soporte/give-rol.ts';
import { sucesoDe } from '#wording/soporte/folio-en-palabras.ts';
import { presentar, responder } from '../../support/aclaraciones.ts';
import { createEscenario, type Escenario, enterSoporte, type Titular } from '../../support/escenario.ts';
import { contextoDeEnvio, RFC_DE_SOPORTE, registrar, tokenDe } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const HOUR = 3_600_000;

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

const medioOf = (folio: string) => escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });

async function codeOf(folio: string): Promise<string> {
  const { id, claveId } = await medioOf(folio);
  return codeFromHmac(escenario.ctx.claves.derive(claveId, 'codigo-de-celular', id) as Uint8Array);
}

describe('when the clock goes back an hour', () => {
  it('between a registration, its validation and its removal, all is dated in its order, for support too', async () => {
    for (const valor of ['ana@correo.example', '5512345678']) {
      const folio = await registrar(titular, valor);
      escenario.advance(-HOUR);
      const done = valor.includes('@')
        ? await validateCorreo(escenario.ctx, await tokenDe(titular, folio))
        : await validateCelular(titular.ctx, { folio, codigo: await codeOf(folio) });
      expect(done.ok).toBe(true);
      escenario.advance(-HOUR);
      expect((await removeMedioDeContacto(titular.ctx, folio)).ok).toBe(true);
      const { fechaDeRegistro, fechaDeValidacion, fechaDeBaja } = await medioOf(folio);
      expect([fechaDeValidacion, fechaDeBaja]).toEqual([fechaDeRegistro, fechaDeRegistro]);
      const acuses = await escenario.db.acuse.findMany({ where: { folio }, orderBy: { id: 'asc' } });
      expect(new Set(acuses.map(({ fecha }) => fecha.getTime()))).toEqual(new Set([fechaDeRegistro.getTime()]));
      const { ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA);
      const texts =
        (await consultFolio(ctx, folio, { isCubierto: true }))?.cronologia.map((hecho) => sucesoDe(hecho).texto) ?? [];
      const states = texts.filter((texto) => /^Se (registró|validó|eliminó)/.test(texto));
      expect(states.map((texto) => texto.split(/[ :]/)[1])).toEqual(['registró', 'validó', 'eliminó']);
    }
  });

  it('a message is sent, taken and delivered in that order', async () => {
    const folio = await registrar(titular, '5512345678');
    const { id, creadoEn } = await escenario.db.aviso.findFirstOrThrow({ where: { folio } });
    escenario.advance(-HOUR);
    await sendAviso(contextoDeEnvio(escenario.ctx, backAgain), id, { isLast: false });
    escenario.advance(-HOUR);
    await recordEntrega(escenario.ctx, 'sid', { estado: 'delivered', codigo: '' });
    const aviso = await escenario.db.aviso.findUniqueOrThrow({ where: { id }, include: { intentos: true } });
    const [intento] = aviso.intentos;
    expect([intento?.iniciadoEn, intento?.terminadoEn, aviso.resueltoEn]).toEqual([creadoEn, creadoEn, creadoEn]);
    expect(aviso.estado).toBe('ENTREGADO');
  });

  function backAgain() {
    escenario.advance(-HOUR);
    return { aceptado: true as const, respuesta: '250', idDelProveedor: 'sid' };
  }

  it('an aclaración is answered and closed after it was filed, and a session closed after its last use', async () => {
    const { ctx: soporte } = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION);
    const folio = await presentar(titular);
    escenario.advance(-HOUR);
    await responder(soporte, folio);
    expect((await closeAclaracion(soporte, folio)).ok).toBe(true);
    const { presentadaEn, cerradaEn } = await escenario.db.aclaracion.findUniqueOrThrow({ where: { folio } });
    expect(cerradaEn).toEqual(presentadaEn);
    await signOut(titular.ctx);
    await signOut(soporte);
    expect((await removeRol({ ...escenario.ctx, actor: { tipo: 'SISTEMA' } }, RFC_DE_SOPORTE.ATENCION)).ok).toBe(true);
    const [sesion] = await escenario.db.sesion.findMany();
    const [deSoporte] = await escenario.db.sesionDeSoporte.findMany();
    expect([sesion?.cerradaEn, deSoporte?.cerradaEn]).toEqual([sesion?.creadaEn, deSoporte?.creadaEn]);
  });

  it.each([
    [
      "UPDATE medio_de_contacto SET estado = 'VALIDADO', fecha_de_validacion = fecha_de_registro - interval '1 ms'",
      /despues/,
    ],
    ["UPDATE medio_de_contacto SET estado = 'BAJA', fecha_de_baja = fecha_de_registro - interval '1 ms'", /despues/],
    [
      "UPDATE medio_de_contacto SET estado = 'CANCELADO', fecha_de_cancelacion = fecha_de_registro - interval '1 ms'",
      /despues/,
    ],
    ["UPDATE aviso SET estado = 'DESCARTADO', resuelto_en = creado_en - interval '1 ms'", /despues/],
    ["UPDATE sesion SET cerrada_en = creada_en - interval '1 ms'", /en_orden/],
    [
      `INSERT INTO intento_de_envio (id, aviso_id, numero, iniciado_en, terminado_en, aceptado)
       SELECT gen_random_uuid(), id, 1, creado_en, creado_en - interval '1 ms', true FROM aviso`,
      /despues/,
    ],
  ])('the database refuses %s', async (statement, refusal) => {
    await registrar(titular, 'ana@correo.example');
    await expect(escenario.db.$executeRawUnsafe(statement)).rejects.toThrow(refusal);
  });
});

describe('«Este correo no es mío» at the end of the 72 hours', () => {
  it.each([
    [-1, 'AJENO'],
    [0, 'PLAZO'],
    [1, 'PLAZO'],
  ])('%i ms from it the cause is %s, and what was said is on record', async (off, causa) => {
    const folio = await registrar(titular, 'ajeno@correo.example');
    const token = await tokenDe(titular, folio);
    escenario.advance(72 * HOUR + off);
    await disownCorreo(escenario.ctx, token);
    await disownCorreo(escenario.ctx, token);
    const medio = await medioOf(folio);
    expect(medio).toMatchObject({ estado: 'CANCELADO', ajenoEn: escenario.ctx.now() });
    expect(causaDeCancelacion(medio)).toBe(causa);
    const eventos = await escenario.db.bitacora.findMany({
      where: { folio, evento: { in: ['MEDIO_CANCELADO', 'CORREO_AJENO'] } },
      orderBy: { id: 'asc' },
    });
    expect(eventos.map(({ evento, datos }) => [evento, datos])).toEqual(
      causa === 'AJENO'
        ? [['CORREO_AJENO', { enPlazo: true }]]
        : [
            ['MEDIO_CANCELADO', { causa: 'PLAZO' }],
            ['CORREO_AJENO', { enPlazo: false }],
          ],
    );
  });

  it('says the same when the job that cancels comes before, later or at once, also by another clock', async () => {
    for (const jobOff of [-1, 0, 5]) {
      const folio = await registrar(titular, `ajeno${jobOff}@correo.example`);
      const token = await tokenDe(titular, folio);
      const { id, venceEn } = await medioOf(folio);
      const at = (ms: number) => ({ ...escenario.ctx, now: () => new Date(venceEn.getTime() + ms) });
      await Promise.all([disownCorreo(at(-1), token), cancelMedio(at(jobOff), id)]);
      const medio = await medioOf(folio);
      const [first] = await escenario.db.bitacora.findMany({
        where: { folio, evento: { in: ['MEDIO_CANCELADO', 'CORREO_AJENO'] } },
        orderBy: { id: 'asc' },
      });
      expect(medio.ajenoEn).not.toBeNull();
      expect(causaDeCancelacion(medio)).toBe(first?.evento === 'CORREO_AJENO' ? 'AJENO' : 'PLAZO');
    }
  });
});
