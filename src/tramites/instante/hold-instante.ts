import type { Contexto } from '#tramites/contexto.ts';

/**
 * The same context, for all that is written of one fact: at the instant it is now or, where the clock has gone back since,
 * at that of what the fact follows. Deadlines are never judged by it: those go by the clock itself.
 */
export function holdInstante<Ctx extends Pick<Contexto, 'now'>>(
  ctx: Ctx,
  ...previos: (Date | null | undefined)[]
): Ctx {
  const instante = new Date(Math.max(ctx.now().getTime(), ...previos.map((previo) => previo?.getTime() ?? 0)));
  return { ...ctx, now: () => instante };
}
