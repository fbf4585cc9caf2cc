import { fail, ok } from '#domain/result.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { sha256, type Vinculo } from './issue-challenge.ts';

/** Spent by the first who presents it, whether or not what follows succeeds: this commits on its own. */
export async function consumeChallenge(ctx: Contexto, nonce: string, vinculo: Vinculo) {
  const nonceHash = sha256(nonce);
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
  if (challenge.host !== vinculo.host || challenge.navegadorHash !== sha256(vinculo.navegador))
    return fail('CHALLENGE_DE_OTRO_NAVEGADOR');
  return now < challenge.venceEn ? ok(challenge) : fail('CHALLENGE_VENCIDO');
}
