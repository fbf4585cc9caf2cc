import { describe, expect, it } from 'vitest';
import { ESTADOS_DE_ACLARACION } from '../aclaracion/estado.ts';
import { resumirFolio } from './asunto-de-folio.ts';

const fecha = new Date('2026-03-04T18:30:00Z');

describe('where a folio stands', () => {
  it('of an aclaración says who has to act', () => {
    const frases = ESTADOS_DE_ACLARACION.map(
      (estado) =>
        resumirFolio({ tipo: 'ACLARACION', asunto: 'OTRO', estado, fecha, folioDelMedio: null }).frases[0]?.split(
          '12:30:00 ',
        )[1],
    );
    expect(frases).toEqual([
      'y nadie la atiende todavía.',
      'y soporte la está atendiendo.',
      'y ya tiene respuesta.',
      'y está cerrada.',
    ]);
  });

  it.each([
    [1, 'se quitó 1 Registro Patronal del medio'],
    [3, 'se quitaron 3 Registros Patronales del medio'],
  ])('of the removal of %d registros patronales agrees in number', (registros, frase) => {
    const medio = { folioDelMedio: 'BI-1', mecanismo: 'TELEFONO', valor: '•••• •• 56 78' } as const;
    expect(resumirFolio({ tipo: 'BAJA_DE_REGISTROS', ...medio, fecha, registros }).frases[0]).toContain(frase);
  });
});
