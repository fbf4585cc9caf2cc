import type { Poder } from '#domain/representacion/poder.ts';
import type { RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import type { Claves } from '#infra/claves/claves.ts';
import type { Db, Tx } from '#infra/db/db.ts';
import type { Lectura } from '#infra/db/lectura.ts';
import type { CertificadoVerificado, Verificador } from '#infra/efirma/create-verificador.ts';
import type { Logger } from '#infra/logger/logger.ts';
import type { RespuestaOcsp, verifyOcspAnswer } from '#infra/ocsp/verify-ocsp-answer.ts';
import type { SelloDePdf } from '#infra/pades/create-sello-de-pdf.ts';
import type { Sello } from '#infra/sello/sello.ts';
import type { StampTime } from '#infra/tsa/create-stamp-time.ts';
import type { VerifySelloDeTiempo } from '#infra/tsa/create-verify-sello-de-tiempo.ts';
import type { Algoritmo } from './bitacora/hash-de.ts';

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
  /** Whether somebody proposes them as representative or asks to be theirs; of no account for a client's Buzón. */
  isBuscado?: boolean;
  /** Who acts for the titular and has signed in, where it is not the titular: session and e.firma are then theirs. */
  porConducto?: Conducto;
}

/** A representative, and the designation by which they act: as it is in this request. */
export interface Conducto {
  titularId: string;
  rfc: string;
  nombre: string;
  /** Of the designation. */
  representacionId: string;
  folio: string;
  poderes: readonly Poder[];
  /** None: all. */
  registrosPatronales: readonly string[];
  /** Of the e.firma by which the titular signed it. */
  serieDelTitular: string;
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
  desfaseMs: () => number;
  efirma: Verificador;
  consultOcsp: (certificado: CertificadoVerificado) => Promise<RespuestaOcsp>;
  /** Judges an answer that was kept, at the moment when it came; what has none takes it as it stands. */
  verifyOcsp?: typeof verifyOcspAnswer;
  politicaOcsp: 'estricta' | 'tolerante';
  sello: Sello;
  /** The same certificate, inside the issued documents. */
  selloDePdf: SelloDePdf;
  /** Asks a third party for its word on when something was; null when the portal has none to ask (TSA_URL). */
  stampTime: StampTime | null;
  verifySelloDeTiempo: VerifySelloDeTiempo;
  /** By which stamps are renewed: what RESUMENES_DEBILES leaves. */
  algoritmo: Algoritmo;
  claves: Claves;
  /** What a job is to carry of the request that leaves it (infra/logger/hilo.ts). */
  rastro?: () => object | undefined;
  /** Of a transaction of runSealed: what is left for its end, where each kind takes one statement. */
  alFinal?: { apuntes: FilaDeBitacora[]; tareas: TareaNueva[] };
  /** Of a work that is done again: the folios that were drawn for it, and how many of them it has used this time. */
  folios?: { usados: number; sacados: bigint[] };
}

/** A row of the bitácora, which appendBitacora makes. */
export type FilaDeBitacora = { fecha: Date; evento: string } & Record<string, unknown>;

/** A job as the queue takes it, which addTarea makes. */
export type TareaNueva = { nombre: string; runAt: Date | null } & Record<string, unknown>;

export type ContextoDeTitular = Contexto & { actor: ActorTitular };
export type ContextoDeSoporte = Contexto & { actor: ActorDeSoporte };

export type { Tx };

/** Now or, where the clock has gone back, the instant of what the fact follows. Deadlines go by the clock itself. */
export function holdInstante<Ctx extends Pick<Contexto, 'now'>>(ctx: Ctx, ...previos: (Date | null | undefined)[]) {
  const instante = new Date(Math.max(ctx.now().getTime(), ...previos.map((previo) => previo?.getTime() ?? 0)));
  return { ...ctx, now: () => instante };
}

/** NO KEY: rows that refer to the titular may be written meanwhile, or a link pressed now would be a deadlock. */
export async function lockTitular(tx: Tx, titularId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM titular WHERE id = ${titularId}::uuid FOR NO KEY UPDATE`;
}

/** Makes everything that counts by mailbox or number, over all titulares, wait for each other. */
export async function lockDestino(tx: Tx, valorComparable: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(buzon_de(${valorComparable}), 0))`;
}
