import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canPedir,
  type EstadoDePeticion,
  judgePedido,
  pedidosDeCsv,
  venceLaPeticion,
  vistaPorQuienPide,
} from './peticion.ts';

const PEDIDA = new Date('2026-11-30T12:00:00Z');
const DIA_MS = 86_400_000;
const at = (ms: number) => new Date(PEDIDA.getTime() + ms);
const venceEn = venceLaPeticion(PEDIDA);

describe('a request', () => {
  it('waits twenty-one days, and not a millisecond more', () => {
    expect(venceEn).toEqual(at(21 * DIA_MS));
    for (const [ms, vista] of [
      [0, 'ENVIADA'],
      [21 * DIA_MS - 1, 'ENVIADA'],
      [21 * DIA_MS, 'SIN_RESPUESTA'],
    ] as const)
      expect(vistaPorQuienPide({ estado: 'PENDIENTE', venceEn }, at(ms))).toBe(vista);
  });

  it('tells who asks the same whether it was refused, was seen or reached nobody, at any moment', () => {
    const estados = fc.constantFrom<EstadoDePeticion>('PENDIENTE', 'RECHAZADA', 'VENCIDA');
    fc.assert(
      fc.property(estados, estados, fc.integer({ min: 0, max: 60 * DIA_MS }), (one, other, ms) => {
        const seen = [one, other].map((estado) => vistaPorQuienPide({ estado, venceEn }, at(ms)));
        expect(seen[0]).toBe(seen[1]);
        expect(seen[0]).toBe(ms < 21 * DIA_MS ? 'ENVIADA' : 'SIN_RESPUESTA');
        expect(vistaPorQuienPide({ estado: 'ACEPTADA', venceEn }, at(ms))).toBe('ACEPTADA');
      }),
    );
  });

  it.each([
    ['eku-900317 3C9', 'EKU9003173C9'],
    ['GODE561231GR8', 'RFC_PROPIO'],
    ['XAXX010101000', 'RFC_MAL_FORMADO'],
    ['', 'RFC_MAL_FORMADO'],
  ])('%j is %s', (texto, expected) => {
    const judged = judgePedido(texto, 'GODE561231GR8');
    expect(judged.ok ? judged.value : judged.error).toBe(expected);
  });

  it('is of a persona física alone', () => {
    expect([canPedir('GODE561231GR8'), canPedir('EKU9003173C9')]).toEqual([true, false]);
  });
});

describe('a file of requests', () => {
  it.each([
    ['RFC;Nombre\r\nEKU9003173C9;UNO\r\n"MEGL920721K30";"DOS; TRES"\r\n', ['EKU9003173C9', 'MEGL920721K30']],
    ['\ufeffrfc\nEKU9003173C9\n\n  \nX', ['EKU9003173C9', 'X']],
    ['EKU9003173C9,UNO\nMEGL920721K30,DOS', ['EKU9003173C9', 'MEGL920721K30']],
    ['"abierta\nEKU9003173C9', ['"abierta', 'EKU9003173C9']],
    ['', []],
  ])('%j gives its first column', (texto, expected) => {
    expect(pedidosDeCsv(texto)).toEqual(expected);
  });

  it('gives as many as its lines, whatever they say', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Z0-9;,"|]{1,20}$/), { maxLength: 30 }), (lineas) => {
        const [first = ''] = pedidosDeCsv(lineas.join('\n'));
        expect(pedidosDeCsv(lineas.join('\n')).length).toBeLessThanOrEqual(lineas.length);
        expect(first).not.toMatch(/^rfc\b/i);
      }),
    );
  });
});
