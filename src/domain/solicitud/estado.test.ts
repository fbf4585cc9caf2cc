import { describe, expect, it } from 'vitest';
import { situacionDe } from './estado.ts';

const OTRA = { folio: 'BI-2' };

describe('how a solicitud stands', () => {
  it('is as it was left while it is the one in force, or none is', () => {
    expect(situacionDe({ folio: 'BI-1', estado: 'FIRMADA' }, { folio: 'BI-1' })).toBe('FIRMADA');
    expect(situacionDe({ folio: 'BI-1', estado: 'FIRMADA' }, null)).toBe('FIRMADA');
  });

  it('is replaced where another is in force, but only if it was ever in force', () => {
    expect(situacionDe({ folio: 'BI-1', estado: 'FIRMADA' }, OTRA)).toBe('REEMPLAZADA');
    for (const estado of ['PENDIENTE_DE_VERIFICACION', 'INVALIDA'] as const)
      expect(situacionDe({ folio: 'BI-1', estado }, OTRA)).toBe(estado);
  });
});
