import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { RESULTADOS_DE_REBOTE } from '#domain/rebote/resultado.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { collectTablero } from '#tramites/tablero/collect-tablero.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { createEscenario, enterSoporte } from '../../support/escenario.ts';
import { type Historia, HOY, historia, storeHistoria } from '../../support/historia-al-azar.ts';
import { testDb } from '../../support/test-db.ts';

const DAY_MS = 24 * 3_600_000;
const SIN_REBOTES = Object.fromEntries(RESULTADOS_DE_REBOTE.map((resultado) => [resultado, 0]));
const DIAS = ['18', '19', '20', '21', '22', '23', '24'].map((dia) => `2026-11-${dia}`);

let ctx: ContextoDeSoporte;
beforeEach(async () => {
  const escenario = await createEscenario(await testDb());
  ({ ctx } = await enterSoporte(escenario, 'SUPERVISION', 'LOVC900412QX8'));
  escenario.setNow(HOY);
});

/** The day in Central time, by hand: six hours behind UTC in 2026. */
const diaOf = (fecha: Date) => new Date(fecha.getTime() - 6 * 3_600_000).toISOString().slice(0, 10);
const isInRange = (fecha: Date) => DIAS.includes(diaOf(fecha));
const validadoEn = ({ fechaDeRegistro, tardanzaMs }: Historia['medios'][number]) =>
  tardanzaMs === null ? null : new Date(fechaDeRegistro.getTime() + tardanzaMs);

/** The day of each titular's first solicitud that holds. */
function activadosOf({ solicitudes }: Historia): string[] {
  const primera = new Map<number, Date>();
  for (const { titular, fecha, estado } of solicitudes) {
    const before = primera.get(titular);
    if (estado !== 'INVALIDA' && (!before || fecha < before)) primera.set(titular, fecha);
  }
  return [...primera.values()].map(diaOf);
}

function embudoOf({ medios, solicitudes }: Historia) {
  const delRfc = medios.filter(({ deRegistros }) => !deRegistros);
  const primero = new Map<number, number>();
  for (const { titular, fechaDeRegistro } of delRfc)
    primero.set(titular, Math.min(primero.get(titular) ?? Number.POSITIVE_INFINITY, fechaDeRegistro.getTime()));
  const nuevos = [...primero].filter(([, fecha]) => isInRange(new Date(fecha))).map(([titular]) => titular);
  const valido = (titular: number, mecanismo: string) =>
    delRfc.some((each) => each.titular === titular && each.mecanismo === mecanismo && each.tardanzaMs !== null);
  const conAmbos = nuevos.filter((each) => valido(each, 'CORREO_ELECTRONICO') && valido(each, 'TELEFONO'));
  const firmaron = conAmbos.filter((each) =>
    solicitudes.some(({ titular, estado }) => titular === each && estado !== 'INVALIDA'),
  );
  return { registraron: nuevos.length, validaron: conAmbos.length, firmaron: firmaron.length };
}

function countEntregas(avisos: Historia['avisos']) {
  const among = (...estados: string[]) => avisos.filter(({ estado }) => estados.includes(estado)).length;
  return {
    mensajes: avisos.length,
    aceptados: among('ACEPTADO', 'ENTREGADO'),
    fallidos: among('RECHAZADO', 'SIN_RESPUESTA', 'REBOTADO'),
  };
}

function entregasOf({ avisos }: Historia) {
  const counted = avisos.filter(({ creadoEn, estado }) => isInRange(creadoEn) && estado !== 'DESCARTADO');
  const correos = counted.filter(({ mecanismo }) => mecanismo === 'CORREO_ELECTRONICO');
  const de = (dominio: string) => correos.filter((each) => each.dominio === dominio);
  const dominios = [...new Set(correos.map(({ dominio }) => dominio))];
  const chicos = correos.filter(({ dominio }) => de(dominio).length < 5);
  return {
    porProveedor: (['CORREO_ELECTRONICO', 'TELEFONO'] as const)
      .map((mecanismo) => ({ mecanismo, ...countEntregas(counted.filter((each) => each.mecanismo === mecanismo)) }))
      .filter(({ mensajes }) => mensajes > 0),
    porDominio: [
      ...dominios
        .filter((dominio) => de(dominio).length >= 5)
        .map((dominio) => ({ dominio, ...countEntregas(de(dominio)) }))
        .sort((one, other) => other.mensajes - one.mensajes || (one.dominio < other.dominio ? -1 : 1)),
      ...(chicos.length > 0 ? [{ dominio: null, ...countEntregas(chicos) }] : []),
    ],
  };
}

function tiemposOf({ medios }: Historia) {
  return (['CORREO_ELECTRONICO', 'TELEFONO'] as const).flatMap((mecanismo) => {
    const segundos = medios
      .filter(
        (medio) => medio.mecanismo === mecanismo && !medio.conPrueba && isInRange(validadoEn(medio) ?? new Date(0)),
      )
      .map(({ tardanzaMs }) => Number(tardanzaMs) / 1000)
      .sort((one, other) => one - other);
    const mitad = segundos[Math.ceil(segundos.length / 2) - 1];
    return mitad === undefined ? [] : [{ mecanismo, validados: segundos.length, mitadEnSegundos: toMedida(mitad) }];
  });
}

/** The next whole second of the first minute, minute of the first hour, or quarter of an hour. */
function toMedida(segundos: number): number {
  const paso = segundos <= 60 ? 1 : segundos <= 3600 ? 60 : 900;
  return Math.ceil(segundos / paso) * paso;
}

function edadesOf({ esperas }: Historia) {
  const dias = esperas.map((desde) => (HOY.getTime() - desde.getTime()) / DAY_MS);
  const between = (from: number, to: number) => dias.filter((edad) => edad >= from && edad < to).length;
  return {
    hastaUnDia: between(0, 1),
    hastaTresDias: between(1, 3),
    hastaSieteDias: between(3, 7),
    masDeSieteDias: between(7, 1000),
  };
}

describe('the board', () => {
  it('says what a naive count of the same history says, days in Central time', async () => {
    await fc.assert(
      fc.asyncProperty(historia, async (each) => {
        await storeHistoria(each);
        const activados = activadosOf(each);
        expect(await collectTablero(ctx, 7)).toEqual({
          activaciones: DIAS.map((dia) => ({ dia, total: activados.filter((activado) => activado === dia).length })),
          embudo: embudoOf(each),
          entregas: entregasOf(each),
          rebotes: SIN_REBOTES,
          // Of nobody here who signed did a message fail: tests/integration/medio-de-contacto/salud.test.ts.
          sinMedio: 0,
          tiempos: tiemposOf(each),
          aclaraciones: edadesOf(each),
        });
      }),
      { numRuns: 60 },
    );
  });

  const storeAvisos = (dominios: number, deCada: string) =>
    alterarDatos(`
      INSERT INTO aviso (id, titular_id, medio_id, folio, tipo, mecanismo, destino, destino_comparable, estado, creado_en, resuelto_en)
      SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', 'VALIDA_CORREO', 'CORREO_ELECTRONICO', 'x', 'a@d' || d || '.example',
             'ACEPTADO', '${HOY.toISOString()}', '${HOY.toISOString()}'
      FROM generate_series(1, ${dominios}) AS d, generate_series(1, ${deCada})`);

  it('names the twenty domains with the most messages and sums the others', async () => {
    await storeAvisos(25, '4 + d');
    const { porDominio } = (await collectTablero(ctx, 30)).entregas;
    expect(porDominio).toHaveLength(21);
    expect(porDominio[0]).toMatchObject({ dominio: 'd25.example', mensajes: 29 });
    expect(porDominio.at(-1)).toMatchObject({ dominio: null, mensajes: 5 + 6 + 7 + 8 + 9 });
  });

  it('sums all the messages of thousands of domains, of which it names twenty', async () => {
    await storeAvisos(2_000, '1');
    await storeAvisos(30, '10');
    const { porProveedor, porDominio } = (await collectTablero(ctx, 30)).entregas;
    const total = 2_000 + 30 * 10;
    expect(porProveedor).toMatchObject([{ mensajes: total, aceptados: total }]);
    expect(porDominio).toHaveLength(21);
    expect(porDominio.at(-1)).toMatchObject({ dominio: null, mensajes: total - 20 * 11 });
  });

  it('counts what came to the mailbox of bounces in the range', async () => {
    const at = (days: number) => new Date(HOY.getTime() - days * DAY_MS);
    const lecturas = [
      ['ANOTADO', 0],
      ['SIN_CORRESPONDENCIA', 1],
      ['SIN_CORRESPONDENCIA', 2],
      ['ILEGIBLE', 20],
    ] as const;
    await ctx.db.lecturaDeRebote.createMany({
      data: lecturas.map(([resultado, days], n) => ({
        huella: String(n).padStart(64, '0'),
        resultado,
        leidaEn: at(days),
      })),
    });
    expect((await collectTablero(ctx, 7)).rebotes).toEqual({ ...SIN_REBOTES, ANOTADO: 1, SIN_CORRESPONDENCIA: 2 });
    expect((await collectTablero(ctx, 30)).rebotes).toMatchObject({ ILEGIBLE: 1 });
  });
});
