import { expect, it } from 'vitest';
import { type Acto, cadenaDeActo } from './cadena-de-acto.ts';
import { parseLoginText } from './login-text.ts';

const QUIEN = { rfc: 'PERA850101AB1', nombre: 'ANA PÉREZ' };
const FECHA = new Date('2026-11-24T18:00:00Z');
const ROL = { rfc: 'ZAMA870623KP4', nombre: 'OTRA PERSONA', rol: 'SUPERVISION' } as const;
const ACTOS: Acto[] = [
  { tipo: 'ELIMINAR_ULTIMO_MEDIO', folio: 'BI-1', mecanismo: 'TELEFONO', valor: '+525512345678' },
  { tipo: 'ELIMINAR_ULTIMO_MEDIO', folio: 'BI-2', mecanismo: 'TELEFONO', valor: '+525512345678' },
  { tipo: 'DAR_ROL', ...ROL, rol: 'ATENCION' },
  { tipo: 'QUITAR_ROL', ...ROL, rol: 'ATENCION' },
  { tipo: 'PROPONER_ROL', ...ROL },
  { tipo: 'CONFIRMAR_ROL', ...ROL, propuestaId: 'una' },
  { tipo: 'CONFIRMAR_ROL', ...ROL, propuestaId: 'otra' },
  { tipo: 'RETIRAR_PROPUESTA', ...ROL, propuestaId: 'una' },
];

it('says who signs, when, what, and to what or whom', () => {
  expect(cadenaDeActo({ tipo: 'DAR_ROL', ...ROL, rol: 'ATENCION' }, QUIEN, FECHA)).toBe(
    '||Invocante:Buzón IMSS|Fecha de elaboración:2026-11-24T12:00:00-06:00|RFC:PERA850101AB1|Nombre, denominación o Razón social:ANA PÉREZ|Acto:Dar un rol de soporte|Persona:OTRA PERSONA|RFC de la persona:ZAMA870623KP4|Rol:ATENCION||',
  );
  expect(cadenaDeActo(ACTOS[0] as Acto, QUIEN, FECHA)).toContain('|Folio:BI-1|Medio de contacto:55 1234 5678||');
});

it('is another for every other act, signer or second, and never the text of a sign-in', () => {
  const cadenas = [
    ...ACTOS.map((acto) => cadenaDeActo(acto, QUIEN, FECHA)),
    cadenaDeActo(ACTOS[0] as Acto, { ...QUIEN, rfc: 'MEGL920721K30' }, FECHA),
    cadenaDeActo(ACTOS[0] as Acto, QUIEN, new Date(FECHA.getTime() + 1000)),
  ];
  expect(new Set(cadenas).size).toBe(cadenas.length);
  expect(cadenas.filter((cadena) => parseLoginText(cadena))).toEqual([]);
});
