import { maskMedio, maskNombre, maskRfc } from '#domain/mascara.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import { fail, ok } from '#domain/result.ts';
import { VENCIBLES, vencidoDesde } from '#domain/retencion/retencion.ts';
import { type Criterio, parseConsulta } from '#domain/soporte/consulta.ts';
import type { MedioHallado, TitularHallado } from '#domain/soporte/hallado.ts';
import { cleanText } from '#formats/texto/texto-limpio.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, ContextoDeSoporte } from '#tramites/contexto.ts';
import { findFolio } from './find-folio.ts';
import { findTitularByRegistro, findTitularByRfc, listTitularesPorNombre } from './list-titulares-por-nombre.ts';

export interface Hallazgos {
  criterios: Criterio[];
  titulares: TitularHallado[];
  medios: MedioHallado[];
  siguiente: string | null;
}

type ContextoDeLectura = Pick<Contexto, 'db' | 'now'>;

/** Runs a search of this session, one page of it; null when it is another's, or older than an hour. */
export async function runBusqueda(ctx: ContextoDeSoporte, id: string, despuesDe: string | null) {
  const since = vencidoDesde(VENCIBLES.BUSQUEDAS.plazo, ctx.now());
  const busqueda = await ctx.db.busquedaDeSoporte.findUnique({
    where: { id, sesionId: ctx.actor.sesionId, creadaEn: { gt: since } },
    select: { consulta: true },
  });
  if (!busqueda) return null;
  const { consulta } = busqueda;
  const criterios = parseConsulta(consulta);
  if (!criterios.ok) return { consulta, hallazgos: criterios };
  const value = await ctx.lectura((db) => findAll({ db, now: ctx.now }, criterios.value, despuesDe));
  return { consulta, hallazgos: ok(value) };
}

/** What each way to understand it finds. Only one of them can have further pages: the others are of one titular. */
export async function findAll(ctx: ContextoDeLectura, criterios: Criterio[], despuesDe: string | null) {
  const all: Hallazgos = { criterios, titulares: [], medios: [], siguiente: null };
  for (const criterio of criterios) Object.assign(all, await find(ctx, criterio, despuesDe));
  return all;
}

async function find(ctx: ContextoDeLectura, criterio: Criterio, despuesDe: string | null) {
  switch (criterio.por) {
    case 'CORREO':
    case 'TELEFONO': {
      const { filas, hasMas } = await listMedios(ctx, { valorComparable: criterio.valorComparable }, despuesDe);
      return { medios: filas, siguiente: hasMas ? filas.at(-1)?.folio : null };
    }
    case 'NOMBRE':
      return listTitularesPorNombre(ctx, criterio.palabras, despuesDe);
    case 'RFC':
      return findTitularByRfc(ctx, criterio.rfc);
    case 'REGISTRO_PATRONAL':
      return findTitularByRegistro(ctx, criterio.numero);
    case 'FOLIO':
      return {};
  }
}

/**
 * So that the address of its results is an id: no address, history or log ever holds personal data. A folio that
 * exists has a page of its own.
 */
export async function storeBusqueda(ctx: ContextoDeSoporte, text: string) {
  const consulta = cleanText(text);
  const criterios = parseConsulta(consulta);
  // Whatever else is wrong is told beside what was typed.
  if (!criterios.ok && (criterios.error === 'CONSULTA_VACIA' || criterios.error === 'CONSULTA_LARGA'))
    return fail(criterios.error);
  const [criterio] = criterios.ok ? criterios.value : [];
  const hallado = criterio?.por === 'FOLIO' ? await findFolio(ctx, criterio.folio) : null;
  return ctx.db.$transaction(async (tx) => {
    if (criterios.ok) {
      const por = criterios.value.map((criterio) => criterio.por).join(' ');
      await appendBitacora(tx, ctx, { evento: 'BUSQUEDA_DE_SOPORTE', datos: { miembroId: ctx.actor.miembroId, por } });
    }
    if (hallado) return ok({ folio: hallado.folio });
    const { id } = await tx.busquedaDeSoporte.create({
      data: { sesionId: ctx.actor.sesionId, consulta, creadaEn: ctx.now() },
      select: { id: true },
    });
    return ok({ busquedaId: id });
  });
}

const POR_PAGINA = 25;

/** One page of the medios of a titular, or with exactly this address or number, in whatever state: covered, newest first. */
export async function listMedios(
  { db, now }: ContextoDeLectura,
  where: { titularId: string } | { valorComparable: string },
  despuesDe: string | null | undefined,
) {
  const medios = await db.medioDeContacto.findMany({
    where,
    orderBy: [{ fechaDeRegistro: 'desc' }, { id: 'desc' }],
    ...(despuesDe ? { cursor: { ...where, folio: despuesDe }, skip: 1 } : {}),
    take: POR_PAGINA + 1,
    select: {
      folio: true,
      mecanismo: true,
      valor: true,
      estado: true,
      venceEn: true,
      fechaDeRegistro: true,
      registros: true,
      titular: { select: { id: true, rfc: true, nombre: true } },
    },
  });
  const filas = medios.slice(0, POR_PAGINA).map(({ titular, venceEn, ...medio }) => ({
    ...medio,
    valor: maskMedio(medio),
    estado: estadoVigente({ ...medio, venceEn }, now()),
    titular: { id: titular.id, rfc: maskRfc(titular.rfc), nombre: maskNombre(titular.nombre) },
  }));
  return { filas, hasMas: medios.length > POR_PAGINA };
}
