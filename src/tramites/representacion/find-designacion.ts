import type { ActorTitular, Contexto } from '#tramites/contexto.ts';

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

/** Whoever has signed in, in the Buzón of their client; null when the designation does not name them. */
export function actorDe(
  { titularId, rfc, nombre, sesionId, serie }: ActorTitular,
  designacion: Awaited<ReturnType<typeof findDesignacion>>,
): ActorTitular | null {
  if (!designacion || designacion.rfcDelRepresentante !== rfc) return null;
  const { id: representacionId, folio, poderes, registrosPatronales, titular, firmas } = designacion;
  const serieDelTitular = firmas[0]?.certificado.serie ?? '';
  const conducto = { titularId, rfc, nombre, representacionId, folio, poderes, registrosPatronales, serieDelTitular };
  const cliente = { titularId: titular.id, rfc: titular.rfc, nombre: titular.nombre };
  return { tipo: 'TITULAR', ...cliente, sesionId, serie, porConducto: conducto };
}
