import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ESTADOS_DE_MEDIO, type EstadoDeEntrega } from './estado.ts';
import { DIA_MS } from './limites.ts';
import { type HechosDeSalud, isUtil, judgeSalud } from './salud.ts';

const ENTREGAS: (EstadoDeEntrega | null)[] = [
  null,
  'PENDIENTE',
  'ACEPTADO',
  'ENTREGADO',
  'RECHAZADO',
  'SIN_RESPUESTA',
  'DESCARTADO',
  'REBOTADO',
  'QUIZA_ENTREGADO',
];
const AHORA = new Date('2026-03-04T12:00:00Z');
const hace = (dias: number) => new Date(AHORA.getTime() - dias * DIA_MS);
const dias = fc.integer({ min: 0, max: 800 });

const hechos: fc.Arbitrary<HechosDeSalud> = fc.record({
  estado: fc.constantFrom(...ESTADOS_DE_MEDIO),
  fechaDeValidacion: fc.option(dias.map(hace)),
  confirmadoEn: fc.constant(null),
  entrega: fc.constantFrom(...ENTREGAS),
  ajenoEn: fc.option(dias.map(hace)),
});

it('is judged of what was proved and of nothing else', () => {
  fc.assert(
    fc.property(hechos, (medio) => {
      const isProved = medio.estado === 'VALIDADO' && medio.fechaDeValidacion !== null;
      expect(judgeSalud(medio, AHORA) !== null).toBe(isProved);
    }),
  );
});

it('is good exactly when nobody disowned it since, the last notice did not fail and the proof is of this year', () => {
  fc.assert(
    fc.property(hechos, dias, (medio, validado) => {
      const proved = { ...medio, estado: 'VALIDADO' as const, fechaDeValidacion: hace(validado) };
      const isAjeno = medio.ajenoEn !== null && medio.ajenoEn >= proved.fechaDeValidacion;
      const fails = medio.entrega === 'REBOTADO' || medio.entrega === 'RECHAZADO';
      const salud = judgeSalud(proved, AHORA);
      expect(salud === 'FUNCIONA').toBe(!isAjeno && !fails && validado <= 365);
      expect(isUtil(salud)).toBe(!isAjeno && !fails);
      expect(salud === 'AJENO').toBe(isAjeno);
    }),
  );
});

it('never gets better by waiting', () => {
  const orden = ['FUNCIONA', 'PRUEBA_ANTIGUA', 'NO_LLEGA', 'AJENO'];
  fc.assert(
    fc.property(hechos, dias, (medio, espera) => {
      const later = judgeSalud(medio, new Date(AHORA.getTime() + espera * DIA_MS));
      expect(orden.indexOf(String(later))).toBeGreaterThanOrEqual(orden.indexOf(String(judgeSalud(medio, AHORA))));
    }),
  );
});

it.each([
  [365, 'FUNCIONA'],
  [365 + 1 / DIA_MS, 'PRUEBA_ANTIGUA'],
])('a proof of %d days ago is %s, also of one that was confirmed then', (validado, salud) => {
  const medio = {
    estado: 'VALIDADO',
    entrega: null,
    ajenoEn: null,
    fechaDeValidacion: hace(validado),
    confirmadoEn: null,
  } as const;
  expect(judgeSalud(medio, AHORA)).toBe(salud);
  expect(judgeSalud({ ...medio, fechaDeValidacion: hace(800), confirmadoEn: hace(validado) }, AHORA)).toBe(salud);
});
