import type { Result } from '#domain/result.ts';
import type { FirmaFailure } from './firma-failure.ts';
import type { TextoPorFirmar } from './sign-text.ts';

/**
 * What the page and the worker say to each other: one `open`, then any number of `sign`, each answered once and in
 * order. The buffers of `open` are transferred, so the page keeps no copy.
 */
export type FirmaRequest =
  | { step: 'open'; certificado: ArrayBuffer | null; llave: ArrayBuffer | null; contrasena: ArrayBuffer }
  | ({ step: 'sign' } & TextoPorFirmar);

/** What a person is shown of the certificate, and its bytes for the server. */
export interface CertificadoResumido {
  rfc: string;
  nombre: string;
  /** The 20 digits. */
  serie: string;
  validoDesde: Date;
  validoHasta: Date;
  der: Uint8Array<ArrayBuffer>;
}

export type OpenAnswer = Result<CertificadoResumido, FirmaFailure[]>;
export type SignAnswer = Result<ArrayBuffer, FirmaFailure>;
