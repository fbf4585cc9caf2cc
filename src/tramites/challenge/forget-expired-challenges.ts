import type { Contexto } from '#tramites/contexto.ts';

/** Challenges are of no use once they expire; a day later their rows go. What they opened stays in the bitácora. */
export async function forgetExpiredChallenges(ctx: Contexto): Promise<void> {
  const dayAgo = new Date(ctx.now().getTime() - 24 * 60 * 60 * 1000);
  await ctx.db.challenge.deleteMany({ where: { venceEn: { lt: dayAgo } } });
}
