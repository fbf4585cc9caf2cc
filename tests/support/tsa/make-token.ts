import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { basicConstraints, buildCertificado, extendedKeyUsage, keyUsage } from '#demo/autoridad/build-certificado.ts';
import { buildNombre } from '#demo/autoridad/nombre.ts';
import { OID } from '#formats/cms/oid.ts';
import { readX509 } from '#formats/der/x509.ts';
import {
  context,
  fechaGeneral,
  fromDer,
  inDerOrder,
  integer,
  isTrue,
  type Nodo,
  nothing,
  octets,
  oid,
  sequence,
  set,
  texto,
  toDer,
} from '#infra/asn1/asn1.ts';
import { loadTrustStore } from '#infra/efirma/load-trust-store.ts';
import { createVerifySelloDeTiempo } from '#infra/tsa/create-verify-sello-de-tiempo.ts';
import { makeTempDir } from '../carpeta-temporal.ts';

/** What a service puts in its stamp; each field can be a lie. */
export interface Mentira {
  sha256: Uint8Array;
  hashAlgorithm: string;
  fecha: Nodo;
  /** After the time, such as the nonce. */
  after: Nodo[];
  contentType: string;
  /** What the attributes say of the content. */
  statedType: string;
  statedDigest: (content: Uint8Array) => Uint8Array;
  /** The attributes that name the certificate. */
  ess: Nodo[];
  certificados: Uint8Array[];
  firmante: Llave;
  signatureAlgorithm: string;
  signedBy: KeyObject;
  signers: number;
  /** By which it signs. */
  resumen: 'sha256' | 'sha512';
}

export interface Llave {
  cer: Uint8Array;
  privateKey: KeyObject;
}

export const AHORA = new Date('2026-03-02T18:30:05.000Z');
export const HUELLA = sha256('lo que se sella');
export const NONCE = Uint8Array.of(0x41, 2, 3, 4, 5, 6, 7, 8);

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const EXTENDED_KEY_USAGE = '2.5.29.37';

/** An extended key usage as RFC 3161 (2.3) wants it, or not. */
export function usage(isCritical: boolean, ...uses: string[]): Nodo[] {
  if (!isCritical) return [extendedKeyUsage(...uses)];
  return [sequence(oid(EXTENDED_KEY_USAGE), isTrue(), octets(toDer(sequence(...uses.map(oid)))))];
}

const pairs = { rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }), ec: makeEc() };

function makeEc() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

const CERT_SIGN = 0x04;

/** What an authority is: its name and its key. */
export interface Emisor {
  nombre: string;
  privateKey: KeyObject;
}

const AUTORIDAD: Emisor = { nombre: 'Autoridad de tiempo de confianza', privateKey: pairs.rsa.privateKey as KeyObject };

/** A certificate that stamps time, good from a year before to a year after AHORA unless said otherwise. */
export function makeLlave({
  extensions = usage(true, TIME_STAMPING),
  pair = pairs.rsa as { publicKey: KeyObject; privateKey: KeyObject },
  anios = 1,
  antes = 1,
  nombre = 'Sello de tiempo',
  emisor = AUTORIDAD,
  resumen = 'sha256' as 'sha1' | 'sha256',
} = {}): Llave {
  const year = 365 * 86_400_000;
  const nombreDe = (value: string) => buildNombre([{ type: 'commonName', value }]);
  const cer = buildCertificado({
    serie: '12345678901234567890',
    issuer: nombreDe(emisor.nombre),
    subject: nombreDe(nombre),
    validoDesde: new Date(AHORA.getTime() - antes * year),
    validoHasta: new Date(AHORA.getTime() + anios * year),
    publicKey: pair.publicKey,
    extensions,
    signWith: emisor.privateKey,
    resumen,
  });
  return { cer, privateKey: pair.privateKey };
}

/** An authority under another, or the root of itself. */
export function makeAutoridadDeTiempo(
  nombre: string,
  { privateKey, publicKey } = pairs.rsa as { publicKey: KeyObject; privateKey: KeyObject },
  { emisor = { nombre, privateKey }, ...vigencia }: { emisor?: Emisor; anios?: number; antes?: number } = {},
): Emisor & { cer: Uint8Array } {
  const extensions = [basicConstraints(true), keyUsage(CERT_SIGN)];
  const spec = { antes: 20, anios: 20, ...vigencia };
  return { nombre, ...makeLlave({ nombre, emisor, pair: { privateKey, publicKey }, extensions, ...spec }) };
}

/** Judges a stamp by the authority of these tests, or by those given. */
export const verifySelloDeTiempo = verifyBy(makeAutoridadDeTiempo(AUTORIDAD.nombre).cer);

export function verifyBy(...autoridades: Uint8Array[]) {
  const dir = makeTempDir();
  for (const [index, cer] of autoridades.entries()) writeFileSync(join(dir, `${index}.cer`), cer);
  return createVerifySelloDeTiempo(loadTrustStore(dir));
}

export const ecPair = pairs.ec as { publicKey: KeyObject; privateKey: KeyObject };

/** signing-certificate-v2, or the older form with SHA-1. */
export function essFor(cer: Uint8Array, version: 1 | 2 = 2): Nodo[] {
  const hash = createHash(version === 1 ? 'sha1' : 'sha256')
    .update(cer)
    .digest();
  const value = sequence(sequence(sequence(octets(hash))));
  return [sequence(oid(version === 1 ? OID.signingCertificate : OID.signingCertificateV2), set(value))];
}

/** A TimeStampToken in DER, true but for what `mentira` says. */
export function makeToken(mentira: Partial<Mentira> = {}): Uint8Array {
  const firmante = mentira.firmante ?? makeLlave();
  const parts: Mentira = {
    sha256: HUELLA,
    hashAlgorithm: OID.sha256,
    fecha: fechaGeneral(AHORA),
    after: [integer(NONCE)],
    contentType: OID.tstInfo,
    statedType: OID.tstInfo,
    statedDigest: (content) =>
      createHash(mentira.resumen ?? 'sha256')
        .update(content)
        .digest(),
    ess: essFor(firmante.cer),
    certificados: [firmante.cer],
    firmante,
    signatureAlgorithm: OID.rsaEncryption,
    signedBy: firmante.privateKey,
    signers: 1,
    resumen: 'sha256',
    ...mentira,
  };
  const content = toDer(tstInfo(parts));
  const signer = signerInfo(parts, content);
  const signedData = sequence(
    integer(Uint8Array.of(3)),
    set(algorithm(OID[parts.resumen])),
    sequence(oid(parts.contentType), context(0, octets(content))),
    context(0, ...parts.certificados.map(fromDer)),
    set(...Array.from({ length: parts.signers }, () => signer)),
  );
  return toDer(sequence(oid(OID.signedData), context(0, signedData)));
}

/** The token in a TimeStampResp that grants it, or that says another status. */
export function makeAnswer(token: Uint8Array | null, status = 0): Uint8Array {
  const info = sequence(integer(Uint8Array.of(status)), sequence(texto('UTF8', 'por ahora no')));
  return toDer(sequence(info, ...(token ? [fromDer(token)] : [])));
}

/** GeneralizedTime as it is written, also with a fraction. */
export function hora(text: string): Nodo {
  return fromDer(Buffer.concat([Uint8Array.of(0x18, text.length), Buffer.from(text, 'latin1')]));
}

function tstInfo({ sha256: hash, hashAlgorithm, fecha, after }: Mentira): Nodo {
  const imprint = sequence(algorithm(hashAlgorithm), octets(hash));
  return sequence(integer(Uint8Array.of(1)), oid('1.2.3.4.1'), imprint, integer(Uint8Array.of(7)), fecha, ...after);
}

function signerInfo(parts: Mentira, content: Uint8Array): Nodo {
  const { issuer, serialNumber } = readX509(parts.firmante.cer);
  const atributos = inDerOrder([
    sequence(oid(OID.contentType), set(oid(parts.statedType))),
    sequence(oid(OID.messageDigest), set(octets(parts.statedDigest(content)))),
    ...parts.ess,
  ]);
  return sequence(
    integer(Uint8Array.of(1)),
    sequence(fromDer(issuer.raw), integer(serialNumber)),
    algorithm(OID[parts.resumen]),
    context(0, ...atributos),
    algorithm(parts.signatureAlgorithm),
    octets(sign(parts.resumen, toDer(set(...atributos)), parts.signedBy)),
  );
}

function algorithm(dotted: string): Nodo {
  return sequence(oid(dotted), nothing());
}

export function sha256(bytes: string | Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}
