import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faltantesParaFirmar } from './activacion.ts';
import { ESTADOS_DE_MEDIO } from './estado.ts';
import { MECANISMOS } from './mecanismo.ts';

const CORREO = { mecanismo: 'CORREO_ELECTRONICO', estado: 'VALIDADO' } as const;
const TELEFONO = { mecanismo: 'TELEFONO', estado: 'VALIDADO' } as const;

describe('faltantesParaFirmar', () => {
  it('asks for both at first, and for nothing once both are validated', () => {
    expect(faltantesParaFirmar([])).toEqual(['CORREO_ELECTRONICO', 'TELEFONO']);
    expect(faltantesParaFirmar([CORREO])).toEqual(['TELEFONO']);
    expect(faltantesParaFirmar([TELEFONO])).toEqual(['CORREO_ELECTRONICO']);
    expect(faltantesParaFirmar([CORREO, TELEFONO])).toEqual([]);
  });

  it('takes no medio that is not validated, however many', () => {
    const medio = fc.record({
      mecanismo: fc.constantFrom(...MECANISMOS),
      estado: fc.constantFrom(...ESTADOS_DE_MEDIO),
    });
    fc.assert(
      fc.property(fc.array(medio), (medios) => {
        const pending = medios.filter(({ estado }) => estado !== 'VALIDADO');
        expect(faltantesParaFirmar(pending)).toEqual(['CORREO_ELECTRONICO', 'TELEFONO']);
        expect(faltantesParaFirmar([...pending, CORREO, TELEFONO])).toEqual([]);
      }),
    );
  });
});
