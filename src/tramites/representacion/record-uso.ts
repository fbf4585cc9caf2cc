import { isDeNuevo, isUsoPorApuntar } from '#domain/representacion/uso.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

interface Usada {
  id: string;
  folio: string;
  vigenteDesde: Date | null;
  usadaEn: Date | null;
}

/** That a designation is used is written once a day, and told to the titular after thirty days of none. */
export async function recordUso(ctx: ContextoDeTitular, { id, folio, vigenteDesde, usadaEn }: Usada): Promise<void> {
  const now = ctx.now();
  if (!vigenteDesde || now < vigenteDesde || !isUsoPorApuntar(usadaEn, now)) return;
  const { titularId } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    // Of several requests at once, the one that writes it tells it.
    const where = { id, estado: 'VIGENTE', usadaEn } as const;
    const { count } = await tx.representacion.updateMany({ where, data: { usadaEn: now } });
    if (count === 0) return;
    await appendBitacora(tx, ctx, { evento: 'REPRESENTACION_USADA', folio });
    const noticia = { titularId, tipo: 'REPRESENTACION_USADA', representacionId: id } as const;
    if (isDeNuevo(usadaEn ?? vigenteDesde, now)) await tellContactos(tx, ctx, noticia);
  });
}
