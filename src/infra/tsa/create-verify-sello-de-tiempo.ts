import { createHash, X509Certificate } from 'node:crypto';
import { readSujeto } from '#domain/efirma/sujeto.ts';
import { OID } from '#formats/cms/oid.ts';
import { readSignedData } from '#formats/cms/read-signed-data.ts';
import { nullIfMalformed } from '#formats/der/der.ts';
import { readX509, sameBytes, type X509 } from '#formats/der/x509.ts';
import { readExtendedKeyUsage } from '#formats/der/x509-uso.ts';
import { isIssuedBy, type TrustStore } from '#infra/efirma/load-trust-store.ts';
import { findSigner } from '#infra/firma/find-signer.ts';
import { isStrongKey, isWeakSignature } from '#infra/firma/fortaleza.ts';
import { readTstInfo, type TstInfo } from './read-tst-info.ts';

/** A time stamp (RFC 3161): somebody else's word that a SHA-256 existed at a moment. */
export interface SelloDeTiempo {
  /** The TimeStampToken, DER: what is kept, and what anyone verifies. */
  token: Uint8Array<ArrayBuffer>;
  fecha: Date;
  emisor: string;
  /** The certificates that came along, DER, that of the signer first. */
  certificados: Uint8Array[];
  /** From that of the signer up to the authority of TSA_AC_DIR that vouches for it, DER. */
  cadena: Uint8Array[];
  /** Until when it does: the first end of all of them. */
  hasta: Date;
}

/**
 * What the service answered; `motivo` is a short reason for the log. NO_CONFIABLE is a good stamp by somebody whom no
 * authority in TSA_AC_DIR vouches for: it certifies nothing here.
 */
export type RespuestaDeTsa =
  | { resultado: 'SELLADO'; sello: SelloDeTiempo }
  | { resultado: 'SIN_RESPUESTA' | 'NO_CONFIABLE'; motivo: string };

interface TiempoPorVerificar {
  token: Uint8Array;
  /** The SHA-256 of what is stamped, or what is as long as a SHA-512. */
  resumen: Uint8Array;
  /** Of a stamp that was just asked for: our nonce and our clock. Without it the stamp is judged by itself, years later too. */
  pregunta?: { nonce: Uint8Array; now: Date };
}

export type VerifySelloDeTiempo = (tiempo: TiempoPorVerificar) => RespuestaDeTsa;

const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const SHA512_BYTES = 64;
const SKEW_MS = 5 * 60_000;
/** Of the certificates that came along, those that are looked at for the way up to an authority. */
const MAX_INTERMEDIOS = 6;

/**
 * Judges a time stamp (RFC 3161, 2.2 and 2.3): of this very hash, signed, by a certificate that is for stamping time and
 * nothing else, was valid at that moment and stands under one of `autoridades`, and an answer to our question. Anything less
 * is SIN_RESPUESTA, or NO_CONFIABLE, with its reason.
 */
export function createVerifySelloDeTiempo(autoridades: TrustStore): VerifySelloDeTiempo {
  return (tiempo) => nullIfMalformed(() => judge(tiempo, autoridades)) ?? noAnswer('malformed answer');
}

function judge({ token, resumen, pregunta }: TiempoPorVerificar, autoridades: TrustStore): RespuestaDeTsa {
  const cms = readSignedData(token);
  const { contentType, content } = cms;
  if (contentType !== OID.tstInfo || !content) return noAnswer('not a time stamp');
  const info = readTstInfo(content);
  const certificado = findSigner(cms, (hash) => createHash(hash).update(content).digest());
  if (!certificado) return noAnswer('not signed by a certificate that came along');
  const x509 = readX509(certificado);
  const motivo = explainRefusal(info, resumen, x509) ?? (pregunta ? explainStaleness(info, pregunta) : null);
  if (motivo) return noAnswer(motivo);
  const otros = cms.certificados.filter((other) => other !== certificado);
  const confianza = findConfianza(certificado, otros, autoridades, info.fecha);
  if (!confianza) return { resultado: 'NO_CONFIABLE', motivo: 'its authority is none of those trusted' };
  return {
    resultado: 'SELLADO',
    sello: {
      token: new Uint8Array(token),
      fecha: info.fecha,
      emisor: readSujeto(x509.subject).nombre,
      certificados: [certificado, ...otros],
      ...confianza,
    },
  };
}

/** By which the hash was made, as a message imprint says it (RFC 3161, 2.4.1). */
export function algorithmOf(resumen: Uint8Array): string {
  return resumen.length === SHA512_BYTES ? OID.sha512 : OID.sha256;
}

function explainRefusal(info: TstInfo, resumen: Uint8Array, x509: X509): string | null {
  if (info.hashAlgorithm !== algorithmOf(resumen) || !sameBytes(info.hashedMessage, resumen))
    return 'stamps something else';
  if (!isForTime(x509)) return 'its certificate is not for stamping time';
  if (info.fecha < x509.notBefore || info.fecha > x509.notAfter) return 'its certificate was not valid then';
  return null;
}

/** Up from who signed, by the authorities that came along, until one that is trusted; each strong, and in force then. */
function findConfianza(der: Uint8Array, otros: Uint8Array[], autoridades: TrustStore, at: Date) {
  let rest = otros.slice(0, MAX_INTERMEDIOS).flatMap((other) => readUsable(other, at) ?? []);
  const cadena: Uint8Array[] = [];
  let current = readUsable(der, at);
  let hasta = Number.POSITIVE_INFINITY;
  while (current) {
    const below: X509Certificate = current;
    cadena.push(below.raw);
    hasta = Math.min(hasta, Date.parse(below.validTo));
    const anchor = autoridades.find(
      (each) => at >= each.validoDesde && at <= each.validoHasta && isIssuedBy(below, each),
    );
    if (anchor)
      return { cadena: [...cadena, anchor.der], hasta: new Date(Math.min(hasta, anchor.validoHasta.getTime())) };
    current = rest.find((other) => other.ca && below.checkIssued(other) && below.verify(other.publicKey)) ?? null;
    rest = rest.filter((other) => other !== current);
  }
  return null;
}

/** Null for one that proves nothing, or that OpenSSL or we cannot read. */
function readUsable(der: Uint8Array, at: Date): X509Certificate | null {
  try {
    const { signatureAlgorithm, notBefore, notAfter } = readX509(der);
    const certificado = new X509Certificate(der);
    const isInForce = at >= notBefore && at <= notAfter;
    return isInForce && !isWeakSignature(signatureAlgorithm) && isStrongKey(certificado.publicKey) ? certificado : null;
  } catch {
    return null;
  }
}

/** The answer to our own nonce was made just now: a clock that says otherwise is theirs or ours. */
function explainStaleness(info: TstInfo, { nonce, now }: NonNullable<TiempoPorVerificar['pregunta']>): string | null {
  if (!info.nonce || !sameBytes(info.nonce, nonce)) return 'answers another question';
  if (Math.abs(info.fecha.getTime() - now.getTime()) > SKEW_MS)
    return `its clock says ${info.fecha.toISOString()} at ${now.toISOString()}`;
  return null;
}

function isForTime(x509: X509): boolean {
  const isCritical = x509.extensions.get(EXTENDED_KEY_USAGE)?.critical ?? false;
  const [use, another] = readExtendedKeyUsage(x509);
  return isCritical && use === TIME_STAMPING && another === undefined;
}

function noAnswer(motivo: string): RespuestaDeTsa {
  return { resultado: 'SIN_RESPUESTA', motivo };
}
