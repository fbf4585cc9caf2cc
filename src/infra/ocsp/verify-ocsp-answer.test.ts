import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  AHORA,
  type AutoridadDePrueba,
  answerOcsp,
  createAutoridadDePrueba,
} from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { buildCertId, buildOcspRequest } from './cert-id.ts';
import { type Vistas, verifyOcspAnswer } from './verify-ocsp-answer.ts';

type Firmante = AutoridadDePrueba['ocsp'];
let autoridad: AutoridadDePrueba;
let impostor: AutoridadDePrueba;
let cer: Uint8Array;
const nonce = new Uint8Array(randomBytes(16));
const minutes = (count: number) => new Date(AHORA.getTime() + count * 60_000);

beforeAll(async () => {
  [autoridad, impostor] = await Promise.all([createAutoridadDePrueba(), createAutoridadDePrueba()]);
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
