import { expect, it } from 'vitest';
import { csvDeSinCupo } from './csv-de-sin-cupo.ts';

it('those that cannot take a medio are a line each, with why', () => {
  const csv = csvDeSinCupo([
    { numero: 'Y6000001101', subdelegacion: 'Mérida Norte', motivo: 'REPETIDO' },
    { numero: 'Y6000002101', subdelegacion: '=1+1', motivo: 'LLENO' },
  ]);
  expect(csv.split('\r\n')).toEqual([
    '\ufeff"Registro Patronal","Subdelegación","Motivo"',
    '"Y60-00001-10-1","Mérida Norte","Ya lo tienen"',
    `"Y60-00002-10-1","'=1+1","Ya tienen el máximo de medios de ese tipo"`,
    '',
  ]);
});
