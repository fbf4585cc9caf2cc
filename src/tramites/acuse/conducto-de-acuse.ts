import type { ActorTitular } from '#tramites/contexto.ts';

/** Who did it for the titular, as an acuse says it; nothing where the titular did. */
export function conductoDeAcuse({ porConducto }: Pick<ActorTitular, 'porConducto'>) {
  if (!porConducto) return {};
  const { rfc: rfcRepresentante, nombre, folio, serieDelTitular } = porConducto;
  return { rfcRepresentante, porConducto: { nombre, folio, serieDelTitular } };
}
