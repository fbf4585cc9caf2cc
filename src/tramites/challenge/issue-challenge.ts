import { createHash, randomBytes } from 'node:crypto';
import { VIGENCIA_DEL_CHALLENGE_MINUTOS } from '#domain/efirma/vigencias.ts';
import type { Contexto } from '#tramites/contexto.ts';

type Proposito = 'LOGIN' | 'LOGIN_DE_SOPORTE' | 'DOCUMENTO' | 'REPRESENTACION' | 'ACTO';

export interface Vinculo {
  proposito: Proposito;
  /** Host of the portal as the browser sees it. */
  host: string;
  /** The browser's own secret, kept in an http-only cookie; only its hash is stored. */
  navegador: string;
}

/** Makes a single-use question of 256 random bits, bound to purpose, host and browser, good for five minutes. */
export async function issueChallenge(
  ctx: Contexto,
  vinculo: Vinculo,
  documento?: { sesionId: string; folio?: string },
) {
  const nonce = randomBytes(32).toString('base64url');
  const creadoEn = ctx.now();
  const venceEn = new Date(creadoEn.getTime() + VIGENCIA_DEL_CHALLENGE_MINUTOS * 60_000);
  await ctx.db.challenge.create({
    data: {
      nonceHash: sha256(nonce),
      proposito: vinculo.proposito,
      host: vinculo.host,
      navegadorHash: sha256(vinculo.navegador),
      sesionId: documento?.sesionId ?? null,
      folio: documento?.folio ?? null,
      creadoEn,
      venceEn,
    },
    select: { nonceHash: true },
  });
  return { nonce, creadoEn, venceEn };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
