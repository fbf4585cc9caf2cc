import { describe, expect, it } from 'vitest';
import { textoDeAncla, textoDeEslabon, textoDeFila } from './texto-canonico.ts';

const FILA = {
  id: 7n,
  fecha: new Date('2026-11-24T18:00:00.120Z'),
  evento: 'INGRESO',
  actor: 'NADIE',
  titularId: null,
  folio: 'BI-2026.00000001-42',
  datos: '{"motivo": "señal"}',
};

describe('the text that a row’s hash covers', () => {
  it('is each column with its length in bytes, and nothing where there is no value', () => {
    expect(textoDeFila(FILA)).toBe(
      [
        'bitacora 1',
        'id=1:7',
        'fecha=24:2026-11-24T18:00:00.120Z',
        'evento=7:INGRESO',
        'actor=5:NADIE',
        'titular_id=',
        'folio=19:BI-2026.00000001-42',
        'datos=20:{"motivo": "señal"}',
        '',
      ].join('\n'),
    );
  });

  it('is another whenever a value goes from one column to the next', () => {
    const one = textoDeFila({ ...FILA, evento: 'A\nactor=1:B', actor: 'C' });
    const other = textoDeFila({ ...FILA, evento: 'A', actor: 'B\nactor=1:C' });
    expect(one).not.toBe(other);
  });

  it('tells an empty value from none', () => {
    expect(textoDeFila({ ...FILA, folio: '' })).not.toBe(textoDeFila({ ...FILA, folio: null }));
  });
});

it('the text of a link names the link before, its place and its row', () => {
  const eslabon = { posicion: 1n, bitacoraId: 7n, hash: 'a'.repeat(64), encadenadaEn: FILA.fecha };
  const first = textoDeEslabon(null, eslabon);
  expect(first).toMatch(/^cadena 1\nanterior=\nposicion=1:1\nbitacora_id=1:7\nhash=64:a+\nencadenada_en=24:/);
  expect(textoDeEslabon('b'.repeat(64), eslabon)).not.toBe(first);
});

it('the text of an anchor names its day, its place and the hash of the chain', () => {
  const ancla = { dia: new Date('2026-11-24'), posicion: 7n, cadena: 'a'.repeat(64) };
  expect(textoDeAncla(ancla)).toBe(`ancla 1\ndia=10:2026-11-24\nposicion=1:7\ncadena=64:${ancla.cadena}\n`);
  expect(textoDeAncla({ ...ancla, raiz: 'b'.repeat(64) })).toContain(`ancla 2\ndia=10:2026-11-24\n`);
  expect(textoDeAncla({ ...ancla, raiz: 'b'.repeat(64) })).toContain(`raiz=64:${'b'.repeat(64)}\n`);
  const renovada = textoDeAncla({ ...ancla, renovaciones: 12n, raizDeRenovaciones: 'c'.repeat(128) });
  expect(renovada).toMatch(/^ancla 3\n[\s\S]*\nraiz=\nrenovaciones=2:12\nraiz_de_renovaciones=128:c+\n$/);
});
