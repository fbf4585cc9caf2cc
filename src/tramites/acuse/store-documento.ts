import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { SelloDeTiempo } from '#infra/tsa/sello-de-tiempo.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { holdInstante } from '#tramites/instante/hold-instante.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { storeCertificadoDeSello } from './store-certificado-de-sello.ts';

/** Unless another process was first. Its time stamp goes with it or, without an answer, the job that asks again. */
export async function storeDocumento(
  ctx: Contexto,
  acuseId: string,
  pdf: Buffer,
  selloDeTiempo: SelloDeTiempo | null,
): Promise<void> {
  const acuse = await ctx.db.acuse.findUniqueOrThrow({ where: { id: acuseId }, select: { fecha: true } });
  const emitidoEn = holdInstante(ctx, acuse.fecha).now();
  const data = {
    acuseId,
    pdf: new Uint8Array(await promisify(gzip)(pdf)),
    sha256: createHash('sha256').update(pdf).digest('hex'),
    bytes: pdf.length,
    emitidoEn,
    certificadoDeSello: ctx.sello.huella,
  };
  await ctx.db.$transaction(async (tx) => {
    await storeCertificadoDeSello(tx, ctx);
    const { count } = await tx.acuseDocumento.createMany({ data, skipDuplicates: true });
    if (count === 0) return;
    if (selloDeTiempo) {
      const { token, fecha } = selloDeTiempo;
      const sello = { acuseId, objeto: 'SELLO_DEL_DOCUMENTO' as const, token, fecha, obtenidoEn: emitidoEn };
      await tx.selloDeTiempo.create({ data: sello, select: { acuseId: true } });
    } else if (ctx.stampTime) await addTarea(tx, ctx, 'sellar-tiempo', { acuseId });
  });
}
