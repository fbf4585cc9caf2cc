import { fail, ok, type Result } from '#domain/result.ts';
import { parseRfc } from '#domain/rfc.ts';
import { type Campo, campoDe } from './campo.ts';
import type { CertificadoResumido } from './firma-protocol.ts';
import { type EfirmaAbierta, type EfirmaElegida, openEfirma } from './open-efirma.ts';

/** What to do with the open e.firma; a failure is a code of mensajes-efirma.ts. It need not close it. */
export type OnFirma = (efirma: EfirmaAbierta) => Promise<Result<unknown, string>>;

export interface Fallo {
  codigo: string;
  campo: Campo | null;
}

/** Opens the e.firma, looks whether it is of the RFC typed, and hands it over. It is closed whatever happens. */
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
    return opened.ok ? await use(opened.value, typed.value, onFirma) : opened;
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
  return fail({ codigo, campo: campoDe(codigo) });
}
