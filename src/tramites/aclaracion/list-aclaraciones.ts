import { type EstadoDeAclaracion, isPorContestar } from '#domain/aclaracion/estado.ts';
import { isPresentadaEnPlazo } from '#domain/aclaracion/plazo.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

const ACLARACIONES_POR_PAGINA = 25;

interface BusquedaDeAclaraciones {
  estado: EstadoDeAclaracion | null;
  despuesDe: Posicion | null;
}

export interface Posicion {
  parte: Parte;
  fecha: Date;
  id: string;
}

/** The oldest unanswered first. Each part walks an index of its own: a list of years costs what one of a day does. */
export async function listAclaraciones(ctx: ContextoDeSoporte, { estado, despuesDe }: BusquedaDeAclaraciones) {
  const wanted = estado === null ? PARTES : [parteDe(estado)];
  const filas: Awaited<ReturnType<typeof listParte>> = [];
  for (const parte of wanted.slice(despuesDe ? Math.max(wanted.indexOf(despuesDe.parte), 0) : 0)) {
    const after = despuesDe?.parte === parte ? despuesDe : null;
    filas.push(...(await listParte(ctx, { parte, estado, after, take: ACLARACIONES_POR_PAGINA + 1 - filas.length })));
    if (filas.length > ACLARACIONES_POR_PAGINA) break;
  }
  const page = filas.slice(0, ACLARACIONES_POR_PAGINA);
  const last = page.at(-1);
  const siguiente: Posicion | null =
    last && filas.length > ACLARACIONES_POR_PAGINA
      ? { parte: parteDe(last.estado), fecha: last.esperaDesde ?? last.presentadaEn, id: last.id }
      : null;
  return { filas: page.map(describe), siguiente };
}

/** The list is three: who waits, since when; then the answered ones, then the closed ones, by when they were filed. */
export const PARTES = ['POR_CONTESTAR', 'RESPONDIDA', 'CERRADA'] as const;

type Parte = (typeof PARTES)[number];

function parteDe(estado: EstadoDeAclaracion): Parte {
  return isPorContestar(estado) ? 'POR_CONTESTAR' : estado;
}

interface Lectura {
  parte: Parte;
  estado: EstadoDeAclaracion | null;
  after: Posicion | null;
  take: number;
}

function listParte({ db }: ContextoDeSoporte, { parte, estado, after, take }: Lectura) {
  const orden = parte === 'POR_CONTESTAR' ? 'esperaDesde' : 'presentadaEn';
  const filter =
    parte === 'POR_CONTESTAR' ? { esperaDesde: { not: null }, ...(estado && { estado }) } : { estado: parte };
  // The first bound is what the index is entered by; the rest is about rows of the same instant.
  const further = after && {
    AND: [
      { [orden]: { gte: after.fecha } },
      { OR: [{ [orden]: { gt: after.fecha } }, { [orden]: after.fecha, id: { gt: after.id } }] },
    ],
  };
  return db.aclaracion.findMany({
    where: { ...filter, ...further },
    orderBy: [{ [orden]: 'asc' }, { id: 'asc' }],
    take,
    select: {
      id: true,
      folio: true,
      asunto: true,
      estado: true,
      presentadaEn: true,
      esperaDesde: true,
      titular: { select: { rfc: true, nombre: true } },
      medio: { select: { folio: true, fechaDeRegistro: true } },
      atiende: { select: { id: true, nombre: true } },
    },
  });
}

type Leida = Awaited<ReturnType<typeof listParte>>[number];

function describe({ id: _, medio, ...aclaracion }: Leida) {
  const enPlazo = medio && isPresentadaEnPlazo(medio.fechaDeRegistro, aclaracion.presentadaEn);
  return { ...aclaracion, folioDelMedio: medio?.folio ?? null, enPlazo };
}
