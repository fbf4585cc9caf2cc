import { randomBytes } from 'node:crypto';
import { fail, ok } from '#domain/result.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

const VIGENCIA_MINUTOS = 5;

export interface Navegador {
  /** Of the portal as the browser sees it. */
  host: string;
  /** The browser's own secret, kept in an http-only cookie; only its hash is stored. */
  navegador: string;
}

interface Vinculo extends Navegador {
  proposito: 'LOGIN' | 'LOGIN_DE_SOPORTE' | 'DOCUMENTO' | 'REPRESENTACION' | 'ACTO';
}

/** What a browser sends that signed something with an e.firma: its question, the .cer file (DER) and RSA-SHA256 (PKCS#1 v1.5). */
export interface FirmaRecibida extends Navegador {
  nonce: string;
  certificado: Uint8Array;
  firma: Uint8Array;
}

/** Makes a single-use question of 256 random bits, bound to purpose, host and browser, good for five minutes. */
export async function issueChallenge(
  ctx: Pick<Contexto, 'now'> & { db: Pick<Tx, 'challenge'> },
  { proposito, host, navegador }: Vinculo,
  { sesionId = null, folio = null }: { sesionId?: string | null; folio?: string | null } = {},
) {
  const nonce = randomBytes(32).toString('base64url');
  const creadoEn = ctx.now();
  const venceEn = new Date(creadoEn.getTime() + VIGENCIA_MINUTOS * 60_000);
  const hashes = { nonceHash: hashDe(nonce), navegadorHash: hashDe(navegador) };
  const data = { ...hashes, proposito, host, sesionId, folio, creadoEn, venceEn };
  await ctx.db.challenge.create({ data, select: { nonceHash: true } });
  return { nonce, creadoEn, venceEn };
}

/** Spent by the first who presents it, whether or not what follows succeeds: this commits on its own. */
export async function consumeChallenge(ctx: Contexto, nonce: string, vinculo: Vinculo) {
  const nonceHash = hashDe(nonce);
  const now = ctx.now();
  const [challenge] = await ctx.db.challenge.updateManyAndReturn({
    where: { nonceHash, proposito: vinculo.proposito, consumidoEn: null },
    data: { consumidoEn: now },
    select: { host: true, navegadorHash: true, creadoEn: true, venceEn: true, sesionId: true, folio: true },
  });
  if (!challenge) {
    const spent = await ctx.db.challenge.count({ where: { nonceHash, proposito: vinculo.proposito } });
    return fail(spent > 0 ? 'CHALLENGE_USADO' : 'CHALLENGE_VENCIDO');
  }
  if (challenge.host !== vinculo.host || challenge.navegadorHash !== hashDe(vinculo.navegador))
    return fail('CHALLENGE_DE_OTRO_NAVEGADOR');
  return now < challenge.venceEn ? ok(challenge) : fail('CHALLENGE_VENCIDO');
}
