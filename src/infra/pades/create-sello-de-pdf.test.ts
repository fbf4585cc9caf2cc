import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { type AcuseParaImprimir, renderAcuse } from '#infra/pdf/render-acuse.ts';
import type { Sello } from '#infra/sello/sello.ts';
import { plantillaVigente } from '#wording/acuse/plantillas.ts';
import { makeTempDir } from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { hasOpenssl } from '../../../tests/support/efirma/openssl-ocsp.ts';
import { hasPdfsig, isShownAsSigned, pdfsig } from '../../../tests/support/pdfsig.ts';
import { makeSello } from '../../../tests/support/sello-de-prueba.ts';
import { AHORA, makeToken, sha256, verifySelloDeTiempo } from '../../../tests/support/tsa/make-token.ts';
import type { StampTime } from '../tsa/create-stamp-time.ts';
import { createSelloDePdf } from './create-sello-de-pdf.ts';

const ENGANO = '/ByteRange [0 1 2 3] /Contents <00>';
const SHA256 = 'ab'.repeat(32);
const sello = makeSello({ now: AHORA });

function acuseOf(change: Partial<AcuseParaImprimir> = {}): AcuseParaImprimir {
  const datos: DatosDeAcuse = {
    tipo: 'REGISTRO',
    folio: 'BI-2026.00000001-52',
    fecha: AHORA.toISOString(),
    rfc: 'CALR780903J59',
    nombre: `ROSARIO ${ENGANO} ${'\u00d1'.repeat(9)}`,
    medio: { mecanismo: 'CORREO_ELECTRONICO', valor: 'rosario@correo.example' },
    ...(change.registros && { registros: { total: change.registros.total, sha256: SHA256 } }),
  };
  return {
    datos,
    plantilla: plantillaVigente('REGISTRO', AHORA),
    cadenaOriginal: cadenaDeAcuse(datos),
    sello: new Uint8Array(256),
    serieDelSello: sello.serie,
    appUrl: 'https://buzon.example',
    demo: true,
    ...change,
  };
}

async function makeSealed({ by = sello, stampTime = null as StampTime | null, acuse = acuseOf() } = {}) {
  const selloDePdf = createSelloDePdf(by, stampTime);
  const pdf = await renderAcuse({ ...acuse, campo: selloDePdf.campo });
  return { pdf, selloDePdf, ...(await selloDePdf.seal(pdf)) };
}

const stampWith =
  (token: (hash: Uint8Array) => Uint8Array): StampTime =>
  async (hash) =>
    verifySelloDeTiempo({ token: token(hash), resumen: hash });

const rangeOf = (pdf: Buffer) =>
  /\/ByteRange \[0 (\d+) (\d+) (\d+) *\]\n\/Contents <[0-9a-f]*>\n\/M \(D:(\d+)Z\)\n>>\nendobj\nxref\n/.exec(
    pdf.toString('latin1'),
  );

describe('the seal inside a document', () => {
  it('is the same, byte for byte, for the same document and certificate', async () => {
    const [one, other] = [await makeSealed(), await makeSealed()];
    expect(one.pdf.equals(other.pdf)).toBe(true);
    expect(one).toMatchObject({ selloDeTiempo: null, motivo: null });
  });

  it('covers everything but itself, whatever a name looks like, and is the last object', async () => {
    const { pdf, selloDePdf } = await makeSealed();
    const [, antes, desde, despues] = (rangeOf(pdf) ?? []).map(Number);
    expect(desde).toBe((antes ?? 0) + 2 + 2 * selloDePdf.campo.reserva);
    expect((desde ?? 0) + (despues ?? 0)).toBe(pdf.length);
    expect(pdf.toString('latin1', antes, (antes ?? 0) + 1)).toBe('<');
    expect(selloDePdf.read(pdf)).toMatchObject({ antes, despues });
  });

  it('is of the institute’s certificate, and where its signature is can be told to openssl', async () => {
    const { pdf, selloDePdf } = await makeSealed();
    const leido = selloDePdf.read(pdf);
    expect(Buffer.from(leido?.certificado ?? [])).toEqual(new X509Certificate(sello.certificadoPem).raw);
    const start = leido?.posicionDeFirma ?? 0;
    expect(Buffer.from(leido?.cms ?? []).subarray(start, start + 4)).toEqual(Buffer.from([4, 0x82, 1, 0]));
  });

  it('hands the key no more than what is signed in place of the document', async () => {
    const sizes: number[] = [];
    const sign: Sello['sign'] = (bytes) => {
      sizes.push(bytes.length);
      return sello.sign(bytes);
    };
    await makeSealed({ by: { ...sello, sign } });
    expect(sizes).toEqual([expect.any(Number)]);
    expect(sizes[0]).toBeLessThan(256);
  });

  it('has the date of the acuse or, when the certificate is newer, its first moment', async () => {
    const newer = makeSello({ now: new Date('2027-01-02T00:00:00Z') });
    expect(rangeOf((await makeSealed()).pdf)?.[4]).toBe('20260302183005');
    expect(rangeOf((await makeSealed({ by: newer })).pdf)?.[4]).toBe('20270101000000');
  });

  it('finds room under a larger key', async () => {
    const { pdf, selloDePdf } = await makeSealed({ by: makeSello({ now: AHORA, bits: 4096 }) });
    expect(selloDePdf.read(pdf)).not.toBeNull();
  });

  it('is not made when the key gives anything else than a signature of its certificate, nor without a field', async () => {
    const wrong: Sello = { ...sello, sign: async () => new Uint8Array(256) };
    await expect(makeSealed({ by: wrong })).rejects.toThrow('gave no signature of its certificate');
    await expect(createSelloDePdf(sello, null).seal(await renderAcuse(acuseOf()))).rejects.toThrow('without a field');
  });

  it('does not hold once any bit of the document is flipped, or of the seal', async () => {
    const { pdf, selloDePdf } = await makeSealed();
    const leido = selloDePdf.read(pdf);
    const antes = leido?.antes ?? 0;
    const room = pdf.length - (leido?.despues ?? 0);
    const certificado = Buffer.from(leido?.certificado ?? []);
    const sealed = [fc.integer({ max: antes - 1, min: 0 }), fc.integer({ min: room, max: pdf.length - 1 })];
    fc.assert(
      fc.property(fc.oneof(...sealed), fc.nat(7), (at, bit) => {
        const altered = Buffer.from(pdf);
        altered.writeUInt8(altered.readUInt8(at) ^ (1 << bit), at);
        expect(selloDePdf.read(altered)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: antes, max: room - 1 }), fc.nat(7), (at, bit) => {
        const altered = Buffer.from(pdf);
        altered.writeUInt8(altered.readUInt8(at) ^ (1 << bit), at);
        // The case of a digit, and the zeros that fill the room, say nothing.
        const read = selloDePdf.read(altered);
        if (read) expect(Buffer.from(read.certificado)).toEqual(certificado);
      }),
    );
  });
});

describe('with a time stamp', () => {
  it('has the stamp of its own signature inside', async () => {
    const { pdf, selloDePdf, selloDeTiempo, motivo } = await makeSealed({
      stampTime: stampWith((hash) => makeToken({ sha256: hash })),
    });
    expect(motivo).toBeNull();
    const leido = selloDePdf.read(pdf);
    expect(selloDeTiempo).toMatchObject({ fecha: AHORA });
    const token = selloDeTiempo?.token ?? new Uint8Array();
    expect(Buffer.from(leido?.cms ?? []).includes(Buffer.from(token))).toBe(true);
    expect(verifySelloDeTiempo({ token, resumen: sha256(leido?.firma ?? '') })).toMatchObject({ resultado: 'SELLADO' });
  });

  it('is sealed all the same when there is none, or it is too large, and says why', async () => {
    const none: StampTime = async () => ({ resultado: 'SIN_RESPUESTA', motivo: 'timeout' });
    const large = stampWith((hash) => {
      const token = makeToken({ sha256: hash });
      return makeToken({ sha256: hash, after: [], certificados: Array.from({ length: 20 }, () => token) });
    });
    const asked = await makeSealed({ stampTime: none });
    expect(asked).toMatchObject({ selloDeTiempo: null, motivo: 'timeout' });
    expect(asked.selloDePdf.read(asked.pdf)).not.toBeNull();
    expect(asked.pdf.equals((await makeSealed({ stampTime: none })).pdf)).toBe(true);
    expect(await makeSealed({ stampTime: large })).toMatchObject({ selloDeTiempo: null });
  });
});

describe.skipIf(!hasPdfsig)('as readers see it (skipped without poppler-utils)', () => {
  it('is signed and whole, with a time stamp or without, on one page or on many', async () => {
    const registros = {
      total: 3000,
      sha256: SHA256,
      async *partes() {
        yield Array.from({ length: 3000 }, (_, n) => `Y60${String(n).padStart(5, '0')}101`);
      },
    };
    const stampTime = stampWith((hash) => makeToken({ sha256: hash }));
    for (const { pdf } of [
      await makeSealed(),
      await makeSealed({ stampTime }),
      await makeSealed({ acuse: acuseOf({ registros }) }),
    ])
      expect(isShownAsSigned(pdf), pdfsig(pdf)).toBe(true);
  });

  it('one flipped byte is noticed, and one that is added', async () => {
    const { pdf } = await makeSealed();
    const flipped = Buffer.from(pdf);
    flipped.writeUInt8(flipped.readUInt8(2000) ^ 1, 2000);
    expect(pdfsig(flipped)).toContain('Digest Mismatch');
    expect(pdfsig(Buffer.concat([pdf, Buffer.from(' ')]))).not.toContain('Total document signed');
  });
});

it.skipIf(!hasOpenssl)('openssl verifies it as a CAdES signature (skipped without openssl)', async () => {
  const { pdf, selloDePdf } = await makeSealed();
  const leido = selloDePdf.read(pdf);
  const dir = makeTempDir();
  writeFileSync(join(dir, 'c.pem'), sello.certificadoPem);
  writeFileSync(join(dir, 's.p7s'), leido?.cms ?? '');
  const content = Buffer.concat([pdf.subarray(0, leido?.antes), pdf.subarray(pdf.length - (leido?.despues ?? 0))]);
  writeFileSync(join(dir, 'd.bin'), content);
  const at = String(Math.floor(AHORA.getTime() / 1000));
  const options = ['-inform', 'DER', '-in', 's.p7s', '-content', 'd.bin', '-CAfile', 'c.pem', '-attime', at];
  const args = [
    'cms',
    '-verify',
    '-cades',
    '-binary',
    '-purpose',
    'any',
    '-partial_chain',
    ...options,
    '-out',
    'o.bin',
  ];
  expect(spawnSync('openssl', args, { cwd: dir, encoding: 'utf8' }).stderr).toContain('CAdES Verification successful');
});
