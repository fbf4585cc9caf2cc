import { timingSafeEqual } from 'node:crypto';
import { checkValue } from '#domain/acuse/check-value.ts';
import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import type { Folio } from '#domain/folio.ts';
import type { Db } from '#infra/db/db.ts';
import { sha256 } from '#tramites/bitacora/hash-de.ts';
import type { Contexto } from '#tramites/contexto.ts';

export interface Comprobante {
  folio: Folio;
  tipo: TipoDeAcuse | null;
  valor: string;
}

const SELECT = {
  id: true,
  folio: true,
  tipo: true,
  fecha: true,
  titularId: true,
  datos: true,
  cadenaOriginal: true,
  sello: true,
  titular: { select: { rfc: true } },
  abierta: { select: { acuseId: true } },
  certificado: { select: { serie: true, pem: true, esDemo: true } },
} as const;

export type AcuseVerificable = NonNullable<Awaited<ReturnType<typeof findAcuseByArchivo>>>;

/** Unknown, another tipo and a wrong value are the same null, found in the same time (contrato.md, «Addresses»). */
export function findAcuseVerificable({ lectura }: Pick<Contexto, 'lectura'>, comprobante: Comprobante) {
  return lectura((db) => findIn(db, comprobante), Boolean);
}

async function findIn(db: Db, { folio, tipo, valor }: Comprobante): Promise<AcuseVerificable | null> {
  const candidatos = await db.acuse.findMany({
    where: { folio, ...(tipo && { tipo }) },
    select: { id: true, sello: true },
  });
  const hallado = candidatos.find(({ sello }) => timingSafeEqual(sha256(valorDe(sello)), sha256(valor)));
  return hallado ? db.acuse.findUnique({ where: { id: hallado.id }, select: SELECT }) : null;
}

export async function findAcuseByArchivo({ lectura }: Pick<Contexto, 'lectura'>, sha256: string) {
  const query = { where: { sha256 }, select: { acuse: { select: SELECT } } };
  const revisado = { where: { sha256 }, select: { documento: { select: { acuse: { select: SELECT } } } } };
  const documento = await lectura(
    async (db) =>
      (await db.acuseDocumento.findFirst(query)) ?? (await db.revisionDeDocumento.findFirst(revisado))?.documento,
    Boolean,
  );
  return documento?.acuse ?? null;
}

export function findAcusePropio({ db }: Pick<Contexto, 'db'>, titularId: string, folio: Folio, tipo: TipoDeAcuse) {
  return db.acuse.findUnique({ where: { folio_tipo: { folio, tipo }, titularId }, select: SELECT });
}

/** Whoever's it is: for the support staff alone, who were authorised before. */
export function findAcuseDeFolio({ db }: Pick<Contexto, 'db'>, folio: Folio, tipo: TipoDeAcuse) {
  return db.acuse.findUnique({ where: { folio_tipo: { folio, tipo } }, select: SELECT });
}

/** Whether a certificate, by its SHA-256, is or was that of the institute's sello. */
export async function isSelloNuestro({ lectura }: Pick<Contexto, 'lectura'>, huella: string | null): Promise<boolean> {
  if (huella === null) return false;
  return (await lectura((db) => db.certificadoDeSello.count({ where: { huella } }), Boolean)) > 0;
}

export function valorDe(sello: Uint8Array): string {
  return checkValue(sha256(sello));
}
