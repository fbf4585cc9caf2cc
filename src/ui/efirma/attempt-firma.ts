import { fail, ok, type Result } from '#domain/result.ts';
import { parseRfc } from '#domain/rfc.ts';
import { fallaDe } from '#wording/falla/fallas.ts';
import { mensajeDeFirma } from '#wording/mensajes/mensajes-efirma.ts';
import { type Campo, campoDe, type FirmaFailure } from './campo.ts';
import type { CertificadoResumido } from './firma-protocol.ts';
import { type EfirmaAbierta, type EfirmaElegida, openEfirma } from './open-efirma.ts';

/** What to do with the open e.firma; a failure is a code of mensajes-efirma.ts. It need not close it. */
export type OnFirma = (efirma: EfirmaAbierta) => Promise<Result<unknown, string>>;

export interface Fallo {
  codigo: string;
  campo: Campo | null;
  mensaje: string;
}

export type Intento = Result<CertificadoResumido, readonly Fallo[]>;

/** The e.firma is closed whatever happens. All that is wrong comes at once, in the order of the fields. */
export async function attemptFirma(
  { rfc, ...elegida }: EfirmaElegida & { rfc: string },
  onFirma: OnFirma | null,
  signal: AbortSignal,
): Promise<Intento> {
  const typed = rfc.trim() === '' ? fail('RFC_FALTA') : parseRfc(rfc);
  try {
    const opened = await openEfirma(elegida, signal);
    if (typed.ok && opened.ok) return await use(opened.value, typed.value, onFirma);
    if (opened.ok) opened.value.close();
    return fail([...(typed.ok ? [] : [falloOf(typed.error)]), ...(opened.ok ? [] : inOrder(opened.error))]);
  } catch (error) {
    return fail([falloOf(causaDe(error))]);
  }
}

/** Why what was asked of the portal did not come back with an answer of its own. */
function causaDe(error: unknown): 'PORTAL_OCUPADO' | 'SERVICIO_NO_DISPONIBLE' | 'SIN_CONEXION' {
  const falla = fallaDe(error);
  if (falla === 'OCUPADO') return 'PORTAL_OCUPADO';
  return falla ? 'SERVICIO_NO_DISPONIBLE' : 'SIN_CONEXION';
}

async function use(efirma: EfirmaAbierta, rfc: string, onFirma: OnFirma | null): Promise<Intento> {
  try {
    if (efirma.certificado.rfc !== rfc) return fail([falloOf('RFC_NO_COINCIDE')]);
    const used = onFirma ? await onFirma(efirma) : ok(null);
    return used.ok ? ok(efirma.certificado) : fail([falloOf(used.error, campoDe(used.error), efirma.certificado)]);
  } finally {
    efirma.close();
  }
}

function inOrder(failures: readonly FirmaFailure[]): Fallo[] {
  return CAMPOS.flatMap((campo) => failures.filter((failure) => failure.campo === campo)).map(({ codigo, campo }) =>
    falloOf(codigo, campo),
  );
}

function falloOf(codigo: string, campo: Campo | null = campoDe(codigo), certificado?: CertificadoResumido): Fallo {
  return { codigo, campo, mensaje: mensajeDeFirma(codigo, certificado) };
}

const CAMPOS = ['certificado', 'llave', 'contrasena', null] as const;
