import { beforeAll, expect, it } from 'vitest';
import { createAutoridadDePrueba } from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { sortFiles } from './chosen-files.ts';

let archivos: Record<'cer' | 'key' | 'csdCer' | 'csdKey' | 'carta', File>;
beforeAll(async () => {
  const autoridad = await createAutoridadDePrueba();
  const [efirma, csd] = [await autoridad.issue({}), await autoridad.issue({ clase: 'CSD' })];
  const file = (name: string, bytes: Uint8Array) => new File([new Uint8Array(bytes)], name);
  archivos = {
    cer: file('00001000000500000001.cer', efirma.cer),
    key: file('Claveprivada_FIEL_MEGL920721K30_20260101_101010.key', efirma.key),
    csdCer: file('00001000000500000002.cer', csd.cer),
    csdKey: file('CSD_Matriz_MEGL920721K30_20260101_111111.key', csd.key),
    carta: file('carta.txt', Buffer.from('Hola')),
  };
});

const sort = (...names: (keyof typeof archivos)[]) => sortFiles(names.map((name) => archivos[name]));
const place = ({ certificado, llave }: Awaited<ReturnType<typeof sort>>) => [certificado?.name, llave?.name];

it.each([
  [['csdCer', 'csdKey', 'cer', 'key']],
  [['csdKey', 'key', 'csdCer', 'cer', 'carta']],
  [['key', 'cer']],
  [['carta', 'key', 'cer']],
] as const)('of %j it takes the e.firma', async (names) => {
  expect(place(await sort(...names))).toEqual([archivos.cer.name, archivos.key.name]);
});

it('takes the only key whatever its name, and what is neither where nothing else is', async () => {
  expect(place(await sort('csdKey', 'cer'))).toEqual([archivos.cer.name, archivos.csdKey.name]);
  expect(place(await sort('carta', 'csdCer'))).toEqual([archivos.csdCer.name, archivos.carta.name]);
});
