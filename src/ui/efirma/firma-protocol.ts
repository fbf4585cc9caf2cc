import type { Result } from '#domain/result.ts';
import type { FirmaFailure } from './campo.ts';
import type { CertificadoElegido } from './judge-certificado.ts';
import type { TextoPorFirmar } from './sign-text.ts';

/** One `open`, then any number of `sign`, each answered once. The buffers of `open` are transferred: no copy stays. */
export type FirmaRequest =
  | { step: 'open'; certificado: ArrayBuffer | null; llave: ArrayBuffer | null; contrasena: ArrayBuffer }
  | ({ step: 'sign' } & TextoPorFirmar);

/** What a person is shown of the certificate, and its bytes for the server. */
export interface CertificadoResumido
  extends Pick<CertificadoElegido, 'rfc' | 'nombre' | 'serie' | 'validoDesde' | 'validoHasta'> {
  der: Uint8Array<ArrayBuffer>;
}

/** What was asked for, or all that was wrong. */
export type Answer<Value> = Result<Value, FirmaFailure[]>;
