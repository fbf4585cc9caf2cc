import { describe, expect, it } from 'vitest';
import { VentanaDeBaja } from './ventana-de-baja.tsx';

const CORREO = {
  folio: 'BI-1',
  mecanismo: 'CORREO_ELECTRONICO',
  valor: 'ana@correo.example',
  registros: null,
} as const;
const TELEFONO = { folio: 'BI-2', mecanismo: 'TELEFONO', valor: '+525512345678', registros: null } as const;

const textOf = (medio: typeof CORREO | typeof TELEFONO, leavesWithoutAvisos: boolean, pideFirma = false) =>
  JSON.stringify(VentanaDeBaja({ medio: { ...medio, leavesWithoutAvisos, pideFirma }, eliminar: async () => {} }));

describe('«Eliminar medio de contacto»', () => {
  it.each([
    [CORREO, 'dejarás de recibir por correo'],
    [TELEFONO, 'dejarás de recibir por SMS'],
  ])('warns only where it leaves an active Buzón without notices', (medio, warning) => {
    expect(textOf(medio, true)).toContain(warning);
    expect(textOf(medio, false)).not.toContain('dejarás de recibir');
    expect(textOf(medio, true)).not.toContain('e.firma');
  });

  it.each([CORREO, TELEFONO])('says that the last one that works is to be signed for', (medio) => {
    expect(textOf(medio, true, true)).toContain('Para eliminarlo se te pedirá firmar con tu e.firma');
  });
});
