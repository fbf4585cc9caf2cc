import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OID } from '#formats/cms/oid.ts';
import { context, integer, isTrue, octets, oid, sequence } from '#infra/asn1/asn1.ts';
import {
  AHORA,
  ecPair,
  essFor,
  HUELLA,
  hora,
  type Mentira,
  makeAutoridadDeTiempo,
  makeLlave,
  makeToken,
  NONCE,
  sha256,
  usage,
  verifyBy,
  verifySelloDeTiempo,
} from '../../../tests/support/tsa/make-token.ts';

const PREGUNTA = { nonce: NONCE, now: AHORA };
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';

const verify = (mentira: Partial<Mentira> = {}) =>
  verifySelloDeTiempo({ token: makeToken(mentira), resumen: HUELLA, pregunta: PREGUNTA });

describe('a good time stamp', () => {
  it('says when, according to whom, and keeps the certificates that came along, its own first', () => {
    const firmante = makeLlave({ nombre: 'Autoridad de tiempo' });
    const otro = makeAutoridadDeTiempo('Otra');
    const token = makeToken({ firmante, certificados: [otro.cer, firmante.cer] });
    const respuesta = verifySelloDeTiempo({ token, resumen: HUELLA, pregunta: PREGUNTA });
    expect(respuesta).toMatchObject({
      resultado: 'SELLADO',
      sello: { fecha: AHORA, emisor: 'Autoridad de tiempo', token },
    });
    const { certificados } = (respuesta as Extract<typeof respuesta, { resultado: 'SELLADO' }>).sello;
    expect(certificados.map((der) => Buffer.from(der))).toEqual([Buffer.from(firmante.cer), Buffer.from(otro.cer)]);
  });

  it('may have a fraction of a second, be signed with an elliptic curve, and name its certificate the older way', () => {
    expect(verify({ fecha: hora('20260302183005.25Z') })).toMatchObject({
      sello: { fecha: new Date('2026-03-02T18:30:05.250Z') },
    });
    expect(verify({ firmante: makeLlave({ pair: ecPair }), signatureAlgorithm: '1.2.840.10045.4.3.2' }).resultado).toBe(
      'SELLADO',
    );
    const firmante = makeLlave();
    expect(verify({ firmante, ess: essFor(firmante.cer, 1) }).resultado).toBe('SELLADO');
  });

  it('may be of a SHA-512, and says by which authority it can be verified and until when', () => {
    const [sha512, autoridad] = [
      Buffer.alloc(64, 7),
      makeAutoridadDeTiempo('Autoridad que acaba', undefined, { anios: 3 }),
    ];
    const token = makeToken({
      firmante: makeLlave({ emisor: autoridad, anios: 5 }),
      sha256: sha512,
      hashAlgorithm: OID.sha512,
    });
    const respuesta = verifyBy(autoridad.cer)({ token, resumen: sha512 });
    if (respuesta.resultado !== 'SELLADO') throw new Error(respuesta.motivo);
    expect(respuesta.sello.cadena.at(-1)).toEqual(new Uint8Array(autoridad.cer));
    expect(respuesta.sello.hasta).toEqual(new Date(AHORA.getTime() + 3 * 365 * 86_400_000));
    expect(verifyBy(autoridad.cer)({ token, resumen: sha512.subarray(32) }).resultado).toBe('SIN_RESPUESTA');
  });

  it('is judged by itself years later, when its certificate has expired and nobody remembers the nonce', () => {
    expect(verifySelloDeTiempo({ token: makeToken(), resumen: HUELLA })).toMatchObject({ resultado: 'SELLADO' });
  });
});

describe('what is refused', () => {
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const unsigned = 'not signed by a certificate that came along';
  const critical = sequence(oid('1.2.3'), isTrue(), octets(Uint8Array.of(5, 0)));
  const cases: [string, Partial<Mentira>, string | RegExp][] = [
    ['a stamp of something else', { sha256: sha256('otra cosa') }, 'stamps something else'],
    ['the same octets under another hash', { hashAlgorithm: OID.sha512 }, 'stamps something else'],
    ['an answer to another question', { after: [integer(Uint8Array.of(0x41))] }, 'answers another question'],
    ['an answer to no question', { after: [] }, 'answers another question'],
    ['a clock that is behind', { fecha: hora('20260302182400Z') }, /^its clock says 2026-03-02T18:24/],
    ['a clock that is ahead', { fecha: hora('20260302183600Z') }, /^its clock says 2026-03-02T18:36/],
    ['an impossible time', { fecha: hora('20260231000000Z') }, 'malformed answer'],
    ['a fraction that ends in zero', { fecha: hora('20260302183005.50Z') }, 'malformed answer'],
    ['a critical extension', { after: [integer(NONCE), context(1, critical)] }, 'malformed answer'],
    ['what is no time stamp', { contentType: OID.data, statedType: OID.data }, 'not a time stamp'],
    ['a certificate for other uses', { firmante: makeLlave({ extensions: usage(true, CODE_SIGNING) }) }, /not for/],
    ['one without uses', { firmante: makeLlave({ extensions: [] }) }, /not for stamping/],
    ['a use that is not critical', { firmante: makeLlave({ extensions: usage(false, TIME_STAMPING) }) }, /not for/],
    [
      'one for other uses too',
      { firmante: makeLlave({ extensions: usage(true, TIME_STAMPING, CODE_SIGNING) }) },
      /not for stamping/,
    ],
    ['a certificate that had expired', { firmante: makeLlave({ anios: -0.5 }) }, 'its certificate was not valid then'],
    ['another’s signature', { signedBy: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey }, unsigned],
    ['a weak key', { firmante: makeLlave({ pair: weak }) }, unsigned],
    ['an algorithm that is not the key’s', { signatureAlgorithm: '1.2.840.10045.4.3.2' }, unsigned],
    ['a hash that is not the signature’s', { signatureAlgorithm: '1.2.840.113549.1.1.13' }, unsigned],
    ['attributes of other content', { statedDigest: () => sha256('otro') }, unsigned],
    ['attributes of another kind', { statedType: OID.data }, unsigned],
    ['no certificate', { certificados: [] }, unsigned],
    ['a certificate that is not named', { ess: essFor(makeLlave({ nombre: 'otra' }).cer) }, unsigned],
    ['no name of the certificate', { ess: [] }, 'malformed answer'],
    ['two signers', { signers: 2 }, 'malformed answer'],
  ];
  it.each(cases)('%s', (_, mentira, motivo) => {
    expect(verify(mentira)).toEqual({
      resultado: 'SIN_RESPUESTA',
      motivo: typeof motivo === 'string' ? motivo : expect.stringMatching(motivo),
    });
  });

  it('anything that is not one, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (token) => {
        expect(verifySelloDeTiempo({ token, resumen: HUELLA })).toMatchObject({ resultado: 'SIN_RESPUESTA' });
      }),
    );
  });

  it('a good one with any bit flipped, unless it still says the same', () => {
    const good = makeToken();
    fc.assert(
      fc.property(fc.nat(good.length * 8 - 1), (bit) => {
        const token = Uint8Array.from(good);
        token[bit >> 3] = (token[bit >> 3] as number) ^ (1 << (bit & 7));
        const respuesta = verifySelloDeTiempo({ token, resumen: HUELLA, pregunta: PREGUNTA });
        if (respuesta.resultado === 'SELLADO')
          expect(respuesta.sello).toMatchObject({ fecha: AHORA, emisor: 'Sello de tiempo' });
      }),
      { numRuns: 500 },
    );
  });
});

describe('who vouches for it', () => {
  const newPair = (bits = 2048, publicExponent = 0x10001) =>
    generateKeyPairSync('rsa', { modulusLength: bits, publicExponent });
  const deRaiz = newPair();
  const raiz = makeAutoridadDeTiempo('Raíz', deRaiz);
  const deIntermedia = newPair();
  const intermedia = makeAutoridadDeTiempo('Intermedia', deIntermedia, { emisor: raiz });
  const stampedBy = (emisor: typeof raiz, ...certificados: Uint8Array[]) => {
    const firmante = makeLlave({ emisor });
    return makeToken({ firmante, certificados: [firmante.cer, ...certificados] });
  };
  const judgeBy = (token: Uint8Array, ...autoridades: Uint8Array[]) =>
    verifyBy(...autoridades)({ token, resumen: HUELLA }).resultado;

  it('is trusted itself, or stands under one that is by authorities that came along', () => {
    expect(judgeBy(stampedBy(raiz), raiz.cer)).toBe('SELLADO');
    expect(judgeBy(stampedBy(intermedia, intermedia.cer), raiz.cer)).toBe('SELLADO');
    expect(judgeBy(stampedBy(intermedia), intermedia.cer)).toBe('SELLADO');
  });

  it('is nobody that is trusted: the stamp is no stamp', () => {
    const impostora = makeAutoridadDeTiempo('Raíz', newPair());
    expect(judgeBy(stampedBy(impostora, impostora.cer), raiz.cer)).toBe('NO_CONFIABLE');
    expect(judgeBy(stampedBy(intermedia), raiz.cer)).toBe('NO_CONFIABLE');
    expect(judgeBy(stampedBy(raiz), intermedia.cer)).toBe('NO_CONFIABLE');
  });

  it('was not in force then, is no authority, or has a weak key or signature', () => {
    const past = makeAutoridadDeTiempo('Pasada', deIntermedia, { emisor: raiz, anios: -1 });
    expect(judgeBy(stampedBy(past, past.cer), raiz.cer)).toBe('NO_CONFIABLE');
    const noAutoridad = {
      nombre: 'Sello ajeno',
      ...makeLlave({ nombre: 'Sello ajeno', emisor: raiz, pair: deIntermedia }),
    };
    expect(judgeBy(stampedBy(noAutoridad, noAutoridad.cer), raiz.cer)).toBe('NO_CONFIABLE');
    const debil = makeAutoridadDeTiempo('Débil', newPair(1024), { emisor: raiz });
    expect(judgeBy(stampedBy(debil, debil.cer), raiz.cer)).toBe('NO_CONFIABLE');
    const facil = makeAutoridadDeTiempo('Fácil', newPair(2048, 3), { emisor: raiz });
    expect(judgeBy(stampedBy(facil, facil.cer), raiz.cer)).toBe('NO_CONFIABLE');
    const firmante = makeLlave({ emisor: raiz, resumen: 'sha1' });
    expect(judgeBy(makeToken({ firmante }), raiz.cer)).toBe('NO_CONFIABLE');
  });
});
