import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { findDescarga } from '#tramites/acuse/download-acuse.ts';
import { listAcuses } from '#tramites/acuse/list-acuses.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { composeMensaje, findAviso } from '#tramites/aviso/compose-mensaje.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { listRegistrosDeMedio } from '#tramites/medio-de-contacto/list-registros-de-medio.ts';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { importPadron } from '#tramites/padron/import-padron.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { sucesoDe } from '#wording/soporte/folio-en-palabras.ts';
import {
  addMedioValidado,
  createEscenario,
  type Escenario,
  enterSoporte,
  type Titular,
} from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { contextoDeEnvio, RFC_DE_SOPORTE } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const NADIE = { onObservaciones: async () => undefined, onAvance: () => undefined };
const CORREO_DEL_RFC = 'direccion@espiga.example';

let escenario: Escenario;
let titular: Titular;
let numeros: string[];
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  numeros = await addRegistros(escenario.db, titular.ctx.actor.titularId, 4);
});

type Fila = { numero: string; rfc?: string; estado?: 'vigente' | 'baja' };

/** What a load of the padrón says; `now` is the clock of whoever loads it. */
async function load(filas: readonly Fila[], now = escenario.ctx.now()): Promise<void> {
  const lines = filas.map(({ numero, rfc = 'MEGL920721K30', estado = 'vigente' }) =>
    [rfc, 'LETICIA', numero, 'Tijuana', '', estado].join(','),
  );
  const csv = ['rfc,nombre,registro_patronal,subdelegacion,domicilio,estado', ...lines].join('\n');
  const ctx = { ...escenario.ctx, now: () => now, actor: { tipo: 'SISTEMA' } } as const;
  const result = await importPadron(ctx, { open: () => Readable.from([Buffer.from(csv)]) }, NADIE);
  if (!result.ok) throw new Error(result.error.codigo);
}

const toFilas = (cuales: readonly string[], rest: Partial<Fila> = {}) => cuales.map((numero) => ({ numero, ...rest }));

async function register(valor: string, cuales: string[] | 'todos' = 'todos'): Promise<string> {
  const result = await registerForRegistros(titular, valor, cuales);
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

async function validate(folio: string): Promise<void> {
  const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
  expect((await validateCorreo(escenario.ctx, buildToken(escenario.ctx.claves, medio) ?? '')).ok).toBe(true);
}

/** The messages of one kind, as they would go out. */
async function told(tipo: 'REGISTROS_ELIMINADOS' | 'MEDIO_ELIMINADO') {
  const avisos = await escenario.db.aviso.findMany({ where: { tipo }, orderBy: { destino: 'asc' } });
  return Promise.all(
    avisos.map(async ({ id, destino, folio }) => {
      const aviso = await findAviso(escenario.ctx, id);
      const ctx = contextoDeEnvio(escenario.ctx, () => ({ aceptado: true, respuesta: '', idDelProveedor: id }));
      return { destino, folio, datos: aviso && (await composeMensaje(ctx, aviso)) };
    }),
  );
}

/** The acuse of a removal, whose PDF is made: it throws where what it certifies is not what it would print. */
async function certified(folio: string) {
  const { id, datos } = await escenario.db.acuse.findUniqueOrThrow({ where: { folio_tipo: { folio, tipo: 'BAJA' } } });
  await printAcuse({ ...escenario.ctx, renderAcuse, esDemo: true }, id);
  return parseDatosDeAcuse(datos);
}

describe('a load that takes some of the registros of a medio', () => {
  it('gives it a folio, an acuse that says why, and tells the proved contacts and the medio, and no other', async () => {
    const folio = await register('nomina@espiga.example');
    await validate(folio);
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO_DEL_RFC);
    await register('sin-probar@espiga.example');
    await load(toFilas(numeros.slice(0, 2)));
    const bajas = await escenario.db.acuse.findMany({ where: { tipo: 'BAJA' }, select: { folio: true, datos: true } });
    expect(bajas).toHaveLength(2);
    const folioDeBaja = bajas.find(({ datos }) => JSON.stringify(datos).includes(folio))?.folio ?? '';
    expect(await certified(folioDeBaja)).toMatchObject({
      folioDelMedio: folio,
      causa: 'PADRON',
      registros: { total: 2 },
    });
    const avisos = (await told('REGISTROS_ELIMINADOS')).filter((each) => each.folio === folioDeBaja);
    expect(avisos.map(({ destino }) => destino)).toEqual([CORREO_DEL_RFC, 'nomina@espiga.example']);
    expect(avisos[0]?.datos).toMatchObject({ folio: folioDeBaja, folioDelMedio: folio, causa: 'PADRON' });
    expect((await told('REGISTROS_ELIMINADOS')).map(({ destino }) => destino)).not.toContain(
      'sin-probar@espiga.example',
    );
    expect((await listAcuses(titular.ctx)).map((acuse) => acuse.folio)).toContain(folioDeBaja);
    const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
    expect(medio).toMatchObject({ estado: 'VALIDADO', registros: 2 });
  });

  it('is told to support under both folios, as done by the portal', async () => {
    const folio = await register('nomina@espiga.example');
    await load(toFilas(numeros.slice(0, 1)));
    const { folio: folioDeBaja } = await escenario.db.acuse.findFirstOrThrow({ where: { tipo: 'BAJA' } });
    const { ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA);
    const tell = async (each: string) =>
      (await consultFolio(ctx, each, { isCubierto: true }))?.cronologia
        .map(sucesoDe)
        .map(({ quien, texto }) => `${quien} · ${texto}`);
    expect(await tell(folio)).toContain(
      `El portal · Dejó de ser para 1 Registro Patronal, con el folio ${folioDeBaja}, porque dejó de estar a nombre del titular en el padrón.`,
    );
    expect((await tell(folioDeBaja))?.[0]).toBe(
      `El portal · Con este folio se quitó 1 Registro Patronal del medio de contacto con folio ${folio}, porque dejó de estar a nombre del titular en el padrón.`,
    );
  });
});

describe('a load that takes all', () => {
  it.each([false, true])('ends the medio with its acuse, and tells it (proved: %s)', async (isProbado) => {
    const folio = await register('nomina@espiga.example');
    if (isProbado) await validate(folio);
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO_DEL_RFC);
    await load(toFilas(numeros));
    expect(await certified(folio)).toMatchObject({ causa: 'PADRON', registros: { total: 4 } });
    const avisos = await told('MEDIO_ELIMINADO');
    expect(avisos.map(({ destino }) => destino)).toEqual([
      CORREO_DEL_RFC,
      ...(isProbado ? ['nomina@espiga.example'] : []),
    ]);
    expect(avisos[0]?.datos).toMatchObject({ folio, causa: 'PADRON' });
    const [medio] = (await listMedios(titular.ctx)).filter((each) => each.folio === folio);
    expect(medio).toMatchObject({ estado: 'BAJA', baja: { causa: 'PADRON' } });
    expect(await findDescarga(titular.ctx, folio, 'BAJA')).not.toBeNull();
  });

  it('after others had left it certifies those that were left', async () => {
    const folio = await register('nomina@espiga.example');
    await removeRegistrosDeMedio(titular.ctx, { folio, numeros: numeros.slice(0, 1) });
    await load(toFilas(numeros.slice(1, 2)));
    await load(toFilas(numeros.slice(2)));
    expect(await certified(folio)).toMatchObject({ registros: { total: 2 } });
  });

  it('by a clock that is behind dates nothing before what it follows', async () => {
    const folio = await register('nomina@espiga.example');
    escenario.advance(3_600_000);
    await validate(folio);
    await load(toFilas(numeros.slice(0, 2)), new Date(escenario.ctx.now().getTime() - 7_200_000));
    await load(toFilas(numeros.slice(2)), new Date(escenario.ctx.now().getTime() - 7_200_000));
    const { fechaDeValidacion, fechaDeBaja } = await escenario.db.medioDeContacto.findUniqueOrThrow({
      where: { folio },
    });
    expect(fechaDeBaja?.getTime()).toBeGreaterThanOrEqual(fechaDeValidacion?.getTime() ?? Number.POSITIVE_INFINITY);
    for (const acuse of await escenario.db.acuse.findMany({ where: { tipo: 'BAJA' } })) await certified(acuse.folio);
  });

  it('of a medio whose 72 hours had passed records that it was cancelled, and no baja', async () => {
    const folio = await register('nomina@espiga.example');
    escenario.advance(72 * 3_600_000);
    await load(toFilas(numeros));
    const { estado } = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
    expect(estado).toBe('CANCELADO');
    expect(await escenario.db.acuse.count({ where: { tipo: 'BAJA' } })).toBe(0);
  });

  it('links to no acuse where an earlier version ended the medio without one', async () => {
    const folio = await register('nomina@espiga.example');
    await escenario.db.medioDeContacto.update({
      where: { folio },
      data: { estado: 'BAJA', fechaDeBaja: escenario.ctx.now() },
    });
    expect(await listMedios(titular.ctx)).toMatchObject([{ folio, baja: null }]);
  });
});

it('loads nothing where what it takes away cannot be certified', async () => {
  const folio = await register('nomina@espiga.example');
  const sello = { ...escenario.ctx.sello, sign: () => Promise.reject(new Error('no key')) };
  escenario.ctx.sello = sello;
  await expect(load(toFilas(numeros))).rejects.toThrow('no key');
  expect(await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } })).toMatchObject({
    estado: 'EN_PROCESO',
  });
  expect(await escenario.db.registroPatronal.count({ where: { titularId: titular.ctx.actor.titularId } })).toBe(4);
});

it('registros that are de baja, vigentes again, or come back are told under the folio of their medio, which stays as it is', async () => {
  const folio = await register('nomina@espiga.example');
  const { rfc } = titular.ctx.actor;
  await load([...toFilas(numeros.slice(0, 2), { rfc, estado: 'baja' }), ...toFilas(numeros.slice(2, 3))]);
  const page = await listRegistrosDeMedio(titular.ctx, folio, { prefijo: '', despuesDe: '' });
  expect(page?.alcances.map(({ isDeBaja }) => isDeBaja)).toEqual([true, true, false, false]);
  await load([...toFilas(numeros.slice(0, 1), { rfc }), ...toFilas(numeros.slice(2, 3), { rfc })]);
  const eventos = await escenario.db.bitacora.findMany({
    where: { folio, evento: 'REGISTROS_CAMBIADOS_EN_PADRON' },
    orderBy: { id: 'asc' },
  });
  expect(eventos.map(({ datos }) => datos)).toEqual([
    { deBaja: 2, vigentes: 0, deVuelta: 0 },
    { deBaja: 0, vigentes: 1, deVuelta: 1 },
  ]);
  expect(await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } })).toMatchObject({ registros: 3 });
  const { ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA);
  const texts = (await consultFolio(ctx, folio, { isCubierto: true }))?.cronologia.map(
    (hecho) => sucesoDe(hecho).texto,
  );
  expect(texts).toContain(
    'Según el padrón: 1 Registro Patronal está vigente otra vez, y sigue en este medio de contacto; 1 Registro Patronal está otra vez a nombre del titular, y no volvió a este medio de contacto.',
  );
});

it('a thousand medios lose what they are for in one load, each with its acuse and its messages', async () => {
  const { titularId } = titular.ctx.actor;
  const all = await addRegistros(escenario.db, titularId, 1000, { desde: 100 });
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO_DEL_RFC);
  const now = escenario.ctx.now();
  await escenario.db.$executeRaw`
    WITH medio AS (
      INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro,
        plazo_desde, vence_en, fecha_de_validacion, clave_id, peticion_id, registros)
      SELECT gen_random_uuid(), 'BI-PRUEBA-' || n, ${titularId}::uuid, 'CORREO_ELECTRONICO', n || '@x.example', n || '@x.example',
        'VALIDADO', ${now}, ${now}, ${now}::timestamptz + INTERVAL '72 hours', ${now}, 'x', gen_random_uuid(), 1
      FROM generate_series(1, 1000) n RETURNING id, valor_comparable)
    INSERT INTO alcance_de_medio (medio_id, titular_id, registro_patronal_id, numero, mecanismo, valor_comparable, lugar)
    SELECT medio.id, ${titularId}::uuid, r.id, r.numero, 'CORREO_ELECTRONICO', medio.valor_comparable, 1
    FROM (SELECT *, row_number() OVER () AS n FROM medio) medio
    JOIN (SELECT *, row_number() OVER () AS n FROM registro_patronal WHERE numero = ANY (${all}::bpchar[])) r USING (n)`;
  await load(toFilas(all));
  expect(await escenario.db.acuse.count({ where: { tipo: 'BAJA' } })).toBe(1000);
  expect(await escenario.db.medioDeContacto.count({ where: { estado: 'BAJA' } })).toBe(1000);
  const avisos = await escenario.db.$queryRaw<{ destinos: number }[]>`
    SELECT count(DISTINCT destino)::int AS destinos FROM aviso WHERE tipo = 'MEDIO_ELIMINADO' GROUP BY folio`;
  expect(avisos).toHaveLength(1000);
  expect(new Set(avisos.map(({ destinos }) => destinos))).toEqual(new Set([2]));
});
