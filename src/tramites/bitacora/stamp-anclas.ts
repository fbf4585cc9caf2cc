import { type Ancla, textoDeAncla } from '#domain/bitacora/texto-canonico.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { hashDe } from './hash-de.ts';

/** With one a day, what a service that was away for a week left over takes two runs. */
const SELLOS_POR_VEZ = 5;

/** What the service does not answer now is asked again at the next run. */
export async function stampAnclas(ctx: Pick<Contexto, 'db' | 'now' | 'stampTime' | 'log'>): Promise<void> {
  if (!ctx.stampTime) return;
  const anclas = await ctx.db.anclaDeBitacora.findMany({
    where: { sello: null },
    orderBy: { dia: 'asc' },
    take: SELLOS_POR_VEZ,
    select: { dia: true, posicion: true, cadena: true },
  });
  for (const ancla of anclas) {
    const respuesta = await ctx.stampTime(sha256DeAncla(ancla));
    if (respuesta.resultado !== 'SELLADO')
      return ctx.log.warn({ motivo: respuesta.motivo }, 'an anchor of the bitácora has no time stamp yet');
    const { token, fecha } = respuesta.sello;
    const sello = { dia: ancla.dia, token, fecha, obtenidoEn: ctx.now() };
    await ctx.db.selloDeAncla.createMany({ data: sello, skipDuplicates: true });
  }
}

export function sha256DeAncla(ancla: Ancla): Uint8Array {
  return Buffer.from(hashDe(textoDeAncla(ancla)), 'hex');
}
