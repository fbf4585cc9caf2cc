import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { buildCertId, buildOcspRequest } from '#infra/ocsp/cert-id.ts';
import { answerOcsp, createAutoridadDePrueba, daysFrom, MORAL } from '../support/efirma/autoridad-de-prueba.ts';
import { asPem, carryInPkcs7, openLengths, utf8, utf16 } from '../support/efirma/formas.ts';
import { FORMATOS } from '../support/rebotes/formatos.ts';
import { AHORA, HUELLA, makeAnswer, makeToken } from '../support/tsa/make-token.ts';

/**
 * Writes anew what the fuzzing begins from: `npx tsx tests/fuzz/hacer-corpus.ts`. What is found there besides was put by hand, as
 * each input that once made a reader fail.
 */
const CORPUS = fileURLToPath(new URL('corpus', import.meta.url));
const PADRON = [
  'rfc,nombre,registro_patronal,subdelegacion,domicilio,estado',
  'CALR780903J59,"MUÑOZ, JOSÉ ""EL GÜERO""",A1234567101,Mérida Norte,"CALLE 5 N° 3, PEÑA",vigente',
  'PEO020304K7A,TUBOS DE 5" SA,Y5412345101,CENTRO,,baja',
  '',
].join('\n');

const autoridad = await createAutoridadDePrueba(AHORA);
const [fisica, moral] = [await autoridad.issue(), await autoridad.issue(MORAL)];
const pregunta = buildOcspRequest(buildCertId(fisica.cer, autoridad.ac.cer), new Uint8Array(16).fill(7));
const vigencia = { desde: AHORA, hasta: daysFrom(AHORA, 1) };

save('autoridades/ac.cer', autoridad.ac.cer);
save('autoridades/raiz.cer', autoridad.raiz.cer);
save('der/fisica.cer', fisica.cer);
save('der/moral.cer', moral.cer);
save('der/fisica.key', fisica.key);
save('der/fisica.pem', utf8(asPem('CERTIFICATE', fisica.cer)));
save('der/llave.pem', utf8(asPem('ENCRYPTED PRIVATE KEY', fisica.key, '\r\n')));
save('der/utf16.cer', utf16(asPem('CERTIFICATE', moral.cer)));
save('der/cadena.p7b', carryInPkcs7([fisica.cer, autoridad.ac.cer], 'DER'));
save('der/abierta.p7b', openLengths(carryInPkcs7([fisica.cer], 'DER')));
save('der/respuesta.ocsp', answerOcsp(autoridad, autoridad.ocsp, pregunta, vigencia));
save('der/sello.tst', makeToken({ sha256: HUELLA }));
save('der/respuesta.tsr', makeAnswer(makeToken()));
save('csv/utf8.csv', utf8(PADRON));
save('csv/excel.csv', utf8(`\ufeffsep=;\r\n${PADRON.replaceAll(',', ';').replaceAll('\n', '\r\n')}`));
save('csv/cp850.csv', iconv.encode(PADRON, 'cp850'));
save('csv/latin1.csv', iconv.encode(PADRON, 'windows-1252'));
save('csv/utf16.csv', utf16(PADRON));
for (const [nombre, [, write]] of Object.entries(FORMATOS).filter((_, nth) => nth % 3 === 0)) {
  const devuelto = { id: 'aviso-1', destino: 'ana@ejemplo.mx' } as Parameters<typeof write>[0];
  save(`rebotes/${createHash('sha256').update(nombre).digest('hex').slice(0, 8)}.eml`, utf8(write(devuelto)));
}
save(
  'archivos/hoja.pdf',
  utf8('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
);
save('archivos/sellado.pdf', utf8(`%PDF-1.7\n/ByteRange [0 36 54 7]/Contents <3082000430020500>\n%%EOF`));
save(
  'archivos/punto.png',
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64'),
);
save(
  'archivos/foto.jpg',
  Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, ...utf8('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9),
);
save('archivos/iphone.heic', Uint8Array.of(0, 0, 0, 24, ...utf8('ftypheic'), 0, 0, 0, 0, ...utf8('mif1heic')));

function save(file: string, bytes: Uint8Array): void {
  const at = path.join(CORPUS, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, bytes);
}
