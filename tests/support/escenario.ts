import { randomUUID } from 'node:crypto';
import type { EfirmaEmitida, EfirmaSpec } from '#demo/autoridad/issue-efirma.ts';
import { ensureSelloDeDemo } from '#demo/sello/ensure-sello-de-demo.ts';
import { buildLoginText } from '#domain/efirma/login-text.ts';
import { venceEn } from '#domain/medio-de-contacto/plazo.ts';
import type { RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import { createClaves } from '#infra/claves/claves.ts';
import type { Db } from '#infra/db/db.ts';
import { createVerificador } from '#infra/efirma/create-verificador.ts';
import { loadTrustStore } from '#infra/efirma/load-trust-store.ts';
import { createLogger } from '#infra/logger/logger.ts';
import type { RespuestaOcsp } from '#infra/ocsp/verify-ocsp-answer.ts';
import { createSelloDePdf } from '#infra/pades/create-sello-de-pdf.ts';
import type { Sello } from '#infra/sello/sello.ts';
import { createVerifySelloDeTiempo } from '#infra/tsa/create-verify-sello-de-tiempo.ts';
import { issueChallenge } from '#tramites/challenge/issue-challenge.ts';
import type { Contexto, ContextoDeSoporte, ContextoDeTitular } from '#tramites/contexto.ts';
import { findSesion, findSesionDeSoporte } from '#tramites/sesion/find-sesion.ts';
import { signIn, signInDeSoporte } from '#tramites/sesion/sign-in.ts';
import { giveRol } from '#tramites/soporte/give-rol.ts';
import {
  AHORA,
  type AutoridadDePrueba,
  createAutoridadDePrueba,
  FISICA,
  makeTempDir,
} from './efirma/autoridad-de-prueba.ts';
import { firmar } from './firmar.ts';
import { autoridadesDeTiempo } from './tsa/openssl-tsa.ts';

export const HOST = 'localhost:3000';
export const NAVEGADOR = 'un-navegador';

/** A portal without pages: real database, real cryptography, a clock that the test moves. */
export interface Escenario {
  db: Db;
  ctx: Contexto;
  autoridad: AutoridadDePrueba;
  /** Moves the clock of everything. */
  advance(ms: number): void;
  setNow(now: Date): void;
  /** What the revocation service answers from now on. */
  setOcsp(answer: (now: Date) => RespuestaOcsp): void;
  /** How often it was asked. */
  ocspCalls(): number;
  /** A titular with an open session, by signing in with an e.firma of its own. */
  enter(rfc?: string, spec?: Partial<EfirmaSpec>): Promise<Titular>;
}

export interface Titular {
  ctx: ContextoDeTitular;
  efirma: EfirmaEmitida;
}

let autoridad: Promise<AutoridadDePrueba> | undefined;
let sello: Promise<Sello> | undefined;

/** @param make the authority, for a process that is to trust another's. */
export async function createEscenario(db: Db, make = () => createAutoridadDePrueba()): Promise<Escenario> {
  autoridad ??= make();
  sello ??= ensureSelloDeDemo(`${makeTempDir()}/sello`, AHORA);
  const ac = await autoridad;
  let now = AHORA;
  const desfaseMs = AHORA.getTime() - Date.now();
  let calls = 0;
  let answer = (at: Date): RespuestaOcsp => ({
    resultado: 'BUENO',
    der: new Uint8Array([0x30, 0x00]),
    vigenteHasta: new Date(at.getTime() + 60_000),
  });
  const ctx: Contexto = {
    db,
    lectura: (read) => read(db),
    now: () => now,
    actor: { tipo: 'NADIE' },
    log: createLogger({ nivel: 'silent', now: () => now }),
    appUrl: `http://${HOST}`,
    // The queue lives by the database's clock, which is this machine's.
    desfaseMs: () => desfaseMs,
    efirma: createVerificador(loadTrustStore(ac.acDir)),
    consultOcsp: async () => {
      calls += 1;
      return answer(now);
    },
    politicaOcsp: 'estricta',
    sello: await sello,
    selloDePdf: createSelloDePdf(await sello, null),
    stampTime: null,
    verifySelloDeTiempo: (tiempo) => createVerifySelloDeTiempo(autoridadesDeTiempo())(tiempo),
    algoritmo: 'sha256',
    claves: createClaves(['un secreto de prueba de treinta y dos caracteres']),
  };
  return {
    db,
    ctx,
    autoridad: ac,
    advance: (ms) => {
      now = new Date(now.getTime() + ms);
    },
    setNow: (at) => {
      now = at;
    },
    setOcsp: (next) => {
      answer = next;
    },
    ocspCalls: () => calls,
    enter: (rfc = FISICA.rfc, spec = {}) => enter(ctx, ac, rfc, spec),
  };
}

async function enter(ctx: Contexto, ac: AutoridadDePrueba, rfc: string, spec: Partial<EfirmaSpec>): Promise<Titular> {
  const efirma = await ac.issue({ ...spec, rfc });
  const ingreso = await answerChallenge(ctx, efirma, rfc);
  const result = await signIn(ctx, ingreso);
  if (!result.ok) throw new Error(`sign-in of ${rfc} failed: ${result.error}`);
  const actor = await findSesion(ctx, result.value.sesionId);
  if (!actor) throw new Error('the session is not there');
  return { ctx: { ...ctx, actor }, efirma };
}

/** A staff member with an open session of the role, who signed in with an e.firma of their own. */
export async function enterSoporte({ ctx, autoridad: ac }: Escenario, rol: RolDeSoporte, rfc: string) {
  await giveRol({ ...ctx, actor: { tipo: 'SISTEMA' } }, { rfc, nombre: `PERSONA DE ${rol}`, rol });
  const efirma = await ac.issue({ rfc });
  const result = await signInDeSoporte(ctx, await answerChallenge(ctx, efirma, rfc, 'LOGIN_DE_SOPORTE'));
  if (!result.ok) throw new Error(`sign-in of ${rfc} failed: ${result.error}`);
  const actor = await findSesionDeSoporte(ctx, result.value.sesionId);
  if (!actor) throw new Error('the session is not there');
  return { ctx: { ...ctx, actor } satisfies ContextoDeSoporte, efirma };
}

/** What a browser sends to sign in: a fresh challenge, signed with the e.firma. */
export async function answerChallenge(
  ctx: Contexto,
  efirma: EfirmaEmitida,
  rfc: string,
  proposito: 'LOGIN' | 'LOGIN_DE_SOPORTE' = 'LOGIN',
) {
  const { nonce, venceEn: vence } = await issueChallenge(ctx, { proposito, host: HOST, navegador: NAVEGADOR });
  const text = buildLoginText({ host: HOST, nonce, exp: Math.floor(vence.getTime() / 1000), rfc });
  return {
    nonce,
    rfc,
    certificado: efirma.cer as Uint8Array,
    firma: firmar(efirma, text),
    host: HOST,
    navegador: NAVEGADOR,
  };
}

/** A medio that was proved already, for tests about what comes after. */
export async function addMedioValidado(
  { ctx }: Titular,
  mecanismo: 'CORREO_ELECTRONICO' | 'TELEFONO',
  valor: string,
): Promise<void> {
  const now = ctx.now();
  await ctx.db.medioDeContacto.create({
    data: {
      folio: `BI-PRUEBA-${randomUUID()}`,
      titularId: ctx.actor.titularId,
      mecanismo,
      valor,
      valorComparable: valor,
      estado: 'VALIDADO',
      fechaDeRegistro: now,
      plazoDesde: now,
      venceEn: venceEn(now),
      fechaDeValidacion: now,
      claveId: ctx.claves.idVigente,
      peticionId: randomUUID(),
      alcances: { create: { titularId: ctx.actor.titularId, mecanismo, valorComparable: valor, lugar: 1 } },
    },
  });
}
