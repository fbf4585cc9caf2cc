import { describe, expect, it } from 'vitest';
import { DETALLE_MAXIMO, NOTA_MAXIMA, parseDetalle, parseNota } from './texto-de-soporte.ts';

const PERSONAL = { ok: false, error: 'TEXTO_CON_DATOS_PERSONALES' };

describe('the words that go with uncovering personal data', () => {
  it('are cleaned, and of a length that says something', () => {
    expect(parseDetalle('  confirmar \u0000 su  correo ')).toEqual({ ok: true, value: 'confirmar su correo' });
    expect(parseDetalle('porque sí')).toEqual({ ok: false, error: 'DETALLE_CORTO' });
    expect(parseDetalle(' \u200b '.repeat(30))).toEqual({ ok: false, error: 'DETALLE_CORTO' });
    expect(parseDetalle('ñ'.repeat(DETALLE_MAXIMO)).ok).toBe(true);
    expect(parseDetalle('ñ'.repeat(DETALLE_MAXIMO + 1))).toEqual({ ok: false, error: 'DETALLE_LARGO' });
  });

  it('counts a character outside the BMP once, as the database does', () => {
    expect(parseDetalle('😀'.repeat(DETALLE_MAXIMO)).ok).toBe(true);
  });
});

describe('a note', () => {
  it('says something, within its limit', () => {
    expect(parseNota(' \n ')).toEqual({ ok: false, error: 'NOTA_VACIA' });
    expect(parseNota('a'.repeat(NOTA_MAXIMA + 1))).toEqual({ ok: false, error: 'NOTA_LARGA' });
    expect(parseNota('Se le pidió revisar\nla bandeja de spam')).toEqual({
      ok: true,
      value: 'Se le pidió revisar la bandeja de spam',
    });
  });

  it('with personal data is refused: it would show what the folio covers', () => {
    expect(parseNota('escribió desde ana@correo.example')).toEqual(PERSONAL);
    expect(parseDetalle('Llamó del 55 1234 5678')).toEqual(PERSONAL);
    expect(parseNota('Ver también BI-2026.00000123-45').ok).toBe(true);
  });
});
