import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCertificado, extendedKeyUsage, signStructure } from '#demo/autoridad/build-certificado.ts';
import { buildOcspAnswer } from '#demo/autoridad/build-ocsp-answer.ts';
import { issuerOf } from '#demo/autoridad/create-autoridad.ts';
import { buildNombre } from '#demo/autoridad/nombre.ts';
import { readX509 } from '#formats/der/x509.ts';
import {
  context,
  contextPrimitive,
  enumerated,
  fechaGeneral,
  fromDer,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  toDer,
} from '#infra/asn1/asn1.ts';
import {
  AHORA,
  type AutoridadDePrueba,
  answerOcsp,
  createAutoridadDePrueba,
} from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { buildOcspRequest } from './build-ocsp-request.ts';
import { buildCertId } from './cert-id.ts';
import { createVistas, type Vistas } from './respuestas-vistas.ts';
import { verifyOcspAnswer } from './verify-ocsp-answer.ts';

type Firmante = AutoridadDePrueba['ocsp'];
let autoridad: AutoridadDePrueba;
let impostor: AutoridadDePrueba;
let cer: Uint8Array;
const nonce = new Uint8Array(randomBytes(16));
const minutes = (count: number) => new Date(AHORA.getTime() + count * 60_000);

beforeAll(async () => {
  [autoridad, impostor] = await Promise.all([createAutoridadDePrueba(), createAutoridadDePrueba()]);
  ({ cer } = await autoridad.issue());
}, 60_000);

interface Answer {
  about?: Uint8Array;
  signer?: Firmante;
  desde?: Date;
  hasta?: Date;
  echoed?: Uint8Array;
}

/** What a service would answer, with whatever is wrong about it. */
function answer({
  about = cer,
  signer = autoridad.ocsp,
  desde = AHORA,
  hasta = minutes(1),
  echoed = nonce,
}: Answer = {}) {
  const request = buildOcspRequest(buildCertId(about, autoridad.ac.cer), echoed);
  return answerOcsp(autoridad, signer, request, { desde, hasta });
}

const judge = (der: Uint8Array, options: { now?: Date; nonce?: Uint8Array | null; vistas?: Vistas } = {}) =>
  verifyOcspAnswer({ der, certificado: cer, emisor: autoridad.ac.cer, now: AHORA, nonce, ...options });

const noAnswer = (motivo: string) => ({ resultado: 'SIN_RESPUESTA', motivo: expect.stringContaining(motivo) });

describe('an answer counts', () => {
  test('signed by the delegate or by the authority itself', () => {
    const der = answer();
    expect(judge(der)).toEqual({ resultado: 'BUENO', der, vigenteHasta: minutes(1) });
    expect(judge(answer({ signer: autoridad.ac }))).toMatchObject({ resultado: 'BUENO' });
  });

  test('within five minutes of skew on both sides', () => {
    expect(judge(answer({ desde: minutes(5), hasta: minutes(6) }))).toMatchObject({ resultado: 'BUENO' });
    expect(judge(answer({ desde: minutes(-9), hasta: minutes(-5) }))).toMatchObject({ resultado: 'BUENO' });
  });

  test('as stored evidence, at the moment when it was given', () => {
    const der = answer();
    expect(judge(der, { nonce: null })).toMatchObject({ resultado: 'BUENO' });
    expect(judge(der, { nonce: null, now: minutes(60 * 24 * 365) })).toEqual(noAnswer('stale answer'));
  });
});

describe('an answer does not count', () => {
  test('about another certificate', async () => {
    const other = await autoridad.issue();
    expect(judge(answer({ about: other.cer }))).toEqual(noAnswer('not about this certificate'));
  });

  test('signed by an e.firma of the same authority', async () => {
    const { cer: about, llaves } = await autoridad.issue();
    const signer = { cer: about, privateKey: llaves.privateKey } as Firmante;
    expect(judge(answer({ signer }))).toEqual(noAnswer('not signed by the authority'));
  });

  test('signed by the delegate, or the authority, of an impostor with identical names', () => {
    expect(judge(answer({ signer: impostor.ocsp }))).toEqual(noAnswer('not signed by the authority'));
    expect(judge(answer({ signer: impostor.ac }))).toEqual(noAnswer('not signed by the authority'));
  });

  test('signed with another key than its certificate’s', () => {
    const signer = { cer: autoridad.ocsp.cer, privateKey: impostor.ocsp.privateKey };
    expect(judge(answer({ signer }))).toEqual(noAnswer('not signed by the authority'));
  });

  test('to another question', () => {
    const echoed = new Uint8Array(randomBytes(16));
    expect(judge(answer({ echoed }))).toEqual(noAnswer('answers another question'));
  });

  test('when its delegate is past', () => {
    const now = minutes(60 * 24 * 365 * 13);
    const der = answer({ desde: now, hasta: new Date(now.getTime() + 60_000) });
    expect(judge(der, { now })).toEqual(noAnswer('responder not valid'));
  });

  test('when it is stale; with our own nonce inside, it is our clock that is wrong', () => {
    const der = answer({ desde: minutes(-10), hasta: minutes(-5.1) });
    expect(judge(der, { nonce: null })).toEqual(noAnswer('stale answer'));
    expect(judge(der)).toMatchObject({ resultado: 'RELOJ_DESFASADO' });
  });

  test('when it comes from the future: clock skew', () => {
    expect(judge(answer({ desde: minutes(5.1), hasta: minutes(7) }))).toMatchObject({ resultado: 'RELOJ_DESFASADO' });
  });

  test('when it ends before it begins', () => {
    expect(judge(answer({ desde: AHORA, hasta: minutes(-1) }))).toEqual(noAnswer('ends before it begins'));
  });
});

describe('without a nonce', () => {
  const NONE = new Uint8Array();
  /** As services that answer everybody the same do: nothing of the question in it. */
  const plain = (signer = autoridad.ocsp, desde = AHORA, hasta = minutes(1), resumen: 'sha1' | 'sha256' = 'sha256') =>
    withoutNonce(signer, desde, hasta, resumen);

  function withoutNonce(signer: Firmante, desde: Date, hasta: Date, resumen: 'sha1' | 'sha256') {
    const { issuerNameHash, issuerKeyHash, serialNumber } = buildCertId(cer, autoridad.ac.cer);
    const sha1 = sequence(oid('1.3.14.3.2.26'), nothing());
    const certId = sequence(sha1, octets(issuerNameHash), octets(issuerKeyHash), integer(serialNumber));
    const single = sequence(certId, contextPrimitive(0, NONE), fechaGeneral(desde), context(0, fechaGeneral(hasta)));
    const responder = context(1, fromDer(readX509(signer.cer).subject.raw));
    const data = sequence(responder, fechaGeneral(desde), sequence(single));
    const basic = signStructure(data, signer.privateKey, resumen, context(0, sequence(fromDer(signer.cer))));
    return toDer(sequence(enumerated(0), context(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic)))));
  }

  test('counts while it is of these minutes', () => {
    expect(judge(plain())).toMatchObject({ resultado: 'BUENO' });
    expect(judge(plain(), { now: minutes(5) })).toMatchObject({ resultado: 'BUENO' });
  });

  test('does not count later, however long it says that it holds', () => {
    const der = plain(autoridad.ocsp, AHORA, minutes(7 * 24 * 60));
    expect(judge(der, { now: minutes(5.1) })).toEqual(noAnswer('not fresh'));
    expect(judge(der, { now: minutes(5.1), nonce: null })).toMatchObject({ resultado: 'BUENO' });
  });

  test('does not count under SHA-1, which is believed with our nonce inside only', () => {
    expect(judge(plain(autoridad.ocsp, AHORA, minutes(1), 'sha1'))).toEqual(noAnswer('not signed by the authority'));
  });

  test('the same again counts for others while it holds, and is a replay afterwards', () => {
    const vistas = createVistas();
    const der = plain();
    expect(judge(der, { vistas })).toMatchObject({ resultado: 'BUENO' });
    expect(judge(der, { vistas, now: minutes(1) })).toMatchObject({ resultado: 'BUENO' });
    expect(judge(der, { vistas, now: minutes(1.1) })).toEqual(noAnswer('a replay'));
  });

  test('one older than what was said since is a replay at once, also of an answer with our nonce', () => {
    const vistas = createVistas();
    const old = plain(autoridad.ocsp, minutes(-1), minutes(9));
    expect(judge(old, { vistas })).toMatchObject({ resultado: 'BUENO' });
    expect(judge(answer(), { vistas })).toMatchObject({ resultado: 'BUENO' });
    expect(judge(old, { vistas })).toEqual(noAnswer('a replay'));
  });

  test('is signed by keys that can be believed: the delegate is judged as well', () => {
    for (const [exponent, bits] of [
      [3, 2048],
      [0x10001, 1024],
    ] as const) {
      const pair = generateKeyPairSync('rsa', { modulusLength: bits, publicExponent: exponent });
      expect(judge(plain(makeDelegate({ pair })))).toEqual(noAnswer('not signed by the authority'));
    }
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(judge(plain(makeDelegate({ pair })))).toMatchObject({ resultado: 'BUENO' });
    expect(judge(plain(makeDelegate({ pair, resumen: 'sha1' })))).toEqual(noAnswer('not signed by the authority'));
    expect(judge(plain(makeDelegate({ pair, uso: '1.3.6.1.5.5.7.3.8' })))).toEqual(
      noAnswer('not signed by the authority'),
    );
  });
});

/** A delegate of the authority, with whatever is wrong about it. */
function makeDelegate({
  pair,
  resumen = 'sha256',
  uso = '1.3.6.1.5.5.7.3.9',
}: {
  pair: { publicKey: KeyObject; privateKey: KeyObject };
  resumen?: 'sha1' | 'sha256';
  uso?: string;
}): Firmante {
  const cer = buildCertificado({
    serie: '00001088888800000009',
    issuer: issuerOf(autoridad.ac),
    subject: buildNombre([{ type: 'commonName', value: 'Otro delegado' }]),
    validoDesde: minutes(-60),
    validoHasta: minutes(60),
    publicKey: pair.publicKey,
    extensions: [extendedKeyUsage(uso)],
    signWith: autoridad.ac.privateKey,
    resumen,
  });
  return { cer, privateKey: pair.privateKey };
}

test.each([
  [undefined, undefined],
  [0, undefined],
  [1, undefined],
  [6, true],
  [8, true],
])('revoked for reason %s is for now only: %s', (motivo, suspendido) => {
  const request = buildOcspRequest(buildCertId(cer, autoridad.ac.cer), nonce);
  const estado = () => ({ revocadoEn: minutes(-10), motivo });
  const por = { ac: autoridad.ac.cer, ocsp: autoridad.ocsp };
  const der = buildOcspAnswer(request, por, estado, { desde: AHORA, hasta: minutes(1) });
  const respuesta = judge(der);
  expect(respuesta.resultado).toBe('REVOCADO');
  expect('suspendido' in respuesta ? respuesta.suspendido : undefined).toBe(suspendido);
});

test('mutated answers never say anything else, and never throw', () => {
  const der = answer();
  const flips = fc.array(fc.tuple(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1 });
  fc.assert(
    fc.property(flips, (changes) => {
      const mutated = Uint8Array.from(der);
      for (const [at, mask] of changes) mutated[at] = (mutated[at] as number) ^ mask;
      expect(['SIN_RESPUESTA', 'BUENO']).toContain(judge(mutated).resultado);
      expect(['SIN_RESPUESTA', 'BUENO']).toContain(judge(mutated, { nonce: null }).resultado);
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(judge(bytes).resultado).toBe('SIN_RESPUESTA');
    }),
  );
});
