import { isDeNuevo, isUsoPorApuntar } from '#domain/representacion/uso.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ActorTitular, Contexto, ContextoDeTitular } from '#tramites/contexto.ts';

/** The designation of an address, in force at this instant, with whom it makes somebody act for; null for any other. */
export function findDesignacion({ db, now }: Pick<Contexto, 'db' | 'now'>, folio: string) {
  return db.representacion.findUnique({
    where: { folio, estado: 'VIGENTE', hasta: { gt: now() } },
    select: {
      id: true,
      folio: true,
      vigenteDesde: true,
      usadaEn: true,
      rfcDelRepresentante: true,
      poderes: true,
      registrosPatronales: true,
      titular: { select: { id: true, rfc: true, nombre: true } },
      firmas: { where: { lado: 'TITULAR' }, select: { certificado: { select: { serie: true } } } },
    },
  });
}

type Designacion = Awaited<ReturnType<typeof findDesignacion>>;

/** Whoever has signed in, in the Buzón of their client; null when the designation does not name them. */
export function actorDe({ titularId, rfc, nombre, sesionId, serie }: ActorTitular, designacion: Designacion) {
  if (!designacion || designacion.rfcDelRepresentante !== rfc) return null;
  const { id: representacionId, folio, poderes, registrosPatronales, titular, firmas } = designacion;
  const serieDelTitular = firmas[0]?.certificado.serie ?? '';
  const conducto = { titularId, rfc, nombre, representacionId, folio, poderes, registrosPatronales, serieDelTitular };
  const cliente = { titularId: titular.id, rfc: titular.rfc, nombre: titular.nombre };
  return { tipo: 'TITULAR' as const, ...cliente, sesionId, serie, porConducto: conducto };
}

/** That a designation is used is written once a day, and told to the titular after thirty days of none. */
export async function recordUso(ctx: ContextoDeTitular, designacion: NonNullable<Designacion>): Promise<void> {
  const { id, folio, vigenteDesde, usadaEn } = designacion;
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
