import type { Contexto } from '#tramites/contexto.ts';

export type FolioHallado = { folio: string; titularId: string } & (
  | { tipo: 'MEDIO'; medioId: string }
  /** Registros patronales that were taken off a medio, which goes on under its own folio. */
  | { tipo: 'BAJA_DE_REGISTROS'; medioId: string; folioDelMedio: string; fecha: Date }
  | { tipo: 'SOLICITUD'; solicitudId: string }
  | { tipo: 'ACLARACION'; aclaracionId: string }
  /** A solicitud that was about to be signed, and was not under this folio. */
  | { tipo: 'SOLICITUD_PREPARADA' }
  | { tipo: 'REPRESENTACION' }
);

const DE = { id: true, titularId: true } as const;

/** What a folio is of, whoever it belongs to: for the staff alone; most are of a medio. Null when it was never given. */
export async function findFolio({ db }: Pick<Contexto, 'db'>, folio: string): Promise<FolioHallado | null> {
  const where = { folio };
  const medio = await db.medioDeContacto.findUnique({ where, select: DE });
  if (medio) return { tipo: 'MEDIO', folio, titularId: medio.titularId, medioId: medio.id };
  const solicitud = await db.solicitud.findUnique({ where, select: DE });
  if (solicitud) return { tipo: 'SOLICITUD', folio, titularId: solicitud.titularId, solicitudId: solicitud.id };
  const aclaracion = await db.aclaracion.findUnique({ where, select: DE });
  if (aclaracion) return { tipo: 'ACLARACION', folio, titularId: aclaracion.titularId, aclaracionId: aclaracion.id };
  const representacion = await db.representacion.findUnique({ where, select: { titularId: true } });
  if (representacion) return { tipo: 'REPRESENTACION', folio, ...representacion };
  return (await findBaja(db, folio)) ?? findPreparada(db, folio);
}

async function findBaja(db: Contexto['db'], folio: string): Promise<FolioHallado | null> {
  const alcance = await db.alcanceDeMedio.findFirst({
    where: { folioDeBaja: folio },
    select: { titularId: true, medioId: true, fechaDeBaja: true, medio: { select: { folio: true } } },
  });
  if (!alcance?.fechaDeBaja) return null;
  const { titularId, medioId, medio, fechaDeBaja: fecha } = alcance;
  return { tipo: 'BAJA_DE_REGISTROS', folio, titularId, medioId, folioDelMedio: medio.folio, fecha };
}

async function findPreparada(db: Contexto['db'], folio: string): Promise<FolioHallado | null> {
  const apunte = await db.bitacora.findFirst({
    where: { folio, evento: 'SOLICITUD_PREPARADA' },
    select: { titularId: true },
  });
  return apunte?.titularId ? { tipo: 'SOLICITUD_PREPARADA', folio, titularId: apunte.titularId } : null;
}
