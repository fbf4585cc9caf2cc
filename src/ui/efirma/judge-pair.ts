import { judgeFile, type TipoDeArchivo } from '#domain/efirma/judge-file.ts';
import { type CertificadoLeido, readCertificado } from '#domain/efirma/read-certificado.ts';
import { unwrapPem } from '#domain/efirma/unwrap-pem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { FirmaFailure } from './firma-failure.ts';

/** The certificate of an e.firma, with its original bytes. */
export interface CertificadoElegido extends CertificadoLeido {
  rfc: string;
  der: Uint8Array;
}

/**
 * Judges the two chosen files by their content, before any cryptography: each fault names its file. Dates, authority and
 * revocation are the server's to judge, since a person's clock may be wrong.
 */
export function judgePair(certificado: Uint8Array, llave: Uint8Array): Result<CertificadoElegido, FirmaFailure> {
  const fault = judgeKinds(judgeFile(certificado), judgeFile(llave));
  if (fault) return fail(fault);
  const der = unwrapPem(certificado);
  const leido = readCertificado(der);
  if (!leido.ok) return fail({ codigo: leido.error, campo: 'certificado' });
  const { kind, rfc } = leido.value;
  if (kind === 'CSD') return fail({ codigo: 'CERTIFICADO_ES_CSD', campo: 'certificado' });
  if (kind !== 'EFIRMA' || !rfc) return fail({ codigo: 'CERTIFICADO_NO_ES_EFIRMA', campo: 'certificado' });
  return ok({ ...leido.value, rfc, der });
}

function judgeKinds(certificado: TipoDeArchivo, llave: TipoDeArchivo): FirmaFailure | null {
  if (isLlave(certificado) && llave === 'CERTIFICADO')
    return { codigo: 'ARCHIVOS_INTERCAMBIADOS', campo: 'certificado' };
  if (certificado === 'PFX') return { codigo: 'ARCHIVO_ES_PFX', campo: 'certificado' };
  if (certificado !== 'CERTIFICADO') return { codigo: 'CERTIFICADO_ILEGIBLE', campo: 'certificado' };
  if (llave === 'PFX') return { codigo: 'ARCHIVO_ES_PFX', campo: 'llave' };
  if (llave === 'LLAVE_SIN_CIFRAR') return { codigo: 'LLAVE_SIN_CIFRAR', campo: 'llave' };
  return llave === 'LLAVE_CIFRADA' ? null : { codigo: 'LLAVE_ILEGIBLE', campo: 'llave' };
}

function isLlave(tipo: TipoDeArchivo): boolean {
  return tipo === 'LLAVE_CIFRADA' || tipo === 'LLAVE_SIN_CIFRAR';
}
