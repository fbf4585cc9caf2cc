import { createSelloDePdf } from '#infra/pades/create-sello-de-pdf.ts';
import { createStampTime } from '#infra/tsa/create-stamp-time.ts';
import type { Contexto } from '#tramites/contexto.ts';

/** The same portal with a time stamping service, which goes by the real clock whatever the test's says. */
export function withTsa<Ctx extends Contexto>(ctx: Ctx, url: string, timeoutMs = 5_000): Ctx {
  const stampTime = createStampTime({ url, now: () => new Date(), timeoutMs, verify: ctx.verifySelloDeTiempo });
  return { ...ctx, stampTime, selloDePdf: createSelloDePdf(ctx.sello, stampTime) };
}
