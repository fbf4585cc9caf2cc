import { randomUUID } from 'node:crypto';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ObservacionDeLinea } from '#domain/padron/observacion.ts';
import type { Codificacion } from '#formats/csv/codificacion.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { importPadron } from '#tramites/padron/import-padron.ts';
import { forgetVencidos } from '#tramites/retencion/forget-vencidos.ts';
import { explicacionDe } from '#wording/padron/explica-observacion.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

const ENCABEZADO = 'rfc,nombre,registro_patronal,subdelegacion,domicilio,estado';
const EKU = 'EKU9003173C9,ESCUELA KEMPER URGATE';
const UNO = `${EKU},Y60-00001-10-1,Mérida Norte,Calle 1,vigente`;
const DOS = `${EKU},Y600000210,Mérida Norte,,VIGENTE`;

let escenario: Escenario;
let ctx: Contexto;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  ctx = { ...escenario.ctx, actor: { tipo: 'SISTEMA' } };
});

async function load(content: string | Buffer, codificacion?: Codificacion) {
  const observaciones: ObservacionDeLinea[] = [];
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, 'utf8');
  const result = await importPadron(
    ctx,
    { open: () => inPieces(bytes), codificacion },
    {
      onObservaciones: async (some) => void observaciones.push(...some),
      onAvance: () => undefined,
    },
  );
  return { result, observaciones };
}

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

const csv = (...rows: string[]) => [ENCABEZADO, ...rows].join('\n');
const registros = () => escenario.db.registroPatronal.findMany({ orderBy: { numero: 'asc' }, omit: { alta: true } });

describe('importing the padrón', () => {
  it('enters titulares and registros, with or without hyphens or check digit', async () => {
    const { result } = await load(csv(UNO, DOS));
    expect(result).toMatchObject({ ok: true, value: { leidos: 2, nuevos: 2, cambiados: 0, rechazados: 0 } });
    const [first, second] = await registros();
    expect(first).toMatchObject({ numero: 'Y6000001101', subdelegacion: 'Mérida Norte', estado: 'VIGENTE' });
    expect(second?.numero).toMatch(/^Y600000210\d$/);
    expect(await escenario.db.titular.findMany()).toMatchObject([
      { rfc: 'EKU9003173C9', nombre: 'ESCUELA KEMPER URGATE' },
    ]);
    expect(await escenario.db.conteoDeRegistros.findMany()).toMatchObject([{ vigentes: 2, total: 2 }]);
  });

  it('twice changes nothing, not even the order of what is new', async () => {
    await load(csv(UNO, DOS));
    const before = await escenario.db.registroPatronal.findMany({ orderBy: { id: 'asc' } });
    const { result } = await load(csv(UNO, DOS));
    expect(result).toMatchObject({ ok: true, value: { nuevos: 0, cambiados: 0 } });
    expect(await escenario.db.registroPatronal.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  });

  it('updates what differs and deletes nothing that is missing', async () => {
    await load(csv(UNO, DOS));
    const { result } = await load(csv(UNO.replace('vigente', 'baja')));
    expect(result).toMatchObject({ ok: true, value: { nuevos: 0, cambiados: 1 } });
    expect((await registros()).map(({ estado }) => estado)).toEqual(['BAJA', 'VIGENTE']);
    expect(await escenario.db.conteoDeRegistros.findMany()).toMatchObject([{ vigentes: 1, total: 2 }]);
  });

  it.each<[string, (text: string) => Buffer]>([
    ['UTF-8 with BOM', (text) => Buffer.from(`\ufeff${text}`, 'utf8')],
    ['Latin-1', (text) => Buffer.from(text, 'latin1')],
    ['Excel’s CSV (MS-DOS)', (text) => iconv.encode(text, 'cp850')],
    ['Excel’s CSV (Macintosh)', (text) => iconv.encode(text, 'macintosh')],
    ['Excel’s Unicode text', (text) => iconv.encode(text.replaceAll(',', '\t'), 'utf-16le', { addBOM: true })],
    ['a separator named for Excel', (text) => Buffer.from(`sep=;\r\n${text.replaceAll(',', ';')}`)],
    [
      'columns at the end that have no name',
      (text) => Buffer.from(`${text.replace('estado', 'estado,,,')}\n,,,,,,,,\n,,`),
    ],
    ['semicolons and Windows line ends', (text) => Buffer.from(text.replaceAll(',', ';').replaceAll('\n', '\r\n'))],
  ])('reads %s', async (_, encode) => {
    expect((await load(encode(csv(UNO)))).result).toMatchObject({ ok: true, value: { nuevos: 1 } });
    expect(await registros()).toMatchObject([{ subdelegacion: 'Mérida Norte' }]);
  });

  it('reports each bad row with line, column and reason, and loads the rest', async () => {
    const { result, observaciones } = await load(
      csv('MALO,X,Y6000001101,Mérida,,vigente', UNO, `${EKU},123,Mérida,,activo`, 'sobran,pocas'),
    );
    expect(result).toMatchObject({ ok: true, value: { leidos: 4, nuevos: 1, rechazados: 3 } });
    const said = observaciones.filter(({ motivo }) => !motivo.endsWith('_DIGITO'));
    expect(said.map(({ linea, columna, motivo }) => [linea, columna, motivo])).toEqual([
      [2, 'rfc', 'RFC_FORMA'],
      [4, 'registro_patronal', 'REGISTRO_FORMA'],
      [4, 'estado', 'ESTADO'],
      [5, null, 'COLUMNAS'],
    ]);
    expect(said.map(explicacionDe).every((reason) => /: /.test(reason))).toBe(true);
  });

  it('loads nothing of a file whose letters cannot be told for sure, but in the encoding that is named', async () => {
    const file = iconv.encode(csv(UNO.replace('Mérida', 'MÖLLER')), 'windows-1252');
    expect((await load(file)).result).toMatchObject({ ok: false, error: { codigo: 'CODIFICACION_DUDOSA' } });
    expect(await registros()).toEqual([]);
    expect((await load(file, 'windows-1252')).result).toMatchObject({ ok: true, value: { nuevos: 1 } });
    expect(await registros()).toMatchObject([{ subdelegacion: 'MÖLLER Norte' }]);
  });

  it.each(['utf-16le', 'utf-16be'])(
    'reads %s without its mark where it is named, and else says that it is no text',
    async (como) => {
      const file = iconv.encode(csv(UNO), como, { addBOM: false });
      expect((await load(file)).result).toMatchObject({ ok: false, error: { codigo: 'ARCHIVO_NO_ES_TEXTO' } });
      expect((await load(file, 'utf-16')).result).toMatchObject({ ok: true, value: { nuevos: 1 } });
      expect(await registros()).toMatchObject([{ subdelegacion: 'Mérida Norte' }]);
    },
  );

  it.each(['MU¥OZ', 'PE±A', 'MUÃ‘OZ', 'GarcÃ\u00ada', 'JosÃ©', 'N\ufffdÑEZ', 'Â°'])(
    'takes no row with letters read wrong before: %s',
    async (dano) => {
      const { result, observaciones } = await load(csv(UNO.replace('Mérida', dano), DOS));
      expect(result).toMatchObject({ ok: true, value: { nuevos: 1, rechazados: 1 } });
      expect(observaciones).toContainEqual(expect.objectContaining({ columna: 'subdelegacion', motivo: 'CARACTERES' }));
    },
  );

  it.each(['O’FARRILL', 'D´ACOSTA', 'COL·LEGI', 'N° 5 2º', 'SÃO PAULO', 'CAFÉ–BAR', 'A & B', 'AÑO Ü'])(
    'takes the signs that names have: %s',
    async (nombre) => {
      expect((await load(csv(UNO.replace('Mérida Norte', nombre)))).result).toMatchObject({ value: { nuevos: 1 } });
      expect(await registros()).toMatchObject([{ subdelegacion: nombre }]);
    },
  );

  it('warns of a wrong check digit and of a number that comes twice; the first row stands', async () => {
    const { result, observaciones } = await load(csv(UNO, UNO.replace('Calle 1', 'Calle 2')));
    expect(result).toMatchObject({ ok: true, value: { nuevos: 1, rechazados: 0 } });
    expect(observaciones).toContainEqual(expect.objectContaining({ linea: 3, motivo: 'REPETIDO', otraLinea: 2 }));
    expect(observaciones).toContainEqual(expect.objectContaining({ motivo: 'REGISTRO_DIGITO' }));
    expect(await registros()).toMatchObject([{ domicilio: 'Calle 1' }]);
  });

  it('a number that comes again much later, for another titular even, changes nothing either', async () => {
    const filler = Array.from({ length: 4500 }, (_, n) => `${EKU},Y61${String(n).padStart(5, '0')}10,Mérida,,vigente`);
    const file = csv(UNO, ...filler, UNO.replace(EKU, 'MEGL920721K30,LETICIA'));
    for (const nuevos of [4501, 0]) {
      const { result, observaciones } = await load(file);
      expect(result).toMatchObject({ ok: true, value: { nuevos, cambiados: 0, repetidos: 1, rechazados: 0 } });
      expect(observaciones).toContainEqual(expect.objectContaining({ linea: 4503, motivo: 'REPETIDO', otraLinea: 2 }));
    }
    expect(await escenario.db.titular.findMany({ select: { rfc: true } })).toEqual([{ rfc: 'EKU9003173C9' }]);
  });

  it('remembers the numbers of a file no longer than the load, and those of one that was killed a day', async () => {
    await load(csv(UNO, DOS));
    expect(await escenario.db.numeroImportado.count()).toBe(0);
    const data = { importacion: randomUUID(), numero: 'Y6000001101', linea: 2, iniciadaEn: ctx.now() };
    await escenario.db.numeroImportado.create({ data });
    await forgetVencidos(ctx);
    expect(await escenario.db.numeroImportado.count()).toBe(1);
    escenario.advance(25 * 3_600_000);
    await forgetVencidos(ctx);
    expect(await escenario.db.numeroImportado.count()).toBe(0);
  });

  it('tells how far it is also where no row can be loaded', async () => {
    const told: number[] = [];
    await importPadron(
      ctx,
      { open: () => inPieces(Buffer.from(csv('MALO', 'MALO', 'MALO'))) },
      {
        onObservaciones: async () => undefined,
        onAvance: ({ leidos }) => void told.push(leidos),
      },
    );
    expect(told.at(-1)).toBe(3);
  });

  it('keeps the number of a registro: what has another number is another registro', async () => {
    await load(csv(UNO));
    const rename = escenario.db.registroPatronal.updateMany({ data: { numero: 'Y6099999101' } });
    await expect(rename).rejects.toThrow('constraint');
  });

  it.each([
    ['', { codigo: 'ARCHIVO_VACIO' }],
    ['rfc,nombre\nA,B', { codigo: 'FALTAN_COLUMNAS' }],
    [`${ENCABEZADO},rfc\n`, { codigo: 'COLUMNAS_REPETIDAS', columnas: ['rfc'] }],
    [Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0]), { codigo: 'ARCHIVO_DE_EXCEL' }],
  ])('refuses %j as a whole, with nothing changed', async (content, error) => {
    expect((await load(content)).result).toMatchObject({ ok: false, error });
    expect(await registros()).toEqual([]);
  });
});

describe('a registro that passes to another titular', () => {
  let titular: Titular;
  beforeEach(async () => {
    titular = await escenario.enter('EKU9003173C9');
    await load(csv(UNO, DOS));
    const result = await registerForRegistros(titular, 'nomina@correo.example', 'todos');
    if (!result.ok) throw new Error(result.error);
    await load(csv(UNO.replace(EKU, 'MEGL920721K30,LETICIA')));
  });

  it('leaves the medios of the one before, at once and on the record', async () => {
    const [ended] = await escenario.db.alcanceDeMedio.findMany({ where: { lugar: null } });
    const { folio } = await escenario.db.acuse.findFirstOrThrow({ where: { tipo: 'BAJA' } });
    expect(ended).toMatchObject({ fechaDeBaja: ctx.now(), folioDeBaja: folio });
    expect(await escenario.db.medioDeContacto.findFirst()).toMatchObject({ registros: 1 });
    expect(
      await escenario.db.bitacora.findFirst({ where: { evento: 'REGISTRO_PASADO_A_OTRO_TITULAR' } }),
    ).toMatchObject({
      titularId: titular.ctx.actor.titularId,
      datos: { registroPatronal: 'Y6000001101' },
    });
  });

  it('takes a medio of its new titular without meeting the old one', async () => {
    const otro = await escenario.enter('MEGL920721K30');
    expect((await registerForRegistros(otro, 'nomina@correo.example', 'todos')).ok).toBe(true);
  });

  it('keeps the name of the e.firma once its titular has signed in', async () => {
    const { nombre } = await escenario.db.titular.findFirstOrThrow({ where: { rfc: 'EKU9003173C9' } });
    expect(nombre).toBe(titular.ctx.actor.nombre);
  });
});
