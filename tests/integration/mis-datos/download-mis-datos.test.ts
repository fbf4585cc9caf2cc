import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, it } from 'vitest';
import { PRUEBAS, VENCIBLES } from '#domain/retencion/retencion.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { streamZip } from '#infra/zip/build-zip.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { downloadMisDatos } from '#tramites/mis-datos/download-mis-datos.ts';
import { addNota, showDatos } from '#tramites/soporte/show-datos.ts';
import { leemeDeMisDatos } from '#wording/mis-datos/leeme-de-mis-datos.ts';
import { readText } from '../../architecture/source.ts';
import { presentar, responder } from '../../support/aclaraciones.ts';
import { activar } from '../../support/activar.ts';
import { createEscenario, type Escenario, enterSoporte, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { RFC_DE_SOPORTE, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

let escenario: Escenario;
let soporte: ContextoDeSoporte;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  ({ ctx: soporte } = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION));
});

async function unpack({ ctx }: Titular) {
  const { archivos, renglones } = await downloadMisDatos(ctx);
  const zip = new Uint8Array(await new Response(streamZip(archivos, ctx.now())).arrayBuffer());
  return { archivos: unzipSync(zip), renglones };
}

/** A titular with something in every table that says anything of one. */
async function fill(titular: Titular, correo: string): Promise<string> {
  await activar(titular);
  await addRegistros(escenario.db, titular.ctx.actor.titularId, 2, { desde: correo.includes('propio') ? 1 : 10 });
  const folio = await registrar(titular, correo);
  await registerForRegistros(titular, `nomina-${correo}`, 'todos');
  const aclaracion = await presentar(titular, { adjunto: { nombre: `foto de ${correo}.png`, contenido: PNG } });
  await responder(soporte, aclaracion);
  const shown = await showDatos(soporte, { folio, motivo: 'LLAMADA_DEL_TITULAR', detalle: `Por el folio ${folio}` });
  const noted = await addNota(soporte, { folio, texto: `Se habló del folio ${folio}.` });
  expect([shown, noted]).toMatchObject([{ ok: true }, { ok: true }]);
  const { id } = await escenario.db.acuse.findFirstOrThrow({ where: { folio } });
  await printAcuse({ ...titular.ctx, renderAcuse, esDemo: true }, id);
  return folio;
}

it('has all that is stored about the titular, and their documents', async () => {
  const titular = await escenario.enter();
  const folio = await fill(titular, 'ana@propio.example');
  const { archivos, renglones } = await unpack(titular);
  // Nobody opened a link, typed a code or sent anything here.
  expect([...renglones.keys()].sort()).toEqual(
    'aclaracion acuse alcance_de_medio aviso bitacora certificado consulta_ocsp datos_mostrados medio_de_contacto mensaje_de_aclaracion nota_de_folio registro_patronal sesion solicitud titular'.split(
      ' ',
    ),
  );
  expect(Object.keys(archivos)).toEqual(
    expect.arrayContaining([...[...renglones.keys()].map((tabla) => `${tabla}.csv`), `acuses/${folio}-registro.pdf`]),
  );
  expect(strFromU8(archivos['medio_de_contacto.csv'] ?? new Uint8Array())).toContain(folio);
  expect(strFromU8(archivos[`acuses/${folio}-registro.pdf`] ?? new Uint8Array(), true)).toMatch(/^%PDF/);
  const [foto] = Object.entries(archivos).filter(([name]) => name.startsWith('aclaraciones/'));
  expect(foto?.[0]).toContain('foto de ana@propio.example.png');
  expect(Buffer.from(foto?.[1] ?? [])).toEqual(PNG);
});

it('is never another titular’s, and names nobody of the staff', async () => {
  const titular = await escenario.enter();
  const otro = await escenario.enter('MEGL920721K30');
  await fill(titular, 'ana@propio.example');
  const ajenos = [await fill(otro, 'luis@ajeno.example'), 'MEGL920721K30', 'ajeno.example', otro.ctx.actor.titularId];
  const { archivos } = await unpack(titular);
  const text = Object.entries(archivos)
    .map(([name, bytes]) => `${name}\n${strFromU8(bytes, true)}`)
    .join('\n');
  for (const ajeno of ajenos) expect(text).not.toContain(ajeno);
  const { rfc, nombre, miembroId, sesionId } = soporte.actor;
  for (const delPersonal of [rfc, nombre, miembroId, sesionId]) expect(text).not.toContain(delPersonal);
  expect(text).toContain('ATENCION');
});

it('is recorded, and its index says what each file is, how long it is kept and how to have it put right', async () => {
  const titular = await escenario.enter();
  await fill(titular, 'ana@propio.example');
  const { renglones } = await unpack(titular);
  expect(await escenario.db.bitacora.count({ where: { evento: 'DATOS_DESCARGADOS' } })).toBe(1);
  const { actor, appUrl } = titular.ctx;
  const leeme = leemeDeMisDatos({ ...actor, fecha: escenario.ctx.now(), appUrl, renglones });
  for (const tabla of renglones.keys()) expect(leeme).toContain(`${tabla}.csv`);
  expect(leeme).toMatch(/Rectificación:[\s\S]*Cancelación y oposición:/);
  expect(leeme).toContain('Se conserva: sin límite; dicen quién atendió, quién miró y por qué.');
});

it('reads a page at a time, in order and each row once', async () => {
  const titular = await escenario.enter();
  await addRegistros(escenario.db, titular.ctx.actor.titularId, 1_203);
  const { archivos, renglones } = await unpack(titular);
  expect(renglones.get('registro_patronal')).toBe(1_203);
  const lines = strFromU8(archivos['registro_patronal.csv'] ?? new Uint8Array())
    .trim()
    .split('\r\n')
    .slice(1);
  expect(new Set(lines).size).toBe(1_203);
});

it('leaves out no table that says whose it is, nor a kind of evidence that a titular has', async () => {
  const view = [
    '20261129232001_datos_de_titular',
    '20261130000002_datos_de_representacion',
    '20261130043000_actos_firmados',
    '20261130073600_peticion_de_representacion',
    '20261130074000_apuntes_de_medio',
    '20261130075000_constancias_de_entrega',
  ]
    .map((name) => readText(`prisma/migrations/${name}/migration.sql`))
    .join('\n');
  const tables = [...readText('prisma/schema.prisma').matchAll(/^model \w+ \{([\s\S]*?)^\}/gm)].flatMap(
    ([, body = '']) =>
      /@map\("(titular|medio|aviso|aclaracion|certificado)_id"\)/.test(body)
        ? [/@@map\("(\w+)"\)/.exec(body)?.[1] ?? '']
        : [],
  );
  // Made of the other tables: how many registros, and the words of the name.
  const missing = tables.filter((table) => !view.includes(`'${table}'`));
  expect(missing.sort()).toEqual(['cliente', 'conteo_de_registros', 'nombre_de_titular']);
  const kept = [...Object.values(PRUEBAS), ...Object.values(VENCIBLES)].flatMap(({ tablas }) => [...tablas]);
  for (const [, tabla] of view.matchAll(/(?:AS titular_id|titular_id), '(\w+)'/g))
    expect([...kept, 'documento']).toContain(tabla);
});

it('finds the rows of a titular by an index, however many there are of others', async () => {
  const titular = await escenario.enter();
  const plan = await escenario.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const { titularId } = titular.ctx.actor;
    return tx.$queryRaw`EXPLAIN SELECT clave, fila FROM dato_de_titular WHERE titular_id = ${titularId}::uuid`;
  });
  expect(JSON.stringify(plan)).not.toMatch(
    /Seq Scan on (aviso|bitacora|acuse|medio_de_contacto|nota|datos_m|sesion|intento)/,
  );
});
