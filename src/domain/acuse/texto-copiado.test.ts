import { describe, expect, it } from 'vitest';
import { LETRA_PERDIDA, lettersLost, partesIlegibles } from './texto-copiado.ts';

const esperado = {
  rfc: 'LANN800101AA1',
  nombre: 'NORMA (LAMINAS) NIÑO 中',
  folio: 'BI-2026.00000001-52',
  cadenaOriginal: '||Invocante:Buzón IMSS|RFC:LANN800101AA1|Nombre:NORMA (LAMINAS) NIÑO 中|Alias:A\\pB+C||',
  sello: 'AQ+/==',
};
const texto = Object.values(esperado).join('\n');

describe('partesIlegibles', () => {
  it('finds nothing amiss in a text that has all of them, wherever its lines and blanks are', () => {
    expect(partesIlegibles(texto, esperado)).toEqual([]);
    expect(partesIlegibles(Array.from(texto).join('\n'), esperado)).toEqual([]);
  });
  it('takes «?» for a letter that a font may lack, and for no other', () => {
    expect(partesIlegibles(texto.replaceAll('中', '?'), esperado)).toEqual([]);
    expect(partesIlegibles(texto.replace('NIÑO', 'NI?O'), esperado), 'where it stands outside the cadena').toEqual([
      'nombre',
    ]);
  });
  it('names the parts that lack a letter', () => {
    const sinN = texto.replaceAll('N', LETRA_PERDIDA);
    expect(partesIlegibles(sinN, esperado)).toEqual(['rfc', 'nombre', 'cadenaOriginal']);
    expect(lettersLost(sinN)).toBe(11);
    expect(lettersLost(texto)).toBe(0);
  });
});
