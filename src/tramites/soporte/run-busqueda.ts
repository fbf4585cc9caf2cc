import type { Result } from '#domain/result.ts';
import { type ConsultaError, type Criterio, parseConsulta } from '#domain/soporte/consulta.ts';
import type { MedioHallado, TitularHallado } from '#domain/soporte/hallado.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { listMediosPorValor } from './list-medios-por-valor.ts';
import { listTitularesPorNombre } from './list-titulares-por-nombre.ts';
import { findTitularByRegistro, findTitularByRfc } from './titular-hallado.ts';

const HOUR_MS = 3_600_000;

export interface Hallazgos {
  criterios: Criterio[];
  titulares: TitularHallado[];
  medios: MedioHallado[];
  siguiente: string | null;
}

export interface BusquedaHecha {
  consulta: string;
  hallazgos: Result<Hallazgos, ConsultaError>;
}

/** Runs a search of this session, one page of it; null when it is another's, or older than an hour. */
export async function runBusqueda(
  ctx: ContextoDeSoporte,
  id: string,
  despuesDe: string | null,
): Promise<BusquedaHecha | null> {
  const since = new Date(ctx.now().getTime() - HOUR_MS);
  const busqueda = await ctx.db.busquedaDeSoporte.findUnique({
    where: { id, sesionId: ctx.actor.sesionId, creadaEn: { gt: since } },
    select: { consulta: true },
  });
  if (!busqueda) return null;
  const { consulta } = busqueda;
  const criterios = parseConsulta(consulta);
  if (!criterios.ok) return { consulta, hallazgos: criterios };
  const value = await ctx.lectura((db) => findAll({ db, now: ctx.now }, criterios.value, despuesDe));
  return { consulta, hallazgos: { ok: true, value } };
}

/** What each way to understand it finds. Only one of them can have further pages: the others are of one titular. */
export async function findAll(
  ctx: Pick<ContextoDeSoporte, 'db' | 'now'>,
  criterios: Criterio[],
  despuesDe: string | null,
): Promise<Hallazgos> {
  const all: Hallazgos = { criterios, titulares: [], medios: [], siguiente: null };
  for (const criterio of criterios) Object.assign(all, await find(ctx, criterio, despuesDe));
  return all;
}

async function find(
  ctx: Pick<ContextoDeSoporte, 'db' | 'now'>,
  criterio: Criterio,
  despuesDe: string | null,
): Promise<Partial<Hallazgos>> {
  switch (criterio.por) {
    case 'CORREO':
    case 'TELEFONO':
      return listMediosPorValor(ctx, criterio.valorComparable, despuesDe);
    case 'NOMBRE':
      return listTitularesPorNombre(ctx, criterio.palabras, despuesDe);
    case 'RFC':
      return { titulares: await findTitularByRfc(ctx, criterio.rfc) };
    case 'REGISTRO_PATRONAL':
      return { titulares: await findTitularByRegistro(ctx, criterio.numero) };
    case 'FOLIO':
      return {};
  }
}

/** A search is over an hour after it was made. For the worker. */
export async function removeOldBusquedas(ctx: Pick<ContextoDeSoporte, 'db' | 'now'>): Promise<void> {
  const since = new Date(ctx.now().getTime() - HOUR_MS);
  await ctx.db.busquedaDeSoporte.deleteMany({ where: { creadaEn: { lte: since } } });
}
