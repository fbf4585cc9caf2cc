import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePdf } from '../../../tests/support/archivos.ts';
import { type AccionesDePdf, findAccionesDePdf } from './find-acciones-de-pdf.ts';

const packed = (objects: string | Buffer, dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode') =>
  Buffer.concat([
    makePdf(),
    Buffer.from(`9 0 obj\n<< ${dictionary} >>\nstream\r\n`),
    deflateSync(objects),
    Buffer.from('\nendstream\nendobj'),
  ]);

describe('findAccionesDePdf', () => {
  it.each<[AccionesDePdf, string, Buffer]>([
    ['SIN_ACCIONES', 'a plain page', makePdf()],
    ['SIN_ACCIONES', 'a page that opens at a place', makePdf('/OpenAction [3 0 R /Fit] ')],
    ['SIN_ACCIONES', 'names that only begin alike', makePdf('/JSON 1 /LaunchDate 2 /Arial#20Bold 3 ')],
    ['SIN_ACCIONES', 'packed objects without any', packed('4 0 << /Type /Font >>')],
    ['CON_ACCIONES', 'a script', makePdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >> ')],
    ['CON_ACCIONES', 'a program that it starts', makePdf('/AA << /O << /S/Launch/F(cmd.exe)>> >> ')],
    ['CON_ACCIONES', 'a form with scripts of its own', makePdf('/AcroForm << /XFA [] >> ')],
    ['CON_ACCIONES', 'a script among packed objects', packed('4 0 << /S /JavaScript /JS 5 0 R >>')],
    ['SIN_REVISAR', 'a name written so as not to be read', makePdf('/S /J#61vaScript ')],
    ['SIN_REVISAR', 'such a name among packed objects', packed('4 0 << /S /J#61vaScript /#4a#53 5 0 R >>')],
    ['SIN_REVISAR', 'an encrypted file', makePdf('/Encrypt 9 0 R ')],
    ['SIN_REVISAR', 'objects that do not unpack', packed('x').subarray(0, -22)],
    ['SIN_REVISAR', 'objects that unpack to very much', packed(Buffer.alloc(30_000_000))],
    ['SIN_REVISAR', 'streams without number', Buffer.concat(Array(1001).fill(packed('4 0 << >>')))],
  ])('is %s for %s', (expected, _, file) => {
    expect(findAccionesDePdf(file)).toBe(expected);
  });

  it('answers for any bytes', () => {
    const piece = fc.constantFrom('/ObjStm', 'stream\r\n', '/JS', '#4a', '>>', '\0', 'x\x9c');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        expect(() => findAccionesDePdf(Buffer.from(pieces.join(''), 'latin1'))).not.toThrow();
      }),
    );
  });
});
