import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { plantillaVigente } from '#wording/acuse/plantillas.ts';
import { createAutoridadDePrueba, makeTempDir } from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { asPem, hasOpenssl } from '../../../tests/support/efirma/openssl-ocsp.ts';
import { hasPdfsig, pdfsig } from '../../../tests/support/pdfsig.ts';
import { issueConLista, makeSelloConCadena } from '../../../tests/support/sello-con-cadena.ts';
import { autoridadesDeTiempo, startOpensslTsa } from '../../../tests/support/tsa/openssl-tsa.ts';
import { CONFORMS, hasVeraPdf, validatePdfs } from '../../../tests/support/verapdf/validate-pdfs.ts';
import { createLogger } from '../logger/logger.ts';
import { createStampTime } from '../tsa/create-stamp-time.ts';
import { createVerifySelloDeTiempo } from '../tsa/create-verify-sello-de-tiempo.ts';
import { createAskValidez } from './ask-validez.ts';
import { createSelloDePdf } from './create-sello-de-pdf.ts';

let dir: string;
let aTiempo: Buffer;
let emitido: Buffer;
let revisado: Buffer;
let conLista: Buffer;
let conListaRevisado: Buffer;
const closers: (() => unknown)[] = [];
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, encoding: 'utf8', stdio: 'pipe' });

/** One whose stamp came with it, and one whose stamp came late. */
beforeAll(async () => {
  if (!hasOpenssl) return;
  dir = makeTempDir();
  const now = () => new Date();
  const autoridad = await createAutoridadDePrueba(now());
  const { sello, servicio } = await makeSelloConCadena(autoridad, now());
  const tsa = await startOpensslTsa();
  closers.push(servicio.close, tsa.close);
  const [log, timeoutMs] = [createLogger({ nivel: 'silent', now }), 5_000];
  const verify = createVerifySelloDeTiempo(autoridadesDeTiempo());
  const stampTime = createStampTime({ url: tsa.url, now, timeoutMs, verify });
  const { certificadoPem } = sello;
  const validez = { certificadoPem, now, timeoutMs, log };
  const conTiempo = createSelloDePdf(sello, stampTime, createAskValidez({ ...validez, stampTime }));
  const sinTiempo = createSelloDePdf(sello, null, createAskValidez({ ...validez, stampTime: null }));
  const datos: DatosDeAcuse = {
    tipo: 'REGISTRO',
    folio: 'BI-2026.00000001-52',
    fecha: now().toISOString(),
    rfc: 'CALR780903J59',
    nombre: 'ROSARIO CASTILLO LARA',
    medio: { mecanismo: 'CORREO_ELECTRONICO', valor: 'rosario@correo.example' },
  };
  const make = async (selloDePdf: typeof conTiempo, by = sello) => {
    const pdf = await renderAcuse({
      datos,
      plantilla: plantillaVigente('REGISTRO', now()),
      cadenaOriginal: cadenaDeAcuse(datos),
      sello: await by.sign(Buffer.from(cadenaDeAcuse(datos))),
      serieDelSello: by.serie,
      appUrl: 'https://buzon.example',
      demo: true,
      campo: selloDePdf.campo,
      validez: await selloDePdf.askValidez(),
    });
    await selloDePdf.seal(pdf);
    return pdf;
  };
  aTiempo = await make(conTiempo);
  emitido = await make(sinTiempo);
  revisado = (await conTiempo.stampRevision(emitido)) ?? Buffer.of();
  const { sello: otro, servicio: deListas } = await makeSelloConCadena(autoridad, now(), issueConLista);
  closers.push(() => deListas.close());
  const askOtro = createAskValidez({ ...validez, certificadoPem: otro.certificadoPem, stampTime: null });
  conLista = await make(createSelloDePdf(otro, stampTime, askOtro), otro);
  conListaRevisado = (await createSelloDePdf(otro, stampTime, askOtro).stampRevision(conLista)) ?? Buffer.of();
  writeFileSync(join(dir, 'raiz.pem'), asPem(autoridad.raiz.cer));
  writeFileSync(join(dir, 'ac.pem'), asPem(autoridad.ac.cer));
  writeFileSync(join(dir, 'propio.pem'), certificadoPem);
  writeFileSync(join(dir, 'otro.pem'), otro.certificadoPem);
  writeFileSync(
    join(dir, 'tiempo.pem'),
    autoridadesDeTiempo()
      .map(({ der }) => asPem(der))
      .join(''),
  );
  for (const [name, pdf] of Object.entries({ aTiempo, emitido, revisado, conLista, conListaRevisado }))
    writeFileSync(join(process.env.RETRATOS ?? dir, `${name}.pdf`), pdf);
}, 120_000);
afterAll(async () => {
  for (const close of closers) await close();
});

/** What the last /ByteRange of a document leaves out, and the rest. */
function split(pdf: Buffer) {
  const text = pdf.toString('latin1');
  const [, desde = 0, hasta = 0, resto = 0] = (
    /^\/ByteRange \[([\d ]+)/.exec(text.slice(text.lastIndexOf('/ByteRange [')))?.[1] ?? ''
  )
    .trim()
    .split(' ')
    .map(Number);
  expect(hasta + resto).toBe(pdf.length);
  const contenido = Buffer.from(text.slice(desde + 1, hasta - 1), 'hex');
  const cms = contenido.subarray(0, 4 + contenido.readUInt16BE(2));
  return { cms, amparado: Buffer.concat([pdf.subarray(0, desde), pdf.subarray(hasta)]) };
}

/** The streams that an array of the last document security store names, as qpdf reads them. */
function storeOf(name: string, clave: 'Certs' | 'OCSPs' | 'CRLs'): Buffer[] {
  const qpdf = (...args: string[]) => execFileSync('qpdf', [...args, join(process.env.RETRATOS ?? dir, `${name}.pdf`)]);
  const raiz = /"\/DSS": "(\d+) 0 R"/.exec(qpdf('--json=1', '--json-key=objects').toString())?.[1];
  const refs = qpdf(`--show-object=${raiz},0`).toString();
  const list = new RegExp(`/${clave} \\[([^\\]]*)\\]`).exec(refs)?.[1] ?? '';
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, numero]) =>
    qpdf(`--show-object=${numero},0`, '--filtered-stream-data'),
  );
}

describe.skipIf(!hasOpenssl)(
  'a seal that is to be judged when nobody answers any more (skipped without openssl)',
  () => {
    it('has its chain and status in the document, and those of who stamped it, for openssl to judge', () => {
      for (const name of ['aTiempo', 'revisado']) {
        const certs = storeOf(name, 'Certs');
        expect(certs.map(asPem).join('')).toContain(
          asPem(Buffer.from(execFileSync('openssl', ['x509', '-in', 'ac.pem', '-outform', 'DER'], { cwd: dir }))),
        );
        writeFileSync(join(dir, 'store.pem'), certs.map(asPem).join(''));
        const [ocsp] = storeOf(name, 'OCSPs');
        writeFileSync(join(dir, 'ocsp.der'), ocsp ?? '');
        expect(
          openssl(
            'ocsp',
            '-respin',
            'ocsp.der',
            '-issuer',
            'ac.pem',
            '-cert',
            'propio.pem',
            '-no_nonce',
            '-CAfile',
            'raiz.pem',
            '-verify_other',
            'store.pem',
          ),
        ).toContain('propio.pem: good');
        expect(openssl('verify', '-CAfile', 'raiz.pem', '-untrusted', 'store.pem', 'propio.pem')).toContain('OK');
      }
    });

    it('has the list of its authority where that names no service', () => {
      for (const name of ['conLista', 'conListaRevisado']) {
        const [lista] = storeOf(name, 'CRLs');
        writeFileSync(join(dir, 'lista.der'), lista ?? '');
        openssl('crl', '-inform', 'DER', '-in', 'lista.der', '-out', 'lista.pem');
        const partes = ['-CAfile', 'raiz.pem', '-untrusted', 'ac.pem', '-CRLfile', 'lista.pem', '-crl_check'];
        expect(openssl('verify', ...partes, 'otro.pem')).toContain('OK');
      }
    });

    it('is a CAdES signature up to its root, and its second revision a time stamp of all of it', () => {
      const { cms, amparado } = split(emitido);
      writeFileSync(join(dir, 'cms.p7s'), cms);
      writeFileSync(join(dir, 'amparado.bin'), amparado);
      openssl(
        'cms',
        '-verify',
        '-cades',
        '-binary',
        '-purpose',
        'any',
        '-inform',
        'DER',
        '-in',
        'cms.p7s',
        '-content',
        'amparado.bin',
        '-CAfile',
        'raiz.pem',
        '-out',
        'o.bin',
      );
      expect(revisado.subarray(0, emitido.length).equals(emitido)).toBe(true);
      const segunda = split(revisado);
      writeFileSync(join(dir, 'token.der'), segunda.cms);
      writeFileSync(join(dir, 'todo.bin'), segunda.amparado);
      expect(
        openssl('ts', '-verify', '-token_in', '-in', 'token.der', '-data', 'todo.bin', '-CAfile', 'tiempo.pem'),
      ).toContain('Verification: OK');
      expect(
        openssl(
          'ts',
          '-verify',
          '-token_in',
          '-in',
          'token.der',
          '-digest',
          createHash('sha256').update(segunda.amparado).digest('hex'),
          '-CAfile',
          'tiempo.pem',
        ),
      ).toContain('OK');
    });

    it.skipIf(!hasPdfsig)('poppler finds each signature whole (skipped without poppler-utils)', () => {
      const [uno, dos] = [pdfsig(aTiempo), pdfsig(revisado)];
      expect(uno).toContain('Signature is Valid.');
      expect(uno).toContain('Total document signed');
      expect(dos.match(/Signature #\d/g)).toHaveLength(2);
      expect(dos).toContain('Signature is Valid.');
      expect(dos).toContain('Total document signed');
    });

    it.skipIf(!hasVeraPdf)(
      'keeps PDF/A-2a and PDF/UA-1, also with a second revision (skipped without veraPDF)',
      () => {
        const said = validatePdfs(new Map(Object.entries({ aTiempo, emitido, revisado, conLista, conListaRevisado })));
        for (const [name, lines] of said) expect(lines, name).toEqual(CONFORMS);
      },
      60_000,
    );
  },
);
