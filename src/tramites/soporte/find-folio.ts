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

type Buscador = (db: Contexto['db'], folio: string) => Promise<FolioHallado | null>;

const DE = { id: true, titularId: true } as const;

/** In the order in which they are asked: most folios are of a medio. */
const BUSCADORES: readonly Buscador[] = [
  async (db, folio) => {
    const hallado = await db.medioDeContacto.findUnique({ where: { folio }, select: DE });
    return hallado && { tipo: 'MEDIO', folio, titularId: hallado.titularId, medioId: hallado.id };
  },
  async (db, folio) => {
    const hallada = await db.solicitud.findUnique({ where: { folio }, select: DE });
    return hallada && { tipo: 'SOLICITUD', folio, titularId: hallada.titularId, solicitudId: hallada.id };
  },
  async (db, folio) => {
    const hallada = await db.aclaracion.findUnique({ where: { folio }, select: DE });
    return hallada && { tipo: 'ACLARACION', folio, titularId: hallada.titularId, aclaracionId: hallada.id };
  },
  async (db, folio) => {
    const hallada = await db.representacion.findUnique({ where: { folio }, select: { titularId: true } });
    return hallada && { tipo: 'REPRESENTACION', folio, ...hallada };
  },
  findBaja,
  findPreparada,
];

/** What a folio is of, whoever it belongs to: for the staff alone. Null when it was never given. */
export async function findFolio({ db }: Pick<Contexto, 'db'>, folio: string): Promise<FolioHallado | null> {
  for (const find of BUSCADORES) {
    const found = await find(db, folio);
    if (found) return found;
  }
  return null;
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
