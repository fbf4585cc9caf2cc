import type { RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import type { Claves } from '#infra/claves/claves.ts';
import type { Db } from '#infra/db/db.ts';
import type { Lectura } from '#infra/db/lectura.ts';
import type { CertificadoVerificado } from '#infra/efirma/certificado-verificado.ts';
import type { Verificador } from '#infra/efirma/verificador.ts';
import type { Logger } from '#infra/logger/logger.ts';
import type { RespuestaOcsp } from '#infra/ocsp/respuesta-ocsp.ts';
import type { SelloDePdf } from '#infra/pades/sello-de-pdf.ts';
import type { Sello } from '#infra/sello/sello.ts';
import type { VerifySelloDeTiempo } from '#infra/tsa/create-verify-sello-de-tiempo.ts';
import type { StampTime } from '#infra/tsa/sello-de-tiempo.ts';

/** Who asks. A trámite that needs a titular takes a ContextoDeTitular, so that calling it without a session does not compile. */
export type Actor = ActorTitular | ActorDeSoporte | { tipo: 'NADIE' } | { tipo: 'SISTEMA' };

export interface ActorTitular {
  tipo: 'TITULAR';
  titularId: string;
  rfc: string;
  nombre: string;
  sesionId: string;
  /** Serial of the e.firma that opened the session. */
  serie: string;
}

export interface ActorDeSoporte {
  tipo: 'SOPORTE';
  miembroId: string;
  rfc: string;
  nombre: string;
  /** As it is now, not when the session began. */
  rol: RolDeSoporte;
  sesionId: string;
  /** Serial of the e.firma that opened the session. */
  serie: string;
}

/** Everything a trámite touches; built by the composition roots, never imported. */
export interface Contexto {
  db: Db;
  /** For reads that may lag, and for no others: what one has just written may not be there yet. */
  lectura: Lectura;
  now: () => Date;
  actor: Actor;
  log: Logger;
  /** Public address of the portal, without a final slash. */
  appUrl: string;
  /** How far the portal's clock is from the database's, in milliseconds (BUZON_DESFASE). */
  desfaseMs: number;
  efirma: Verificador;
  consultOcsp: (certificado: CertificadoVerificado) => Promise<RespuestaOcsp>;
  politicaOcsp: 'estricta' | 'tolerante';
  sello: Sello;
  /** The same certificate, inside the issued documents. */
  selloDePdf: SelloDePdf;
  /** Asks a third party for its word on when something was; null when the portal has none to ask (TSA_URL). */
  stampTime: StampTime | null;
  verifySelloDeTiempo: VerifySelloDeTiempo;
  claves: Claves;
  /** Of a work that is done again: the folios that were drawn for it, and how many of them it has used this time. */
  folios?: { usados: number; sacados: bigint[] };
}

export type ContextoDeTitular = Contexto & { actor: ActorTitular };
export type ContextoDeSoporte = Contexto & { actor: ActorDeSoporte };

export type { Tx } from '#infra/db/db.ts';
