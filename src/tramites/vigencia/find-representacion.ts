import { type Lado, situacionDeRepresentacion } from '#domain/representacion/estado.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

/** A designation as it is now, for either side of it, or for the system; null for anybody else, as where there is none. */
export async function findRepresentacion(db: Tx | Contexto['db'], { actor, now }: Contexto, folio: string) {
  const found = await db.representacion.findUnique({ where: { folio }, select: REPRESENTACION });
  const rfc = 'rfc' in actor && actor.tipo === 'TITULAR' ? actor.rfc : null;
  const isTitular = actor.tipo === 'SISTEMA' || found?.titular.rfc === rfc;
  if (!found || !(isTitular || found.rfcDelRepresentante === rfc)) return null;
  const lado: Lado = isTitular ? 'TITULAR' : 'REPRESENTANTE';
  return { ...found, lado, situacion: situacionDeRepresentacion(found, now()) };
}

/** The same, while nobody else signs or ends it. */
export async function lockRepresentacion(tx: Tx, ctx: Contexto, folio: string) {
  await tx.$executeRaw`SELECT 1 FROM representacion WHERE folio = ${folio} FOR NO KEY UPDATE`;
  return findRepresentacion(tx, ctx, folio);
}

export type RepresentacionHallada = NonNullable<Awaited<ReturnType<typeof findRepresentacion>>>;

/** Of which there is at most one of the same two. */
export const VIVA = { in: ['PROPUESTA', 'VIGENTE'] as ('PROPUESTA' | 'VIGENTE')[] };

/** What its state is told from. */
export const ESTADO_DE_REPRESENTACION = {
  estado: true,
  venceEn: true,
  hasta: true,
  primera: { select: { lado: true, firmadaEn: true, venceEn: true } },
} as const;

export const REPRESENTACION = {
  ...ESTADO_DE_REPRESENTACION,
  id: true,
  folio: true,
  titularId: true,
  rfcDelRepresentante: true,
  poderes: true,
  registrosPatronales: true,
  textoVersion: true,
  textoSha256: true,
  cadenaOriginal: true,
  propuestaEn: true,
  vigenteDesde: true,
  titular: { select: { rfc: true, nombre: true } },
} as const;
