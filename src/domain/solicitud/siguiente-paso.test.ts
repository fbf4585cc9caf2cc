import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faltantesParaFirmar } from '../medio-de-contacto/activacion.ts';
import { ESTADOS_DE_MEDIO, type EstadoDeMedio } from '../medio-de-contacto/estado.ts';
import { MECANISMOS } from '../medio-de-contacto/mecanismo.ts';
import { type MedioDelRfc, siguientePaso } from './siguiente-paso.ts';

const correo = (estado: EstadoDeMedio, folio = 'correo'): MedioDelRfc => ({
  folio,
  mecanismo: 'CORREO_ELECTRONICO',
  valor: 'ana@correo.example',
  estado,
});
const telefono = (estado: EstadoDeMedio): MedioDelRfc => ({
  folio: 'telefono',
  mecanismo: 'TELEFONO',
  valor: '+525512345678',
  estado,
});
const sinFirmar = (...medios: MedioDelRfc[]) => siguientePaso({ medios, firmada: null, nueva: 'POR_FIRMAR' });
const AMBOS = [correo('VALIDADO'), telefono('VALIDADO')];

describe('what to do now', () => {
  it.each([
    ['nothing registered', [], { tipo: 'REGISTRAR', faltan: ['CORREO_ELECTRONICO', 'TELEFONO'] }],
    ['an e-mail that waits for its link', [correo('EN_PROCESO')], { tipo: 'REGISTRAR', faltan: ['TELEFONO'] }],
    ['a proved phone alone', [telefono('VALIDADO')], { tipo: 'REGISTRAR', faltan: ['CORREO_ELECTRONICO'] }],
    [
      'both to be proved',
      [correo('EN_PROCESO'), telefono('EN_PROCESO')],
      { tipo: 'CAPTURAR_CODIGO', folio: 'telefono' },
    ],
    ['the link alone', [correo('EN_PROCESO'), telefono('VALIDADO')], { tipo: 'ABRIR_ENLACE', folio: 'correo' }],
    ['the newest link', [correo('EN_PROCESO', 'b'), correo('EN_PROCESO', 'a'), telefono('VALIDADO')], { folio: 'b' }],
    ['one e-mail of several proved', [correo('EN_PROCESO'), ...AMBOS], { tipo: 'FIRMAR' }],
    ['a removed phone', [correo('VALIDADO'), telefono('BAJA')], { tipo: 'REGISTRAR', faltan: ['TELEFONO'] }],
  ])('%s', (_, medios, paso) => expect(sinFirmar(...medios)).toMatchObject(paso));

  it('offers what 72 hours cancelled, of what is missing only and the newest of each', () => {
    const cancelado = correo('CANCELADO');
    expect(sinFirmar(cancelado, correo('CANCELADO', 'viejo'))).toMatchObject({ cancelados: [cancelado] });
    expect(sinFirmar(cancelado, telefono('CANCELADO'))).toMatchObject({
      cancelados: [cancelado, { folio: 'telefono' }],
    });
    expect(sinFirmar(cancelado, correo('VALIDADO'))).toMatchObject({ faltan: ['TELEFONO'], cancelados: [] });
  });

  it('is to keep the acuse once it is signed, to wait while it is verified, and to mend contacts that were lost', () => {
    const firmada = { folio: 'BI-1' };
    expect(siguientePaso({ medios: AMBOS, firmada, nueva: null })).toEqual({ tipo: 'DESCARGAR_ACUSE', folio: 'BI-1' });
    expect(siguientePaso({ medios: AMBOS, firmada, nueva: 'POR_FIRMAR' })).toEqual({ tipo: 'FIRMAR' });
    expect(siguientePaso({ medios: [], firmada, nueva: null }).tipo).toBe('REGISTRAR');
    for (const medios of [[], AMBOS])
      expect(siguientePaso({ medios, firmada: null, nueva: 'PENDIENTE_DE_VERIFICACION' })).toEqual({ tipo: 'ESPERAR' });
  });

  it('sends nobody to sign who may not, and keeps nobody from it who may', () => {
    const medio = fc.record({
      folio: fc.string(),
      mecanismo: fc.constantFrom(...MECANISMOS),
      valor: fc.constant(''),
      estado: fc.constantFrom(...ESTADOS_DE_MEDIO),
    });
    fc.assert(
      fc.property(fc.array(medio), (medios) => {
        expect(sinFirmar(...medios).tipo === 'FIRMAR').toBe(faltantesParaFirmar(medios).length === 0);
      }),
    );
  });
});
