import { beforeEach, describe, expect, it } from 'vitest';
import { buildFolio } from '#domain/folio.ts';
import { parseRegistroPatronal } from '#domain/registro-patronal.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { forgetVencidos } from '#tramites/retencion/forget-vencidos.ts';
import { runBusqueda, storeBusqueda } from '#tramites/soporte/run-busqueda.ts';
import { createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { RFC_DE_SOPORTE, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const HOUR = 3_600_000;
const CORREO = 'ana.gomez@correo.example';

let escenario: Escenario;
let ctx: ContextoDeSoporte;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  ({ ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA));
});

async function search(text: string, despuesDe: string | null = null) {
  const stored = await storeBusqueda(ctx, text);
  if (!stored.ok || !('busquedaId' in stored.value)) throw new Error(`no results of «${text}»`);
  const made = await runBusqueda(ctx, stored.value.busquedaId, despuesDe);
  if (!made?.hallazgos.ok) throw new Error('nothing was searched');
  return made.hallazgos.value;
}

/** Titulares with these names; their ids by name. */
async function createTitulares(nombres: readonly string[]): Promise<void> {
  await escenario.db.titular.createMany({
    data: nombres.map((nombre, n) => ({
      rfc: `AAA010101${String(n).padStart(3, '0')}`,
      nombre,
      creadoEn: ctx.now(),
    })),
  });
}

async function namesFound(text: string): Promise<string[]> {
  const ids: string[] = [];
  let despuesDe: string | null = null;
  do {
    const { titulares, siguiente } = await search(text, despuesDe);
    ids.push(...titulares.map(({ id }) => id));
    despuesDe = siguiente;
  } while (despuesDe);
  const titulares = await escenario.db.titular.findMany({
    where: { id: { in: ids } },
    select: { id: true, nombre: true },
  });
  return ids.map((id) => titulares.find((each) => each.id === id)?.nombre ?? '');
}

describe('a search', () => {
  it('by a folio goes to its page', async () => {
    const folio = await registrar(await escenario.enter(), CORREO);
    expect(await storeBusqueda(ctx, ` ${folio.toLowerCase()} `)).toEqual({ ok: true, value: { folio } });
    expect(await search(buildFolio(2026, 99_999))).toMatchObject({ titulares: [], medios: [] });
  });

  it('by an address finds exactly it, of every titular, newest first and masked', async () => {
    const ana = await escenario.enter();
    const luis = await escenario.enter('MEGL920721K30');
    const first = await registrar(ana, CORREO);
    escenario.advance(1000);
    const second = await registrar(luis, 'ANA.Gomez@correo.example');
    await registrar(luis, `x${CORREO}`);
    const { medios, siguiente } = await search(CORREO);
    expect(medios.map(({ folio }) => folio)).toEqual([second, first]);
    expect(siguiente).toBeNull();
    expect(medios[1]).toMatchObject({ valor: 'a•••@c•••.example', estado: 'EN_PROCESO' });
    for (const dato of [CORREO, 'ANA.Gomez', ana.ctx.actor.rfc, ana.ctx.actor.nombre, luis.ctx.actor.rfc])
      expect(JSON.stringify(medios)).not.toContain(dato);
  });

  it('by a number finds a phone and a registro patronal of that form', async () => {
    const ana = await escenario.enter();
    const folio = await registrar(ana, '5512345678');
    const numero = parseRegistroPatronal('5512345678');
    await escenario.db.registroPatronal.create({
      data: {
        numero: numero.ok ? numero.value : '',
        titularId: ana.ctx.actor.titularId,
        subdelegacion: 'Mérida',
        domicilio: 'Calle 1',
        estado: 'VIGENTE',
      },
    });
    const { medios, titulares } = await search('55 1234 5678');
    expect(medios).toMatchObject([{ folio, valor: '•••• •• 56 78' }]);
    expect(titulares).toMatchObject([{ id: ana.ctx.actor.titularId, registros: 1, activo: false }]);
  });

  it('by an RFC or a registro patronal finds its titular, masked', async () => {
    const { actor } = (await escenario.enter()).ctx;
    const { titulares } = await search(actor.rfc.toLowerCase());
    expect(titulares).toMatchObject([{ id: actor.titularId, registros: 0 }]);
    expect(JSON.stringify(titulares)).not.toContain(actor.rfc);
    expect(JSON.stringify(titulares)).not.toContain(actor.nombre);
  });

  it('pages through what one address has, each once', async () => {
    const { titularId } = (await escenario.enter()).ctx.actor;
    const ahora = ctx.now();
    await escenario.db.$executeRaw`
      INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro,
        plazo_desde, vence_en, fecha_de_baja, clave_id, peticion_id)
      SELECT gen_random_uuid(), 'BI-PRUEBA-' || n, ${titularId}::uuid, 'CORREO_ELECTRONICO', ${CORREO}, ${CORREO}, 'BAJA', ${ahora},
        ${ahora}, ${ahora}::timestamptz + INTERVAL '72 hours', ${ahora}, 'x', gen_random_uuid() FROM generate_series(1, 60) n`;
    const folios: string[] = [];
    let despuesDe: string | null = null;
    do {
      const { medios, siguiente } = await search(CORREO, despuesDe);
      folios.push(...medios.map(({ folio }) => folio));
      despuesDe = siguiente;
    } while (despuesDe);
    expect(folios).toHaveLength(60);
    expect(new Set(folios).size).toBe(60);
  });
});

describe('a search by name', () => {
  const NOMBRES = [
    'JUAN CARLOS PÉREZ LÓPEZ',
    'JUAN PÉREZ RUIZ',
    'MARÍA PÉREZ JUÁREZ',
    'PÉREZ JUAN Y ASOCIADOS SC',
    'ANA LUISA ANAYA',
    'ÑANDÚ & HIJOS, S.A. DE C.V.',
  ];
  beforeEach(() => createTitulares(NOMBRES));

  it.each([
    ['juan perez', ['JUAN PÉREZ RUIZ', 'PÉREZ JUAN Y ASOCIADOS SC', 'JUAN CARLOS PÉREZ LÓPEZ']],
    ['Pérez López Juan', ['JUAN CARLOS PÉREZ LÓPEZ']],
    ['carlos per', ['JUAN CARLOS PÉREZ LÓPEZ']],
    ['juan lopez', ['JUAN CARLOS PÉREZ LÓPEZ']],
    ['ana', ['ANA LUISA ANAYA']],
    ['nandu e hijos', []],
    ['nandu hijos sa', []],
    ['ÑANDÚ HIJOS S.A.', ['ÑANDÚ & HIJOS, S.A. DE C.V.']],
    ['l%sa ana', []],
  ])('«%s»', async (text, expected) => {
    expect((await namesFound(text)).sort()).toEqual([...expected].sort());
  });

  it('gives first those with the words together', async () => {
    expect((await namesFound('juan perez')).slice(0, 2).sort()).toEqual([
      'JUAN PÉREZ RUIZ',
      'PÉREZ JUAN Y ASOCIADOS SC',
    ]);
  });

  it('pages through all of them, each once, where the words are together and where they are apart', async () => {
    const juntas = Array.from({ length: 60 }, (_, n) => `ROSA ROSALES N${n}`);
    const sueltas = Array.from({ length: 60 }, (_, n) => `ROSA M${n} ROSALES`);
    const demas = Array.from({ length: 700 }, (_, n) => `LUZ X${n} ROSALES`);
    await escenario.db.titular.createMany({
      data: [...demas, ...sueltas, ...juntas].map((nombre, n) => ({
        rfc: `BBB010101${n.toString(36).toUpperCase().padStart(3, '0')}`,
        nombre,
        creadoEn: ctx.now(),
      })),
    });
    const found = await namesFound('rosa rosales');
    expect([...found].sort()).toEqual([...juntas, ...sueltas].sort());
    expect(found.slice(0, 60).every((nombre) => nombre.startsWith('ROSA ROSALES'))).toBe(true);
  });
});

describe('what was searched', () => {
  it('is kept for the session that asked, for an hour, and then goes', async () => {
    const stored = await storeBusqueda(ctx, CORREO);
    const id = stored.ok && 'busquedaId' in stored.value ? stored.value.busquedaId : '';
    const otra = await enterSoporte(escenario, 'SUPERVISION', RFC_DE_SOPORTE.SUPERVISION);
    expect(await runBusqueda(otra.ctx, id, null)).toBeNull();
    escenario.advance(HOUR - 1);
    expect(await runBusqueda(ctx, id, null)).toMatchObject({ consulta: CORREO });
    await forgetVencidos(ctx);
    expect(await escenario.db.busquedaDeSoporte.count()).toBe(1);
    escenario.advance(1);
    expect(await runBusqueda(ctx, id, null)).toBeNull();
    await forgetVencidos(ctx);
    expect(await escenario.db.busquedaDeSoporte.count()).toBe(0);
  });

  it('is in the bitácora by its kind, never by its text', async () => {
    for (const text of [CORREO, '5512345678', 'juan perez']) await search(text);
    const apuntes = await escenario.db.bitacora.findMany({
      where: { evento: 'BUSQUEDA_DE_SOPORTE' },
      orderBy: { id: 'asc' },
    });
    expect(apuntes.map(({ datos }) => datos)).toMatchObject([
      { por: 'CORREO', miembroId: ctx.actor.miembroId },
      { por: 'TELEFONO REGISTRO_PATRONAL' },
      { por: 'NOMBRE' },
    ]);
    expect(JSON.stringify(apuntes, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
      /gomez|5512345678|perez/i,
    );
  });

  it('and not understood is told beside what was typed; nothing at all is refused', async () => {
    const stored = await storeBusqueda(ctx, ' ana@\u0000 ');
    const id = stored.ok && 'busquedaId' in stored.value ? stored.value.busquedaId : '';
    expect(await runBusqueda(ctx, id, null)).toEqual({
      consulta: 'ana@',
      hallazgos: { ok: false, error: 'CORREO_INCOMPLETO' },
    });
    expect(await storeBusqueda(ctx, ' \u200b ')).toEqual({ ok: false, error: 'CONSULTA_VACIA' });
    expect(await storeBusqueda(ctx, 'a'.repeat(255))).toEqual({ ok: false, error: 'CONSULTA_LARGA' });
  });
});
