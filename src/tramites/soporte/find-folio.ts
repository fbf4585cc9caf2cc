import type { Contexto } from '#tramites/contexto.ts';

export type FolioHallado =
  | { tipo: 'MEDIO'; folio: string; titularId: string; medioId: string }
  /** Registros patronales that were taken off a medio, which goes on under its own folio. */
  | {
      tipo: 'BAJA_DE_REGISTROS';
      folio: string;
      titularId: string;
      medioId: string;
      folioDelMedio: string;
      fecha: Date;
    }
  | { tipo: 'SOLICITUD'; folio: string; titularId: string; solicitudId: string }
  /** A solicitud that was about to be signed, and was not under this folio. */
  | { tipo: 'SOLICITUD_PREPARADA'; folio: string; titularId: string }
  | { tipo: 'ACLARACION'; folio: string; titularId: string; aclaracionId: string };

type Buscador = (db: Contexto['db'], folio: string) => Promise<FolioHallado | null>;

/** In the order in which they are asked: most folios are of a medio. */
const BUSCADORES: readonly Buscador[] = [findMedio, findSolicitud, findAclaracion, findBaja, findPreparada];

/** What a folio is of, whoever it belongs to: for the staff alone. Null when it was never given. */
export async function findFolio({ db }: Pick<Contexto, 'db'>, folio: string): Promise<FolioHallado | null> {
  for (const find of BUSCADORES) {
    const found = await find(db, folio);
    if (found) return found;
  }
  return null;
}

async function findMedio(db: Contexto['db'], folio: string): Promise<FolioHallado | null> {
  const medio = await db.medioDeContacto.findUnique({ where: { folio }, select: { id: true, titularId: true } });
  return medio && { tipo: 'MEDIO', folio, titularId: medio.titularId, medioId: medio.id };
}

async function findSolicitud(db: Contexto['db'], folio: string): Promise<FolioHallado | null> {
  const solicitud = await db.solicitud.findUnique({
    where: { folio },
    select: { id: true, titularId: true },
  });
  return solicitud && { tipo: 'SOLICITUD', folio, titularId: solicitud.titularId, solicitudId: solicitud.id };
}

async function findAclaracion(db: Contexto['db'], folio: string): Promise<FolioHallado | null> {
  const aclaracion = await db.aclaracion.findUnique({ where: { folio }, select: { id: true, titularId: true } });
  return aclaracion && { tipo: 'ACLARACION', folio, titularId: aclaracion.titularId, aclaracionId: aclaracion.id };
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
