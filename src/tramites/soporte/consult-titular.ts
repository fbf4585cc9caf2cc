import { situacionDe } from '#domain/solicitud/estado.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findEnVigor } from '../vigencia/list-solicitudes.ts';
import { listDesignaciones } from './list-designaciones.ts';
import { coverTitular, findTitularById } from './list-titulares-por-nombre.ts';
import { listMedios } from './run-busqueda.ts';

const POR_PAGINA = 25;

export interface Paginas {
  medios?: string;
  registros?: string;
  representantes?: string;
  clientes?: string;
}

/** A titular for a staff member, covered, with pages of their medios, registros patronales and designations; null when there is none. */
export async function consultTitular(ctx: ContextoDeSoporte, id: string, paginas: Paginas) {
  const titular = await findTitularById(ctx, id);
  if (!titular) return null;
  const datos = { miembroId: ctx.actor.miembroId };
  await appendBitacora(ctx.db, ctx, { evento: 'TITULAR_CONSULTADO', titularId: id, datos });
  const [medios, registros, bajas, solicitudes, enVigor, aclaraciones, loRepresentan, representa] = await Promise.all([
    listMedios(ctx, { titularId: id }, paginas.medios),
    listRegistros(ctx, id, paginas.registros ?? ''),
    listBajasDeRegistros(ctx, id),
    ctx.db.solicitud.findMany({
      where: { titularId: id },
      orderBy: { fecha: 'desc' },
      take: POR_PAGINA,
      select: { folio: true, fecha: true, estado: true },
    }),
    findEnVigor(ctx.db, id),
    ctx.db.aclaracion.findMany({
      where: { titularId: id },
      orderBy: { presentadaEn: 'desc' },
      take: POR_PAGINA,
      select: { folio: true, presentadaEn: true, estado: true },
    }),
    listDesignaciones(ctx, titular, 'TITULAR', paginas.representantes),
    listDesignaciones(ctx, titular, 'REPRESENTANTE', paginas.clientes),
  ]);
  return {
    ...coverTitular(titular),
    medios,
    registrosPatronales: registros,
    bajas,
    solicitudes: solicitudes.map((solicitud) => ({ ...solicitud, estado: situacionDe(solicitud, enVigor) })),
    aclaraciones,
    loRepresentan,
    representa,
  };
}

async function listRegistros({ db }: ContextoDeSoporte, titularId: string, despuesDe: string) {
  const filas = await db.$queryRaw<{ numero: string; subdelegacion: string }[]>`
    SELECT numero, subdelegacion FROM registro_vigente
    WHERE titular_id = ${titularId}::uuid AND numero > ${despuesDe}::bpchar ORDER BY numero LIMIT ${POR_PAGINA + 1}`;
  return { filas: filas.slice(0, POR_PAGINA), hasMas: filas.length > POR_PAGINA };
}

/** The last removals of registros patronales from medios that went on: each has an acuse under a folio of its own. */
function listBajasDeRegistros({ db }: ContextoDeSoporte, titularId: string) {
  return db.$queryRaw<{ folio: string; fecha: Date }[]>`
    SELECT folio, fecha FROM acuse
    WHERE titular_id = ${titularId}::uuid AND tipo = 'BAJA'
      AND EXISTS (SELECT FROM alcance_de_medio WHERE folio_de_baja = acuse.folio)
    ORDER BY fecha DESC LIMIT ${POR_PAGINA}`;
}
