import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
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
import { buildCertId, buildOcspRequest } from './cert-id.ts';
import { createVistas, type Vistas, verifyOcspAnswer } from './verify-ocsp-answer.ts';

type Firmante = AutoridadDePrueba['ocsp'];
let autoridad: AutoridadDePrueba;
let cer: Uint8Array;
const nonce = new Uint8Array(randomBytes(16));
const minutes = (count: number) => new Date(AHORA.getTime() + count * 60_000);

beforeAll(async () => {
  autoridad = await createAutoridadDePrueba();
  ({ cer } = await autoridad.issue());
});

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
