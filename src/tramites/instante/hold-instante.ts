import type { Contexto } from '#tramites/contexto.ts';

/** Now or, where the clock has gone back, the instant of what the fact follows. Deadlines go by the clock itself. */
export function holdInstante<Ctx extends Pick<Contexto, 'now'>>(ctx: Ctx, ...previos: (Date | null | undefined)[]) {
  const instante = new Date(Math.max(ctx.now().getTime(), ...previos.map((previo) => previo?.getTime() ?? 0)));
  return { ...ctx, now: () => instante };
}
