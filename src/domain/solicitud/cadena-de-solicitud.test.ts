import { describe, expect, it } from 'vitest';
import { parseCadenaOriginal } from '../../../tests/support/read-cadena-original.ts';
import { parseLoginText } from '../efirma/login-text.ts';
import { cadenaDeSolicitud } from './cadena-de-solicitud.ts';

const datos = {
  folio: 'BI-2026.00000001-52',
  fecha: new Date('2026-03-02T18:30:05.123Z'),
  rfc: 'EKU9003173C9',
  nombre: 'ESCUELA KEMPER | URGATE',
  textoVersion: 'solicitud/2022-09-22',
  textoSha256: 'ab'.repeat(32),
};

describe('cadenaDeSolicitud', () => {
  it('names trámite, folio, date in Central time, holder, text and its hash', () => {
    expect(cadenaDeSolicitud(datos)).toBe(
      `||Invocante:Buzón IMSS|Tipo de trámite:Activación de Buzón IMSS|Folio del trámite:BI-2026.00000001-52|Fecha de elaboración:2026-03-02T12:30:05-06:00|RFC:EKU9003173C9|Nombre, denominación o Razón social:ESCUELA KEMPER \\p URGATE|Versión del texto:solicitud/2022-09-22|SHA-256 del texto:${'ab'.repeat(32)}||`,
    );
  });
  it('names the representative of a persona moral', () => {
    const pares = parseCadenaOriginal(cadenaDeSolicitud({ ...datos, rfcRepresentante: 'VADA800927DJ3' }));
    expect(pares).toContainEqual(['RFC del representante legal', 'VADA800927DJ3']);
  });
  it('is never the text of a sign-in', () => {
    expect(parseLoginText(cadenaDeSolicitud(datos))).toBeNull();
    expect(cadenaDeSolicitud(datos).startsWith('||1.0|LOGIN|')).toBe(false);
  });
});
