import type { Contexto } from '#tramites/contexto.ts';

const GRACIA_MS = 10 * 60_000;

/** Challenges are of no use once they expire; minutes later their rows go, so that those of nobody cost nothing that lasts. */
export async function forgetExpiredChallenges(ctx: Contexto): Promise<void> {
  await ctx.db.challenge.deleteMany({ where: { venceEn: { lt: new Date(ctx.now().getTime() - GRACIA_MS) } } });
}
