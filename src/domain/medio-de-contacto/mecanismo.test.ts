import { expect, it } from 'vitest';
import { mecanismoDe } from './mecanismo.ts';

it.each([
  ['ana@correo.example', 'CORREO_ELECTRONICO'],
  ['Ana <5512345678@correo.example>', 'CORREO_ELECTRONICO'],
  ['55 1234 5678', 'TELEFONO'],
  ['+52 (55) 1234-5678', 'TELEFONO'],
  ['', null],
  ['nomina', null],
  ['calle 5 de mayo', null],
])('«%s» is taken for %s', (text, mecanismo) => expect(mecanismoDe(text)).toBe(mecanismo));
