import type { Nodo } from '#infra/asn1/asn1.ts';
import {
  basicConstraints,
  buildCertificado,
  CSD_USAGE,
  extendedKeyUsage,
  keyUsage,
  netscapeCertType,
  type Resumen,
} from './build-certificado.ts';
import { type Firmante, issuerOf } from './create-autoridad.ts';
import type { EfirmaDeDemo } from './efirma-de-demo.ts';
import { type Cifrado, encryptLlave, type MakeLlaves, makeLlaves, type ParDeLlaves } from './llaves.ts';
import { type Atributo, buildNombre } from './nombre.ts';

type Persona = 'rfc' | 'nombre' | 'rfcRepresentante' | 'curp' | 'curpRepresentante' | 'serie' | 'contrasena';

export interface EfirmaSpec extends Pick<EfirmaDeDemo, Persona> {
  correo?: string;
  validoDesde: Date;
  validoHasta: Date;
  /** CSD_SIN_OU is a CSD that some libraries take for an e.firma. */
  clase?: 'EFIRMA' | 'CSD' | 'CSD_SIN_OU';
  cifrado?: Cifrado;
  /** How the password becomes bytes; older programs used Latin-1. */
  codificacion?: 'utf8' | 'latin1';
  resumen?: Resumen;
  bits?: number;
  llaves?: ParDeLlaves;
  /** A pair that does not match. */
  llavesDelArchivo?: ParDeLlaves;
  /** Attributes after the usual ones, such as a second RFC. */
  otrosAtributos?: Atributo[];
  otrasExtensiones?: Nodo[];
}

export type EfirmaEmitida = Awaited<ReturnType<typeof issueEfirma>>;

const EFIRMA_USAGE = 0xd8;
const SSL_CLIENT_AND_EMAIL = 0xa0;
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

/** Issues an e.firma (or a CSD) with names, uses and files like the SAT's. */
export async function issueEfirma(emisor: Firmante, spec: EfirmaSpec, make: MakeLlaves = makeLlaves) {
  const { serie, validoDesde, validoHasta, contrasena, codificacion = 'utf8' } = spec;
  const llaves = spec.llaves ?? (await make(spec.bits ?? 2048));
  const cer = buildCertificado({
    serie,
    validoDesde,
    validoHasta,
    issuer: issuerOf(emisor),
    subject: buildNombre(atributosOf(spec)),
    publicKey: llaves.publicKey,
    extensions: [...usesOf(spec), ...(spec.otrasExtensiones ?? [])],
    signWith: emisor.privateKey,
    resumen: spec.resumen,
  });
  const { privateKey } = spec.llavesDelArchivo ?? llaves;
  const key = encryptLlave(privateKey, Buffer.from(contrasena, codificacion), spec.cifrado ?? '3DES');
  return { cer, key, contrasena, serie, llaves };
}

function atributosOf(spec: EfirmaSpec): Atributo[] {
  const { nombre, rfc, rfcRepresentante, curp, curpRepresentante, correo, clase = 'EFIRMA' } = spec;
  const names: Atributo[] = [
    { type: 'commonName', value: nombre },
    { type: 'name', value: nombre },
    { type: 'organization', value: nombre },
  ];
  const isCsd = clase !== 'EFIRMA';
  const country: Atributo[] = isCsd ? [] : [{ type: 'country', value: 'MX' }];
  const mail: Atributo[] = correo && !isCsd ? [{ type: 'correo', value: correo }] : [];
  const keys: Atributo[] = [
    { type: 'uniqueIdentifier', value: rfcRepresentante ? `${rfc} / ${rfcRepresentante}` : rfc },
    // Of a persona moral only the representative has a CURP: « / CURP», with its leading blank.
    { type: 'serialNumber', value: curpRepresentante ? `${curp ?? ''} / ${curpRepresentante}` : (curp ?? '') },
  ];
  const unit: Atributo[] = clase === 'CSD' ? [{ type: 'organizationalUnit', value: `CSD01_${rfc}`, tipo: 'T61' }] : [];
  return [...names, ...country, ...mail, ...keys, ...unit, ...(spec.otrosAtributos ?? [])];
}

function usesOf({ clase = 'EFIRMA' }: EfirmaSpec): Nodo[] {
  if (clase !== 'EFIRMA') return [basicConstraints(false), keyUsage(CSD_USAGE)];
  const extended = extendedKeyUsage(EMAIL_PROTECTION, CLIENT_AUTH);
  return [basicConstraints(false), keyUsage(EFIRMA_USAGE), netscapeCertType(SSL_CLIENT_AND_EMAIL), extended];
}
