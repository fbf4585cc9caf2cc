import { type CertificadoLeido, readCertificado } from '#domain/efirma/read-certificado.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { readDer } from '#formats/der/der.ts';
import { isVersion1 } from '#formats/der/judge-shape.ts';
import { type Pieza, readPiezas, type TipoDePieza } from '#formats/der/read-piezas.ts';
import type { CodigoDeFirma } from '#wording/mensajes/mensajes-efirma.ts';
import { type EncryptedKey, parseEncryptedKey } from './encrypted-key.ts';

/** The certificate of an e.firma, with its original bytes. */
export interface CertificadoElegido extends CertificadoLeido {
  rfc: string;
  der: Uint8Array;
}

/** The newest first; in a chain the authorities are passed over. What hangs on the clock is the server's to judge. */
export function judgeCertificado(piezas: Pieza[]): Result<CertificadoElegido[], CodigoDeFirma> {
  const first = piezas.find(isCertificado) ?? (piezas[0] as Pieza);
  if (first.tipo !== 'CERTIFICADO') return fail(CERTIFICADO_FAULTS[first.tipo]);
  const leidos = piezas.filter(isCertificado).flatMap(({ der }) => {
    const leido = readCertificado(der);
    return leido.ok ? [{ ...leido.value, der }] : [];
  });
  const efirmas = leidos.flatMap(({ rfc, ...leido }) => (leido.kind === 'EFIRMA' && rfc ? [{ ...leido, rfc }] : []));
  if (efirmas.length > 0) return ok(efirmas.sort(byNewest));
  if (leidos.some(({ kind }) => kind === 'CSD')) return fail('CERTIFICADO_ES_CSD');
  return fail(leidos.length > 0 || isVersion1(readDer(first.der)) ? 'CERTIFICADO_NO_ES_EFIRMA' : 'CERTIFICADO_DANADO');
}

/** The encrypted key in a file chosen as key, taken apart; nothing is decrypted. */
export function judgeLlave(piezas: Pieza[]): Result<EncryptedKey, CodigoDeFirma> {
  const pieza = piezas.find(({ tipo }) => tipo === 'LLAVE_CIFRADA') ?? piezas.find(isLlave) ?? (piezas[0] as Pieza);
  return pieza.tipo === 'LLAVE_CIFRADA' ? parseEncryptedKey(pieza) : fail(LLAVE_FAULTS[pieza.tipo]);
}

export function areSwapped(certificado: Uint8Array, llave: Uint8Array): boolean {
  const [first, second] = [readPiezas(certificado), readPiezas(llave)];
  return !first.some(isCertificado) && first.some(isLlave) && !second.some(isLlave) && second.some(isCertificado);
}

function byNewest(one: CertificadoLeido, other: CertificadoLeido): number {
  return other.validoHasta.getTime() - one.validoHasta.getTime();
}

export function isCertificado({ tipo }: Pieza): boolean {
  return tipo === 'CERTIFICADO';
}

export function isLlave({ tipo }: Pieza): boolean {
  return tipo === 'LLAVE_CIFRADA' || tipo === 'LLAVE_SIN_CIFRAR';
}

const SHARED_FAULTS = {
  PFX: 'ARCHIVO_ES_PFX',
  SOLICITUD: 'ARCHIVO_ES_SOLICITUD',
  NO_ADMITIDO: 'ARCHIVO_NO_ADMITIDO',
  COMPRIMIDO: 'ARCHIVO_COMPRIMIDO',
  PAGINA_WEB: 'ARCHIVO_ES_PAGINA_WEB',
} as const;

const CERTIFICADO_FAULTS = {
  ...SHARED_FAULTS,
  LLAVE_CIFRADA: 'CERTIFICADO_ES_LLAVE',
  LLAVE_SIN_CIFRAR: 'CERTIFICADO_ES_LLAVE',
  VACIO: 'CERTIFICADO_VACIO',
  DANADO: 'CERTIFICADO_DANADO',
  OTRO: 'CERTIFICADO_ILEGIBLE',
} as const satisfies Record<Exclude<TipoDePieza, 'CERTIFICADO'>, CodigoDeFirma>;

const LLAVE_FAULTS = {
  ...SHARED_FAULTS,
  CERTIFICADO: 'LLAVE_ES_CERTIFICADO',
  LLAVE_SIN_CIFRAR: 'LLAVE_SIN_CIFRAR',
  VACIO: 'LLAVE_VACIA',
  DANADO: 'LLAVE_DANADA',
  OTRO: 'LLAVE_ILEGIBLE',
} as const satisfies Record<Exclude<TipoDePieza, 'LLAVE_CIFRADA'>, CodigoDeFirma>;
