import type { KeyObject } from 'node:crypto';
import { readX509 } from '#formats/der/x509.ts';
import { fromDer } from '#infra/asn1/asn1.ts';
import { basicConstraints, buildCertificado, extendedKeyUsage, keyUsage } from './build-certificado.ts';
import { type MakeLlaves, makeLlaves, type ParDeLlaves } from './llaves.ts';
import { type Atributo, buildNombre, NOMBRE_DE_AC, NOMBRE_DE_OCSP, NOMBRE_DE_RAIZ } from './nombre.ts';

export interface Firmante {
  cer: Uint8Array<ArrayBuffer>;
  privateKey: KeyObject;
}

/** Its certificate and its delegate, never its key. */
export interface AutoridadOcsp {
  ac: Uint8Array;
  ocsp: Firmante;
}

export type AutoridadDeDemo = Awaited<ReturnType<typeof createAutoridad>>;

interface AutoridadSpec {
  now: Date;
  bits?: number;
  make?: MakeLlaves;
  /** How many years before `now` the authorities begin, and after it end. */
  anios?: { antes: number; despues: number };
}

const CERT_AND_CRL_SIGN = 0x06;
const DIGITAL_SIGNATURE = 0x80;
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const YEAR_MS = 365.25 * 24 * 3_600_000;

/** A root, an authority like the SAT's (no key identifiers) and its OCSP delegate. Two calls give identical names. */
export async function createAutoridad(spec: AutoridadSpec) {
  const { now, bits = 2048, make = makeLlaves, anios = { antes: 12, despues: 12 } } = spec;
  const [deRaiz, deAc, deOcsp] = await Promise.all([make(bits), make(bits), make(2048)]);
  const desde = new Date(now.getTime() - anios.antes * YEAR_MS);
  const hasta = new Date(now.getTime() + anios.despues * YEAR_MS);
  const vigencia = { validoDesde: desde, validoHasta: hasta };
  const raizFirmante = { nombre: NOMBRE_DE_RAIZ, ...deRaiz };
  const acFirmante = { nombre: NOMBRE_DE_AC, ...deAc };
  const ca = [basicConstraints(true), keyUsage(CERT_AND_CRL_SIGN)];
  const delegate = [basicConstraints(false), keyUsage(DIGITAL_SIGNATURE), extendedKeyUsage(OCSP_SIGNING)];
  const raiz = certify(raizFirmante, raizFirmante, { serie: '00000000000000000001', extensions: ca, ...vigencia });
  const ac = certify(acFirmante, raizFirmante, { serie: '00000000000000000101', extensions: ca, ...vigencia });
  const ocspFirmante = { nombre: NOMBRE_DE_OCSP, ...deOcsp };
  const ocsp = certify(ocspFirmante, acFirmante, { serie: '00001088888800000001', extensions: delegate, ...vigencia });
  return { raiz, ac, ocsp };
}

/** The bytes of its own subject. */
export function issuerOf(firmante: Firmante) {
  return fromDer(readX509(firmante.cer).subject.raw);
}

type Identidad = ParDeLlaves & { nombre: Atributo[] };

type Fields = Pick<Parameters<typeof buildCertificado>[0], 'serie' | 'extensions' | 'validoDesde' | 'validoHasta'>;

function certify(holder: Identidad, issuer: Identidad, fields: Fields): Firmante {
  const names = { subject: buildNombre(holder.nombre), issuer: buildNombre(issuer.nombre) };
  const keys = { publicKey: holder.publicKey, signWith: issuer.privateKey };
  return { cer: buildCertificado({ ...fields, ...names, ...keys }), privateKey: holder.privateKey };
}
