import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';

const HOUR_MS = 3_600_000;

/** Throws TiempoPendiente while the service does not answer; at its last try the job leaves another in its place. */
export async function stampAcuse(ctx: Contexto, acuseId: string, { isLast }: { isLast: boolean }): Promise<void> {
  const documento = await ctx.db.acuseDocumento.findUnique({
    where: { acuseId },
    select: { sha256: true, selloDeTiempo: { select: { acuseId: true } } },
  });
  if (!ctx.stampTime || !documento || documento.selloDeTiempo) return;
  const respuesta = await ctx.stampTime(Buffer.from(documento.sha256, 'hex'));
  if (respuesta.resultado === 'SELLADO') return keep(ctx, acuseId, respuesta.sello);
  if (!isLast) throw new TiempoPendiente(`acuse ${acuseId}: no time stamp yet: ${respuesta.motivo}`);
  await ctx.db.$transaction((tx) =>
    addTarea(tx, ctx, 'sellar-tiempo', { acuseId }, new Date(ctx.now().getTime() + HOUR_MS)),
  );
}

class TiempoPendiente extends Error {}

async function keep(
  ctx: Contexto,
  acuseId: string,
  { token, fecha }: { token: Uint8Array<ArrayBuffer>; fecha: Date },
): Promise<void> {
  const { folio, tipo, titularId } = await ctx.db.acuse.findUniqueOrThrow({
    where: { id: acuseId },
    select: { folio: true, tipo: true, titularId: true },
  });
  await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.selloDeTiempo.createMany({
      data: { acuseId, objeto: 'DOCUMENTO', token, fecha, obtenidoEn: ctx.now() },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await appendBitacora(tx, ctx, { evento: 'SELLO_DE_TIEMPO_OBTENIDO', titularId, folio, datos: { tipo } });
  });
}
