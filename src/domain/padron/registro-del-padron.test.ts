import { expect, it } from 'vitest';
import { explicacionDe } from '#wording/padron/explica-observacion.ts';
import { readRegistroDelPadron } from './registro-del-padron.ts';

const ENCABEZADO = {
  indices: { rfc: 0, nombre: 1, registro_patronal: 2, subdelegacion: 3, domicilio: 4, estado: 5 },
  total: 6,
};
const read = (...campos: string[]) => {
  const { registro, observaciones } = readRegistroDelPadron(campos, ENCABEZADO);
  return {
    registro,
    motivos: observaciones.map(({ motivo }) => motivo),
    dicho: observaciones.map((each) => explicacionDe({ ...each, linea: 2 })).join(),
  };
};

it('loads a row whose check digits are wrong, and says so', () => {
  const { registro, motivos, dicho } = read('AAA010101AAA', 'Uno', 'Y60-00001-10-1', 'Mérida', '', 'vigente');
  expect(registro).toMatchObject({ rfc: 'AAA010101AAA', registroPatronal: 'Y6000001101', estado: 'VIGENTE' });
  expect(motivos).toEqual(['RFC_DIGITO', 'REGISTRO_DIGITO']);
  expect(dicho).toContain('se cargó así');
});

it('says of a row that is not loaded only why it is not', () => {
  const { registro, motivos, dicho } = read('AAA010101AAA', 'Uno', 'Y60-00001-10-1', '', '', 'suspendido');
  expect(registro).toBeNull();
  expect(motivos).toEqual(['VACIO', 'ESTADO']);
  expect(dicho).not.toContain('se cargó');
});
