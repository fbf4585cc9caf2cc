import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanNombreDeArchivo, dispositionOf } from './nombre-de-archivo.ts';

describe('cleanNombreDeArchivo', () => {
  it.each([
    ['Constancia de situación.pdf', 'Constancia de situación.pdf'],
    ['C:\\fakepath\\captura.PNG', 'captura.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['factura.pdf.exe', 'factura.pdf.pdf'],
    ['gpj.\u202eexe\u0000', 'gpj.pdf'],
    ['<b onload="x">.html', 'b onload= x.pdf'],
    ['a"\r\nSet-Cookie: x=1', 'a Set-Cookie x=1.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['...', 'adjunto.pdf'],
    ['', 'adjunto.pdf'],
  ])('%j is kept as %j', (nombre, expected) => {
    expect(cleanNombreDeArchivo(nombre, 'PDF')).toBe(expected);
  });

  it('never gives a path, a hidden file, an invisible sign or a long name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (nombre) => {
        const clean = cleanNombreDeArchivo(nombre, 'JPEG');
        expect(clean).toMatch(/^[^.\s/\\:*?"<>|%;\p{Cc}\p{Cf}][^/\\:*?"<>|%;\p{Cc}\p{Cf}]*\.jpg$/u);
        expect(Array.from(clean).length).toBeLessThanOrEqual(104);
      }),
    );
  });
});

describe('dispositionOf', () => {
  it('always saves, with the name for old and for new programs', () => {
    expect(dispositionOf("Año (1)'s.pdf")).toBe(
      `attachment; filename="Ano _1__s.pdf"; filename*=UTF-8''A%C3%B1o%20%281%29%27s.pdf`,
    );
  });

  it('is one header whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (nombre) => {
        const header = dispositionOf(cleanNombreDeArchivo(nombre, 'PNG'));
        expect(header).toMatch(
          /^attachment; filename="[A-Za-z0-9 ._-]+\.png"; filename\*=UTF-8''[A-Za-z0-9._~%-]+\.png$/,
        );
      }),
    );
  });
});
