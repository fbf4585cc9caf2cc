import { describe, expect, it } from 'vitest';
import type { Entrega } from '../dobles/entrega.ts';
import { type AvisoGuardado, countCohorte, type Registro } from './count-cohorte.ts';
import { type Fila, judgeFila, measure, percentile } from './fila.ts';

const FOLIO = 'BI-2026.00000001-01';
const CELULAR = '+525512340001';
const registro: Registro = { folio: FOLIO, medios: 1, acuses: 1, alcances: 1, apuntes: 1, avisos: 1 };
const correo: AvisoGuardado = {
  id: 'a',
  mecanismo: 'CORREO_ELECTRONICO',
  destino: 'x@y',
  estado: 'ACEPTADO',
  inciertos: 0,
};
const sms: AvisoGuardado = { id: 'b', mecanismo: 'TELEFONO', destino: CELULAR, estado: 'ACEPTADO', inciertos: 0 };
const llega = (mensaje: string, para = 'x@y'): Entrega => ({ en: 0, para, mensaje, texto: '' });

const QUIETA: Omit<Fila, 'cuenta'> = {
  nombre: 'una falla',
  aceptados: 1,
  fallidas: 0,
  fallidasDeOtros: 0,
  causas: [],
  faltas: [],
  p99: 3_000,
  codigoP99: 500,
  recobroMs: null,
  omitida: null,
  isBase: false,
};

function count(avisos: AvisoGuardado[], entregas: Entrega[], registros = [registro]) {
  return countCohorte([FOLIO], registros, avisos, entregas);
}

describe('what was accepted', () => {
  it('is whole with one of each, and one copy of each message', () => {
    const cuenta = count([correo, sms], [llega('a'), llega(`${CELULAR} código`, CELULAR)]);
    expect(cuenta).toEqual({ renglones: 1, entregados: 2, duplicados: 0, contados: 0, perdidos: 0, causas: [] });
  });

  it('is lost without its row, without its acuse, and made twice', () => {
    expect(count([], [], []).perdidos).toBe(1);
    expect(count([], [], [{ ...registro, acuses: 0 }]).causas).toEqual([`${FOLIO}: 0 acuses`]);
    expect(count([], [], [{ ...registro, medios: 2 }]).perdidos).toBe(1);
  });

  it('is lost when nobody got its message, whatever the row says', () => {
    expect(count([correo], []).perdidos).toBe(1);
    expect(count([{ ...correo, estado: 'PENDIENTE' }], []).perdidos).toBe(1);
    expect(count([sms], [llega('a')]).perdidos).toBe(1);
    expect(count([{ ...correo, estado: 'DESCARTADO' }], []).perdidos).toBe(0);
  });

  it('a second copy is counted by the portal when it does not know what came of a try', () => {
    const twice = [llega('a'), llega('a')];
    expect(count([correo], twice)).toMatchObject({ duplicados: 1, contados: 0, perdidos: 0 });
    expect(count([{ ...correo, inciertos: 1 }], twice)).toMatchObject({ duplicados: 1, contados: 1 });
    expect(count([{ ...correo, inciertos: 1 }], [...twice, llega('a')])).toMatchObject({ duplicados: 2, contados: 1 });
  });
});

describe('a row of the table', () => {
  const tramo = { desde: 100, hasta: 200, siguiente: 300 };
  const pide = (clase: 'pagina' | 'ingreso', desde: number, bien: boolean, ms = 10) =>
    ({ clase, desde, bien, ms, causa: '500' }) as const;

  it('tells the failures of the others from those of what failed', () => {
    const medidas = [
      pide('ingreso', 150, false),
      pide('pagina', 150, true, 40),
      pide('pagina', 250, false),
      pide('pagina', 99, false),
    ];
    const medido = measure(tramo, ['ingreso'], medidas);
    expect(medido).toEqual({ fallidas: 2, fallidasDeOtros: 1, p99: 40, causas: ['pagina: 500'] });
  });

  it('has no others where everything fails', () => {
    expect(measure(tramo, ['ingreso', 'registro', 'validacion', 'pagina'], [pide('pagina', 150, true)]).p99).toBeNull();
  });

  it('is judged by what was lost, repeated untold, failed for others, or slow beside the rows without a fault', () => {
    const cuenta = count([correo], [llega('a')]);
    const good = { ...QUIETA, cuenta };
    const base = [{ ...good, p99: 1_600 }];
    expect(judgeFila(good, base, 2_000)).toEqual([]);
    expect(judgeFila({ ...good, cuenta: count([correo], [llega('a'), llega('a')]) }, base, undefined)).toHaveLength(1);
    expect(judgeFila({ ...good, cuenta: count([correo], []) }, base, undefined)).toHaveLength(1);
    expect(judgeFila({ ...good, fallidasDeOtros: 1 }, base, undefined)).toHaveLength(1);
    expect(judgeFila({ ...good, p99: 3_300 }, base, undefined)).toHaveLength(1);
    expect(judgeFila({ ...good, codigoP99: 2_100 }, base, 2_000)).toHaveLength(1);
    const busy = [{ ...good, p99: 2_100 }];
    const late = { ...good, faltas: ['supo tarde'] };
    expect(judgeFila(late, base, undefined)).toHaveLength(1);
    expect(judgeFila({ ...late, p99: 9_000, fallidasDeOtros: 1 }, busy, undefined)).toEqual([]);
    expect(judgeFila({ ...good, cuenta: count([correo], []) }, busy, undefined)).toHaveLength(1);
  });
});

it('of a hundred the 99th is the p99, of few the greatest, and of none nothing', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
  expect([percentile(hundred, 0.99), percentile([3, 1, 2], 0.99), percentile([], 0.99)]).toEqual([99, 3, null]);
});
