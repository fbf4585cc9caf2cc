import { createHash, createPublicKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { issueEfirma } from '#demo/autoridad/issue-efirma.ts';
import { buildLoginText } from '#domain/efirma/login-text.ts';
import { octets, oid, sequence } from '#infra/asn1/asn1.ts';
import {
  AHORA,
  type AutoridadDePrueba,
  createAutoridadDePrueba,
  daysFrom,
  FISICA,
  forgeWith,
  MORAL,
} from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { createVerificador, type Verificador } from './create-verificador.ts';
import { loadTrustStore } from './load-trust-store.ts';

let autoridad: AutoridadDePrueba;
let verificador: Verificador;
type Spec = NonNullable<Parameters<AutoridadDePrueba['issue']>[0]>;

beforeAll(async () => {
  autoridad = await createAutoridadDePrueba();
  verificador = createVerificador(loadTrustStore(autoridad.acDir));
});

async function verdict(spec: Spec, now = AHORA) {
  const result = verificador.verifyCertificado((await autoridad.issue(spec)).cer, now);
  return result.ok ? 'ACEPTADO' : result.error;
}

describe('an e.firma of a trusted authority', () => {
  test('is accepted, with everything read from its bytes', async () => {
    const { cer, serie } = await autoridad.issue();
    const result = verificador.verifyCertificado(cer, AHORA);
    const { rfc, nombre, curp, correo } = FISICA;
    expect(result).toMatchObject({ ok: true, value: { rfc, nombre, curp, correo, serie, rfcRepresentante: null } });
    expect(result.ok && result.value.der).toEqual(cer);
    expect(result.ok && result.value.emisor).toEqual(autoridad.ac.cer);
  });

  test.each<[string, Spec]>([
    ['of a persona moral', MORAL],
    ['with Ñ', { rfc: 'OAÑJ900715T31', nombre: 'JIMENA OÑATE ÑUÑEZ' }],
    ['with &', { ...MORAL, rfc: 'M&R150820HB5' }],
    ['whose RFC fails its check digit', { rfc: 'AAA010101AAA' }],
    ['with a key of 4096 bits', { bits: 4096 }],
    ['on its first second', { validoDesde: AHORA }],
    ['on its last second', { validoHasta: AHORA }],
  ])('is accepted %s', async (_, spec) => {
    expect(await verdict(spec)).toBe('ACEPTADO');
  });
});

describe('what is refused, each by its own name', () => {
  test.each<[string, string, Spec]>([
    ['CERTIFICADO_VENCIDO', 'expired', { validoHasta: new Date(AHORA.getTime() - 1000) }],
    ['CERTIFICADO_AUN_NO_VIGENTE', 'future', { validoDesde: new Date(AHORA.getTime() + 1000) }],
    ['CERTIFICADO_ES_CSD', 'a CSD', { clase: 'CSD' }],
    ['CERTIFICADO_ES_CSD', 'a CSD without OU', { clase: 'CSD_SIN_OU' }],
    ['CERTIFICADO_ES_CSD', 'an expired CSD', { clase: 'CSD', validoHasta: daysFrom(AHORA, -1) }],
    ['CERTIFICADO_DEBIL', 'signed with SHA-1', { resumen: 'sha1' }],
    ['CERTIFICADO_DEBIL', 'RSA of 1024 bits', { bits: 1024 }],
    ['CERTIFICADO_NO_ES_EFIRMA', 'without an RFC', { rfc: 'LOCALHOST' }],
    ['RFC_GENERICO', 'the generic RFC', { rfc: 'XAXX010101000' }],
    ['RFC_GENERICO', 'the generic RFC of foreigners', { rfc: 'XEXX010101000' }],
    [
      'CERTIFICADO_ILEGIBLE',
      'an RFC that comes twice',
      { otrosAtributos: [{ type: 'uniqueIdentifier', value: MORAL.rfc }] },
    ],
  ])('%s: %s', async (error, _, spec) => {
    expect(await verdict(spec)).toBe(error);
  });

  test('AUTORIDAD_DESCONOCIDA: an impostor authority of identical names', async () => {
    const impostor = await createAutoridadDePrueba();
    const { cer } = await impostor.issue();
    expect(verificador.verifyCertificado(cer, AHORA)).toEqual({ ok: false, error: 'AUTORIDAD_DESCONOCIDA' });
  });

  test('AUTORIDAD_DESCONOCIDA: issued by the holder of an e.firma', async () => {
    const forged = await forgeWith(await autoridad.issue());
    expect(verificador.verifyCertificado(forged.cer, AHORA)).toEqual({ ok: false, error: 'AUTORIDAD_DESCONOCIDA' });
  });

  test('AUTORIDAD_DESCONOCIDA: signed by an authority in the name of another', async () => {
    const emisor = { cer: autoridad.raiz.cer, privateKey: autoridad.ac.privateKey };
    const { cer } = await issueEfirma(emisor, { ...FISICA, serie: '30001000000900009999' });
    expect(verificador.verifyCertificado(cer, AHORA)).toEqual({ ok: false, error: 'AUTORIDAD_DESCONOCIDA' });
  });

  test('CERTIFICADO_NO_ES_EFIRMA: the authorities themselves and their OCSP delegate', () => {
    for (const { cer } of [autoridad.raiz, autoridad.ac, autoridad.ocsp]) {
      expect(verificador.verifyCertificado(cer, AHORA)).toEqual({ ok: false, error: 'CERTIFICADO_NO_ES_EFIRMA' });
    }
  });

  test('CERTIFICADO_ILEGIBLE: PEM, trailing bytes, truncated, empty, too large, a key', async () => {
    const { cer, key } = await autoridad.issue();
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(cer).toString('base64')}\n-----END CERTIFICATE-----\n`;
    const trailing = Uint8Array.of(...cer, 0);
    const large = Uint8Array.of(...cer, ...new Uint8Array(8192));
    for (const bytes of [Buffer.from(pem), trailing, cer.subarray(0, -1), new Uint8Array(), large, key]) {
      expect(verificador.verifyCertificado(bytes, AHORA)).toEqual({ ok: false, error: 'CERTIFICADO_ILEGIBLE' });
    }
  });

  test('an authority that has expired still names its certificates: expired, not unknown', async () => {
    const { cer } = await autoridad.issue({ validoHasta: daysFrom(AHORA, 400) });
    const later = daysFrom(AHORA, 13 * 365);
    expect(verificador.verifyCertificado(cer, later)).toEqual({ ok: false, error: 'CERTIFICADO_VENCIDO' });
    const outlives = await autoridad.issue({ validoHasta: daysFrom(AHORA, 20 * 365) });
    expect(verificador.verifyCertificado(outlives.cer, later)).toEqual({ ok: false, error: 'AUTORIDAD_NO_VIGENTE' });
  });

  test('a verdict from the cache knows what time it is', async () => {
    const { cer } = await autoridad.issue();
    expect(verificador.verifyCertificado(cer, AHORA).ok).toBe(true);
    expect(verificador.verifyCertificado(cer, daysFrom(AHORA, 2000))).toEqual({
      ok: false,
      error: 'CERTIFICADO_VENCIDO',
    });
  });
});

describe('what an enemy would have certified', () => {
  const OWN = generateKeyPairSync('rsa', { modulusLength: 2048 });

  async function issueWith(exponent: string) {
    const { n } = OWN.publicKey.export({ format: 'jwk' });
    const e = Buffer.from(exponent, 'hex').toString('base64url');
    const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'RSA', n: n as string, e } });
    return (await autoridad.issue({ llaves: { ...OWN, publicKey } })).cer;
  }

  test('an exponent of 1, under which anyone signs without a key, and others that are weak', async () => {
    const text = Buffer.from('lo que nadie firmó');
    const digestInfo = Buffer.concat([
      Buffer.from('3031300d060960864801650304020105000420', 'hex'),
      createHash('sha256').update(text).digest(),
    ]);
    const padding = Buffer.alloc(256 - 3 - digestInfo.length, 0xff);
    const forged = Buffer.concat([Uint8Array.of(0, 1), padding, Uint8Array.of(0), digestInfo]);
    const cer = await issueWith('01');
    expect(verificador.verifyFirma(chainedKey(cer), text, forged)).toBe(true);
    for (const exponent of ['01', '03', '010000', '010002', 'ff'.repeat(33)])
      expect(verificador.verifyCertificado(await issueWith(exponent), AHORA)).toEqual({
        ok: false,
        error: 'CERTIFICADO_DEBIL',
      });
  });

  test.each<[string, Spec]>([
    ['names without end', { nombre: 'A'.repeat(800) }],
    [
      'parts of a name without end',
      { otrosAtributos: Array.from({ length: 40 }, () => ({ type: 'country', value: 'MX' })) },
    ],
    [
      'extensions without end',
      {
        otrasExtensiones: Array.from({ length: 40 }, (_, at) =>
          sequence(oid(`1.2.3.${at}`), octets(Uint8Array.of(5, 0))),
        ),
      },
    ],
    ['a serial number without end', { serie: '3'.repeat(40) }],
  ])('%s', async (_, spec) => {
    expect(await verdict(spec)).toBe('CERTIFICADO_ILEGIBLE');
  });

  const chainedKey = (cer: Uint8Array) => ({ publicKey: new X509Certificate(cer).publicKey });
});

describe('mutated certificates', () => {
  test('are never accepted and never throw, whichever bytes change', async () => {
    const { cer } = await autoridad.issue();
    const mutations = fc.array(fc.tuple(fc.nat(cer.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1 });
    fc.assert(
      fc.property(mutations, (flips) => {
        const mutated = Uint8Array.from(cer);
        for (const [at, mask] of flips) mutated[at] = (mutated[at] as number) ^ mask;
        fc.pre(!Buffer.from(mutated).equals(Buffer.from(cer)));
        expect(verificador.verifyCertificado(mutated, AHORA).ok).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  test('nor does any other input', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(verificador.verifyCertificado(bytes, AHORA).ok).toBe(false);
      }),
    );
  });
});

describe('a signature', () => {
  const text = buildLoginText({ host: 'localhost:3000', nonce: 'n'.repeat(43), exp: 1_800_000_000, rfc: FISICA.rfc });

  test('is the certificate’s, over that very text', async () => {
    const efirma = await autoridad.issue();
    const result = verificador.verifyCertificado(efirma.cer, AHORA);
    if (!result.ok) throw new Error(result.error);
    const firma = sign('sha256', Buffer.from(text), efirma.llaves.privateKey);
    const verify = (of: string | Uint8Array, by: Uint8Array) => verificador.verifyFirma(result.value, of, by);
    expect(verify(text, firma)).toBe(true);
    expect(verify(Buffer.from(text), firma)).toBe(true);
    expect(verify(`${text} `, firma)).toBe(false);
    expect(verify(text, sign('sha1', Buffer.from(text), efirma.llaves.privateKey))).toBe(false);
    expect(verify(text, firma.subarray(1))).toBe(false);
    expect(verify(text, new Uint8Array())).toBe(false);
    expect(verify(text, new Uint8Array(100_000))).toBe(false);
  });
});
