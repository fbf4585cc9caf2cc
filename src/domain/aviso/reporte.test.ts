import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EstadoDeEntrega } from '#domain/medio-de-contacto/estado.ts';
import { explainMotivo } from '#wording/aviso/motivo-de-entrega.ts';
import { estadoTrasReporte, motivoDeReporte } from './reporte.ts';

const REPORTES = [
  'accepted',
  'queued',
  'sending',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'canceled',
  'partially_delivered',
  'otro',
];

function run(reportes: readonly string[]): EstadoDeEntrega {
  return reportes.reduce<EstadoDeEntrega>((estado, each) => estadoTrasReporte(estado, each) ?? estado, 'ACEPTADO');
}

it('ends in the same state in whatever order and however often the reports come', () => {
  const history = fc.array(fc.constantFrom(...REPORTES), { maxLength: 8 });
  fc.assert(
    fc.property(
      history.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
      ),
      ([all, shuffledAndRepeated]) => {
        expect(run(shuffledAndRepeated)).toBe(run(all));
      },
    ),
  );
});

it.each([
  [['sent', 'delivered'], 'ENTREGADO'],
  [['delivered', 'sent'], 'ENTREGADO'],
  [['undelivered', 'delivered'], 'ENTREGADO'],
  [['failed'], 'RECHAZADO'],
  [['scheduled', 'canceled'], 'RECHAZADO'],
  [['sent', 'partially_delivered'], 'ACEPTADO'],
  [['queued', 'sent'], 'ACEPTADO'],
] as const)('%j: %s', (reportes, estado) => expect(run(reportes)).toBe(estado));

it('moves nothing that was never taken', () => {
  for (const estado of ['PENDIENTE', 'SIN_RESPUESTA', 'DESCARTADO', 'REBOTADO'] as const)
    for (const reporte of REPORTES) expect(estadoTrasReporte(estado, reporte)).toBeNull();
});

it('says why with the provider’s code, and in words of ours where it gives none because it was taken back', () => {
  expect(motivoDeReporte({ estado: 'failed', codigo: '30003' })).toBe('30003');
  expect(motivoDeReporte({ estado: 'failed', codigo: '' })).toBeNull();
  expect(explainMotivo(motivoDeReporte({ estado: 'canceled', codigo: '' }) ?? '')).toContain('se canceló');
});
