import type { CertificadoElegido } from './judge-certificado.ts';
import type { TextoPorFirmar } from './sign-text.ts';

/** One `open`, then any number of `sign`, each answered once. The buffers of `open` are transferred: no copy stays. */
export type FirmaRequest = ParPorAbrir | ({ step: 'sign' } & TextoPorFirmar);

export interface ParPorAbrir {
  step: 'open';
  certificado: ArrayBuffer | null;
  llave: ArrayBuffer | null;
  contrasena: ArrayBuffer;
}

/** What a person is shown of the certificate, and its bytes for the server. */
export interface CertificadoResumido
  extends Pick<CertificadoElegido, 'rfc' | 'nombre' | 'serie' | 'validoDesde' | 'validoHasta'> {
  der: Uint8Array<ArrayBuffer>;
}
