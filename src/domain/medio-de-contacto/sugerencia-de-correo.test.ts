import { describe, expect, it } from 'vitest';
import { suggestCorreo } from './sugerencia-de-correo.ts';

describe('suggestCorreo', () => {
  it.each([
    ['Ana@gmial.com', 'Ana@gmail.com'],
    ['ana@gmail.con', 'ana@gmail.com'],
    ['ana@gmail.co', 'ana@gmail.com'],
    ['ana@gmil.com', 'ana@gmail.com'],
    ['ana@gnail.com', 'ana@gmail.com'],
    ['ana@gmail.com.mx', 'ana@gmail.com'],
    ['ana@hotmial.com', 'ana@hotmail.com'],
    ['ana@hotmal.con', 'ana@hotmail.com'],
    ['ana@hotmail.com.mx', 'ana@hotmail.com'],
    ['ana@outlok.com', 'ana@outlook.com'],
    ['ana@yaho.com.mx', 'ana@yahoo.com.mx'],
    ['ana@prodigy.com.mx', 'ana@prodigy.net.mx'],
    ['ana@iclod.com', 'ana@icloud.com'],
  ])('asks of %s whether it was %s', (typed, meant) => expect(suggestCorreo(typed)).toBe(meant));

  it.each([
    'ana@gmail.com',
    'ana@mail.com',
    'ana@ymail.com',
    'ana@live.com',
    'ana@yahoo.es',
    'ana@imss.gob.mx',
    'ana@despacho-contable.com.mx',
    'ana@unam.mx',
    'ana@gob.mx',
    'sin arroba',
    '',
  ])('asks nothing of %s', (typed) => expect(suggestCorreo(typed)).toBeNull());

  it.each([
    ['gmial.con', null],
    ['iclod.con', null],
    ['hotmall.con', 'hotmail.com'],
    ['hotnall.con', null],
    ['hotmail.cs', 'hotmail.es'],
  ])('takes one error, two in a longer domain, and the nearest: %s', (typed, meant) => {
    expect(suggestCorreo(`ana@${typed}`)).toBe(meant && `ana@${meant}`);
  });

  it('never suggests for what it suggested', () => {
    const suggested = suggestCorreo('ana@hotmial.com') as string;
    expect(suggestCorreo(suggested)).toBeNull();
  });
});
