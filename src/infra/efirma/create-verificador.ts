import { constants, createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { EfirmaError } from '#domain/efirma/efirma-error.ts';
import { type CertificadoLeido, describeCertificado } from '#domain/efirma/read-certificado.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { parseRfc } from '#domain/rfc.ts';
import { OID } from '#formats/cms/oid.ts';
import { readX509, sameBytes } from '#formats/der/x509.ts';
import { isStrongKey, isWeakSignature } from '#infra/firma/fortaleza.ts';
import { type Autoridad, isIssuedBy, type TrustStore } from './load-trust-store.ts';
import { createLruCache } from './lru-cache.ts';

const MAX_BYTES = 8192;
const CACHED_CERTIFICATES = 512;
const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';

/** A certificate that was seen before, with its own copy of the bytes. */
interface Conocido extends Encadenado {
  huella: string;
  der: Uint8Array;
}

export type Verificador = ReturnType<typeof createVerificador>;

/** An e.firma certificate whose chain, kind and dates were checked; every field was read from `der`. */
export type CertificadoVerificado = Extract<ReturnType<typeof judge>, { ok: true }>['value'];

/** Verifies e.firma certificates and signatures against the authorities given. */
export function createVerificador(trustStore: TrustStore) {
  const known = createLruCache<Conocido>(CACHED_CERTIFICATES);
  return {
    /** In the order of efirma.md; revocation comes after, by OCSP. Never throws, whatever the bytes. */
    verifyCertificado(der: Uint8Array, now: Date): ReturnType<typeof judge> {
      if (der.length === 0 || der.length > MAX_BYTES) return fail('CERTIFICADO_ILEGIBLE');
      const huella = createHash('sha256').update(der).digest('hex');
      const cached = known.get(huella);
      if (cached) return judge(cached, now);
      const own = Uint8Array.from(der);
      const chained = chainCertificado(own, trustStore);
      if (!chained.ok) return chained;
      const conocido = { ...chained.value, huella, der: own };
      known.set(huella, conocido);
      return judge(conocido, now);
    },
    listAutoridades: (der: Uint8Array) => listAutoridades(der, trustStore),
    verifyFirma,
  };
}

/** The authorities (DER) above a certificate, from the one that signed it to its root; none when it is of no known one. */
function listAutoridades(der: Uint8Array, trustStore: TrustStore): Uint8Array[] {
  const chained = chainCertificado(der, trustStore);
  if (!chained.ok) return [];
  const chain = [chained.value.autoridad];
  for (let last = chained.value.autoridad; !last.isRaiz; ) {
    const { certificado } = last;
    const above = trustStore.find((candidate) => isIssuedBy(certificado, candidate));
    if (!above) break;
    chain.push(above);
    last = above;
  }
  return chain.map(({ der: each }) => each);
}

function judge({ autoridad, huella, der, leido, publicKey }: Conocido, now: Date) {
  if (leido.kind !== 'EFIRMA') return fail(leido.kind === 'CSD' ? 'CERTIFICADO_ES_CSD' : 'CERTIFICADO_NO_ES_EFIRMA');
  const unfit = findDateError(leido, autoridad, now);
  if (unfit) return fail(unfit);
  if (!isStrongKey(publicKey)) return fail('CERTIFICADO_DEBIL');
  const parsed = parseRfc(leido.rfc ?? '');
  if (!parsed.ok) return fail(parsed.error === 'RFC_GENERICO' ? 'RFC_GENERICO' : 'CERTIFICADO_NO_ES_EFIRMA');
  const rfc = parsed.value;
  const { serie, rfcRepresentante, curp, curpRepresentante, nombre, correo, validoDesde, validoHasta } = leido;
  const holder = { rfc, rfcRepresentante, curp, curpRepresentante, nombre: nombre || rfc, correo };
  /** The authority that signed it, DER: the issuer that OCSP asks about. */
  const emisor = autoridad.der;
  return ok({ der, huella, serie, ...holder, validoDesde, validoHasta, publicKey, emisor });
}

/**
 * An authority that has expired still names its certificates: they are «vencidos», not unknown, though not by the dates
 * that they bear. Roots are anchors.
 */
function findDateError(leido: CertificadoLeido, autoridad: Autoridad, now: Date): EfirmaError | null {
  if (now > leido.validoHasta) return 'CERTIFICADO_VENCIDO';
  if (now < leido.validoDesde) return 'CERTIFICADO_AUN_NO_VIGENTE';
  const isVigente = autoridad.isRaiz || (now >= autoridad.validoDesde && now <= autoridad.validoHasta);
  return isVigente ? null : 'AUTORIDAD_NO_VIGENTE';
}

/** Whether `firma` is the certificate's signature of `text` (in UTF-8 if a string): RSA-SHA256, PKCS#1 v1.5. */
function verifyFirma(
  { publicKey }: Pick<CertificadoVerificado, 'publicKey'>,
  text: string | Uint8Array,
  firma: Uint8Array,
): boolean {
  const data = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  try {
    return verify('sha256', data, { key: publicKey, padding: constants.RSA_PKCS1_PADDING }, firma);
  } catch {
    return false;
  }
}

/** A certificate with its chain proved: true at any time, so that it can be kept. */
interface Encadenado {
  autoridad: Autoridad;
  leido: CertificadoLeido;
  publicKey: KeyObject;
}

/**
 * Finds the authority that signed a certificate, and reads what it says. An issuer's name is written as in the issuer's own
 * certificate (RFC 5280, 4.1.2.6), and no signature but an e.firma's is verified. Never throws.
 */
export function chainCertificado(der: Uint8Array, trustStore: TrustStore): Result<Encadenado, EfirmaError> {
  try {
    // Its limits are judged before anything is computed from it. `X509Certificate` takes as long as all of this.
    const x509 = readX509(der);
    const leido = describeCertificado(x509);
    const { signatureAlgorithm, publicKeyAlgorithm, issuer, tbs, signature } = x509;
    if (isWeakSignature(signatureAlgorithm)) return fail('CERTIFICADO_DEBIL');
    if (signatureAlgorithm !== SHA256_WITH_RSA || publicKeyAlgorithm !== OID.rsaEncryption)
      return fail('CERTIFICADO_NO_ES_EFIRMA');
    const named = trustStore.filter(({ nombre }) => sameBytes(nombre, issuer.raw));
    const autoridad = named.find((each) => verifyFirma(each, tbs, signature));
    if (!autoridad) return fail('AUTORIDAD_DESCONOCIDA');
    const publicKey = createPublicKey({ key: Buffer.from(x509.publicKeyBits), format: 'der', type: 'pkcs1' });
    return ok({ autoridad, leido, publicKey });
  } catch {
    return fail('CERTIFICADO_ILEGIBLE');
  }
}
