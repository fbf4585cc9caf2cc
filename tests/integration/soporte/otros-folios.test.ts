import { beforeEach, describe, expect, it } from 'vitest';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { prepareSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import { verifySolicitud } from '#tramites/solicitud/verify-solicitud.ts';
import { consultFolio, listRegistrosDeFolio } from '#tramites/soporte/consult-folio.ts';
import { consultTitular } from '#tramites/soporte/consult-titular.ts';
import { folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { presentar } from '../../support/aclaraciones.ts';
import { activar, firmarSolicitud } from '../../support/activar.ts';
import {
  addMedioValidado,
  createEscenario,
  type Escenario,
  enterSoporte,
  HOST,
  NAVEGADOR,
  type Titular,
} from '../../support/escenario.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { RFC_DE_SOPORTE, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'ana.gomez@correo.example';
const NUMEROS = ['Y6000001101', 'Y6000002109'];

let escenario: Escenario;
let titular: Titular;
let ctx: ContextoDeSoporte;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  ({ ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA));
});

async function consult(folio: string) {
  const leido = await consultFolio(ctx, folio, { isCubierto: false });
  if (!leido) throw new Error(`no folio ${folio}`);
  return folioEnPalabras(leido);
}

async function tell(folio: string): Promise<string> {
  return (await consult(folio)).cronologia.map(({ texto }) => texto).join('\n');
}

async function addRegistros(numeros = NUMEROS): Promise<void> {
  const { titularId } = titular.ctx.actor;
  for (const numero of numeros)
    await escenario.db.registroPatronal.create({
      data: { numero, titularId, subdelegacion: 'Norte', domicilio: 'Calle 1', estado: 'VIGENTE' },
    });
}

/** Takes one registro patronal off a medio, a second later; gives the folio of the removal. */
async function remove(folio: string, numero: string): Promise<string> {
  escenario.advance(1000);
  const removed = await removeRegistrosDeMedio(titular.ctx, { folio, numeros: [numero] });
  if (!removed.ok) throw new Error(removed.error);
  return removed.value.folio;
}

/** Signs while nobody says whether the e.firma is revoked, and then it is; gives the folio. */
async function signVoid(): Promise<string> {
  escenario.setOcsp(bueno);
  const { ctx: propio, efirma } = await escenario.enter();
  escenario.setOcsp(() => ({ resultado: 'SIN_RESPUESTA', motivo: 'down' }));
  const folio = await firmarSolicitud({ ctx: { ...propio, politicaOcsp: 'tolerante' }, efirma });
  escenario.advance(1000);
  escenario.setOcsp((now) => ({ resultado: 'REVOCADO', der: new Uint8Array([1]), vigenteHasta: now }));
  const { id } = await escenario.db.solicitud.findUniqueOrThrow({ where: { folio } });
  await verifySolicitud({ ...escenario.ctx, actor: { tipo: 'SISTEMA' } }, id, { isLast: false });
  escenario.advance(1000);
  return folio;
}

/** A clock that goes on, as in life, each time that it is asked. */
function withClock({ ctx: propio, efirma }: Titular): Titular {
  let asked = 0;
  return { efirma, ctx: { ...propio, now: () => new Date(propio.now().getTime() + asked++) } };
}

const bueno = (now: Date) => ({ resultado: 'BUENO' as const, der: new Uint8Array([1]), vigenteHasta: now });

describe('other folios', () => {
  it('of a solicitud tells its signature, its acuse and its messages', async () => {
    const folio = await activar(titular);
    const { asunto } = await consult(folio);
    expect(asunto).toMatchObject({ tipo: 'SOLICITUD', estado: 'FIRMADA' });
    const told = await tell(folio);
    for (const each of [
      'Se preparó la solicitud y manifestación para firmarla.',
      'Se firmó la solicitud y manifestación.',
      'Se emitió el acuse de la solicitud y manifestación.',
      'Se preparó el correo que avisa de la activación del Buzón, para a•••@c•••.example.',
    ])
      expect(told).toContain(each);
  });

  it('of a solicitud that turned out void tells that, and not the activation by the one that was signed after', async () => {
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO);
    const medio = await registrar(titular, 'otro@despacho.example');
    const first = await signVoid();
    const second = await signVoid();
    escenario.setOcsp(bueno);
    const valid = await firmarSolicitud(await escenario.enter());
    for (const folio of [first, second]) {
      const told = await tell(folio);
      expect(told).not.toContain('avisa de la activación');
      expect(told.match(/Se preparó el correo que avisa que la solicitud quedó sin efecto/g)).toHaveLength(1);
    }
    expect(await tell(valid)).not.toContain('sin efecto');
    expect(await tell(valid)).toContain('Se preparó el correo que avisa de la activación del Buzón');
    const deMedio = await tell(medio);
    for (const folio of [first, second])
      expect(deMedio).toContain(
        `Se firmó la solicitud y manifestación, con el folio ${folio}; después quedó sin efecto.`,
      );
    expect(deMedio).toContain(`Se firmó la solicitud y manifestación, con el folio ${valid}.`);
  });

  it('of a solicitud that was prepared and not signed says so', async () => {
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO);
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    await prepareSolicitud(titular.ctx, { textoVersion: 'solicitud/2022-09-22', host: HOST, navegador: NAVEGADOR });
    const { folio } = await escenario.db.bitacora.findFirstOrThrow({ where: { evento: 'SOLICITUD_PREPARADA' } });
    expect((await consult(folio ?? '')).resumen.frases[0]).toContain('no se firmó con él');
  });

  it('of a removal of registros patronales names the medio that goes on', async () => {
    await addRegistros();
    const registered = await registerForRegistros(titular, CORREO, 'todos');
    const folio = registered.ok ? registered.value.folio : '';
    const removed = await removeRegistrosDeMedio(titular.ctx, { folio, numeros: ['Y6000001101'] });
    const folioDeBaja = removed.ok ? removed.value.folio : '';
    expect((await consult(folioDeBaja)).asunto).toMatchObject({
      tipo: 'BAJA_DE_REGISTROS',
      folioDelMedio: folio,
      valor: 'a•••@c•••.example',
      registros: 1,
    });
    expect(await tell(folio)).toContain(`Dejó de ser para 1 Registro Patronal, con el folio ${folioDeBaja}.`);
    const page = await listRegistrosDeFolio(ctx, folioDeBaja, '');
    expect(page).toMatchObject({ filas: [{ numero: 'Y6000001101' }], hasMas: false });
    expect((await listRegistrosDeFolio(ctx, folio, ''))?.filas.map(({ numero }) => numero)).toEqual(NUMEROS);
    expect(await tell(folioDeBaja)).toContain('Se emitió el acuse de baja.');
  });

  it('of a removal of registros patronales tell it, and who was told of it then, not of the next', async () => {
    await addRegistros([...NUMEROS, 'Y6000003107']);
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'otro@despacho.example');
    const registered = await registerForRegistros(titular, CORREO, 'todos');
    const folio = registered.ok ? registered.value.folio : '';
    const first = await remove(folio, 'Y6000001101');
    const second = await remove(folio, 'Y6000002109');
    for (const folioDeBaja of [first, second])
      expect(
        (await consult(folioDeBaja)).cronologia.map(({ quien, texto }) => `${quien} · ${texto}`).slice(0, 3),
      ).toEqual([
        `El titular · Con este folio se quitó 1 Registro Patronal del medio de contacto con folio ${folio}.`,
        'El titular · Se emitió el acuse de baja.',
        'El portal · Se preparó el correo que avisa de los registros patronales que se quitaron, para o•••@d•••.example.',
      ]);
    expect((await tell(first)).match(/avisa de los registros/g)).toHaveLength(1);
    const found = await consultTitular(ctx, titular.ctx.actor.titularId, {});
    expect(found?.bajas.map((baja) => baja.folio)).toEqual([second, first]);
  });

  it('give their registros patronales away only to whoever is said to have looked', async () => {
    await addRegistros();
    const registered = await registerForRegistros(titular, CORREO, 'todos');
    const folio = registered.ok ? registered.value.folio : '';
    await listRegistrosDeFolio(ctx, folio, '');
    expect(await escenario.db.bitacora.findFirstOrThrow({ where: { evento: 'FOLIO_CONSULTADO' } })).toMatchObject({
      folio,
      titularId: titular.ctx.actor.titularId,
      actor: `SOPORTE:${ctx.actor.sesionId}`,
    });
    expect(await listRegistrosDeFolio(ctx, await activar(titular), '')).toBeNull();
    expect(await escenario.db.bitacora.count({ where: { evento: 'FOLIO_CONSULTADO' } })).toBe(1);
  });

  it('of an aclaración names what it is about, and tells its messages', async () => {
    const medio = await registrar(titular, CORREO);
    const folio = await presentar(withClock(titular), { folioDelMedio: medio });
    escenario.advance(1000);
    expect((await consult(folio)).asunto).toMatchObject({ tipo: 'ACLARACION', folioDelMedio: medio });
    expect((await tell(folio)).split('\n').slice(0, 2)).toEqual([
      'Se presentó la aclaración.',
      'Se emitió el acuse de la aclaración.',
    ]);
  });

  it('that were never given are none, and nobody is said to have looked', async () => {
    expect(await consultFolio(ctx, 'BI-2026.99999999-00', { isCubierto: false })).toBeNull();
    expect(await escenario.db.bitacora.count({ where: { evento: 'FOLIO_CONSULTADO' } })).toBe(0);
  });
});

describe('a titular', () => {
  it('lists their folios and registros patronales, covered, and that somebody looked is recorded', async () => {
    await addRegistros();
    const deSolicitud = await activar(titular);
    const folio = await registrar(titular, CORREO);
    const { titularId, rfc, nombre } = titular.ctx.actor;
    const found = await consultTitular(ctx, titularId, {});
    expect(found).toMatchObject({
      activo: true,
      registros: 2,
      solicitudes: [{ folio: deSolicitud, estado: 'FIRMADA' }],
      registrosPatronales: { filas: NUMEROS.map((numero) => ({ numero })), hasMas: false },
    });
    expect(found?.medios.filas.map((medio) => medio.folio)).toContain(folio);
    for (const dato of [rfc, nombre, CORREO, '5512345678']) expect(JSON.stringify(found)).not.toContain(dato);
    expect(await escenario.db.bitacora.count({ where: { evento: 'TITULAR_CONSULTADO', titularId } })).toBe(1);
    expect(await consultTitular(ctx, ctx.actor.miembroId, {})).toBeNull();
  });

  it('with many medios and registros gives each once, page by page', async () => {
    const { titularId } = titular.ctx.actor;
    const now = ctx.now();
    await escenario.db.$executeRaw`
      INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro,
        plazo_desde, vence_en, fecha_de_baja, clave_id, peticion_id)
      SELECT gen_random_uuid(), 'BI-PRUEBA-' || n, ${titularId}::uuid, 'CORREO_ELECTRONICO', ${CORREO}, ${CORREO}, 'BAJA', ${now},
        ${now}, ${now}::timestamptz + INTERVAL '72 hours', ${now}, 'x', gen_random_uuid() FROM generate_series(1, 60) n`;
    const folios = new Set<string>();
    for (let medios: string | undefined, page = 0; page < 3; page++) {
      const found = await consultTitular(ctx, titularId, { medios });
      for (const { folio } of found?.medios.filas ?? []) folios.add(folio);
      medios = found?.medios.filas.at(-1)?.folio;
      expect(found?.medios.hasMas).toBe(page < 2);
    }
    expect(folios.size).toBe(60);
  });
});
