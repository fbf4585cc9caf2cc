import { fail, ok, type Result } from '#domain/result.ts';
import { parseRfc } from '#domain/rfc.ts';
import { mensajeDeFirma } from '../mensajes-efirma.ts';
import { type Campo, campoDe } from './campo.ts';
import type { CertificadoResumido } from './firma-protocol.ts';
import { type EfirmaAbierta, type EfirmaElegida, openEfirma } from './open-efirma.ts';

/** What to do with the open e.firma; a failure is a code of mensajes-efirma.ts. It need not close it. */
export type OnFirma = (efirma: EfirmaAbierta) => Promise<Result<unknown, string>>;

export interface Fallo {
  codigo: string;
  campo: Campo | null;
  mensaje: string;
}

/**
 * Opens the e.firma, looks whether it is of the RFC typed, and hands it over. It is closed whatever happens. This module is
 * loaded when the form is first used, with all that it needs and the words for every failure.
 */
export async function attemptFirma(
  { rfc, ...elegida }: EfirmaElegida & { rfc: string },
  onFirma: OnFirma | null,
  signal: AbortSignal,
): Promise<Result<CertificadoResumido, Fallo>> {
  if (rfc.trim() === '') return failWith('RFC_FALTA');
  const typed = parseRfc(rfc);
  if (!typed.ok) return failWith(typed.error);
  try {
    const opened = await openEfirma(elegida, signal);
    return opened.ok ? await use(opened.value, typed.value, onFirma) : failAs(opened.error);
  } catch {
    return failWith('SIN_CONEXION');
  }
}

async function use(
  efirma: EfirmaAbierta,
  rfc: string,
  onFirma: OnFirma | null,
): Promise<Result<CertificadoResumido, Fallo>> {
  try {
    if (efirma.certificado.rfc !== rfc) return failWith('RFC_NO_COINCIDE');
    const used = onFirma ? await onFirma(efirma) : ok(null);
    return used.ok ? ok(efirma.certificado) : failWith(used.error);
  } finally {
    efirma.close();
  }
}

function failWith(codigo: string): Result<never, Fallo> {
  return failAs({ codigo, campo: campoDe(codigo) });
}

function failAs({ codigo, campo }: { codigo: string; campo: Campo | null }): Result<never, Fallo> {
  return fail({ codigo, campo, mensaje: mensajeDeFirma(codigo) });
}
