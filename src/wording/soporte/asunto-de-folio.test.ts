import { describe, expect, it } from 'vitest';
import { ESTADOS_DE_ACLARACION } from '#domain/aclaracion/estado.ts';
import { datosDeAsunto, folioRelacionado, resumirFolio } from './asunto-de-folio.ts';

const fecha = new Date('2026-03-04T18:30:00Z');

describe('where a folio stands', () => {
  it('of an aclaración says who has to act', () => {
    const frases = ESTADOS_DE_ACLARACION.map(
      (estado) =>
        resumirFolio(
          { tipo: 'ACLARACION', asunto: 'OTRO', estado, fecha, folioDelMedio: null },
          fecha,
        ).frases[0]?.split('12:30:00 ')[1],
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
    expect(resumirFolio({ tipo: 'BAJA_DE_REGISTROS', ...medio, fecha, registros }, fecha).frases[0]).toContain(frase);
  });

  it('of a solicitud names the one in force where it is another', () => {
    const solicitud = { tipo: 'SOLICITUD', folio: 'BI-1', fecha, textoVersion: 'x' } as const;
    const otra = { folio: 'BI-2', fecha: new Date(fecha.getTime() + 60_000) };
    const tell = (estado: 'FIRMADA' | 'INVALIDA', enVigor: typeof otra | null) => {
      const asunto = { ...solicitud, estado, enVigor };
      const estatus = datosDeAsunto(asunto).find(({ termino }) => termino === 'Estatus')?.valor;
      return { ...resumirFolio(asunto, fecha), estatus, otro: folioRelacionado(asunto)?.folio };
    };
    expect(tell('FIRMADA', { ...otra, folio: 'BI-1' })).toMatchObject({ estatus: 'Firmada', otro: undefined });
    expect(tell('FIRMADA', otra)).toMatchObject({ estatus: 'Reemplazada', otro: 'BI-2' });
    expect(tell('FIRMADA', otra).frases.join(' ')).toMatch(/un texto posterior\. Está en vigor .* con el folio BI-2/);
    expect(tell('INVALIDA', null).queHacer).toContain('puede firmar otra vez');
    expect(tell('INVALIDA', otra).queHacer, 'signed again since').toBeNull();
  });
});
