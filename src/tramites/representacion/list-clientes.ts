import { ATENCIONES, type BuzonDeCliente, buzonDeCliente } from '#domain/representacion/atencion.ts';
import { situacionDeRepresentacion } from '#domain/representacion/estado.ts';
import type { Poder } from '#domain/representacion/poder.ts';
import { nombreBuscable } from '#domain/soporte/nombre-buscable.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

const POR_PAGINA = 50;
/** More than any accountant has; a file of them is some ten megabytes. */
const EXPORTADOS = 50_000;

const INICIO = { atencion: -1, vence: '-infinity', folio: '' };

interface Hallado extends BuzonDeCliente {
  folio: string;
  atencion: number;
  estado: 'PROPUESTA' | 'VIGENTE';
  propuestaVenceEn: Date;
  primeraVenceEn: Date | null;
  hasta: Date;
  poderes: Poder[];
  registrosPatronales: string[];
  rfcDelRepresentante: string;
  rfc: string;
  nombre: string;
}

interface Peticion {
  buscar?: string;
  /** Where the page before ended, as its `siguiente` said; anything else is the first page. */
  despuesDe?: string;
  soloPropuestas?: boolean;
}

/** For whom one was named, or is proposed: what needs attention first, in the order of ATENCIONES. One statement, by an index. */
export async function listClientes(ctx: ContextoDeTitular, peticion: Peticion = {}) {
  const halladas = await findHallados(ctx, peticion, POR_PAGINA + 1);
  const vistas = halladas.slice(0, POR_PAGINA);
  const last = halladas.length > POR_PAGINA ? vistas.at(-1) : undefined;
  return { filas: vistas.map((hallado) => toFila(hallado, ctx.now())), siguiente: last ? toLugar(last) : null };
}

/** All of them, or all that are searched, for a file. */
export async function exportClientes(ctx: ContextoDeTitular, buscar = '') {
  return (await findHallados(ctx, { buscar }, EXPORTADOS)).map((hallado) => toFila(hallado, ctx.now()));
}

function findHallados(
  { db, actor }: ContextoDeTitular,
  { buscar = '', despuesDe = '', soloPropuestas = false }: Peticion,
  limite: number,
) {
  const { atencion, vence, folio } = parseLugar(despuesDe);
  const [rfc, nombre] = [buscar.replace(/[\s-]/g, '').toUpperCase(), nombreBuscable(buscar)];
  const ultima = soloPropuestas ? ATENCIONES.indexOf('POR_RESPONDER') : ATENCIONES.length;
  return db.$queryRaw<Hallado[]>`
    SELECT c.folio, c.atencion::int, c.activo AS "isActivo", NULLIF(c.vence_en, 'infinity') AS "venceEn", c.falla AS "hasFalla",
      r.estado::text, r.vence_en AS "propuestaVenceEn", p.vence_en AS "primeraVenceEn", r.hasta, r.poderes::text[],
      r.registros AS "registrosPatronales", r.rfc_del_representante AS "rfcDelRepresentante", t.rfc, t.nombre
    FROM cliente AS c JOIN representacion AS r ON r.id = c.representacion_id JOIN titular AS t ON t.id = c.titular_id
    LEFT JOIN primera_firma AS p ON p.representacion_id = c.representacion_id
    WHERE c.rfc_del_representante = ${actor.rfc} AND c.atencion <= ${ultima}::smallint
      AND (c.atencion, c.vence_en, c.folio) > (${atencion}::smallint, ${vence}::timestamptz, ${folio})
      AND (${buscar} = '' OR ${rfc} <> '' AND strpos(t.rfc, ${rfc}) > 0
        OR ${nombre} <> '' AND strpos(nombre_buscable(t.nombre), ${nombre}) > 0)
    ORDER BY c.atencion, c.vence_en, c.folio LIMIT ${limite}`;
}

function toFila({ atencion: _, isActivo, venceEn, hasFalla, rfc, nombre, ...hallado }: Hallado, now: Date) {
  const { estado, hasta, propuestaVenceEn, primeraVenceEn } = hallado;
  const primera = primeraVenceEn && { venceEn: primeraVenceEn };
  const situacion = situacionDeRepresentacion({ estado, hasta, venceEn: propuestaVenceEn, primera }, now);
  const buzon = buzonDeCliente(situacion, { isActivo, venceEn, hasFalla }, now);
  return { ...hallado, lado: 'REPRESENTANTE' as const, titular: { rfc, nombre }, situacion, buzon };
}

/** As it stands in the address of a page: `1.1796112000000.BI-2026.00000001-52`, without the instant where nothing expires. */
function toLugar({ atencion, venceEn, folio }: Hallado): string {
  return `${atencion}.${venceEn?.getTime() ?? ''}.${folio}`;
}

function parseLugar(text: string) {
  const [, atencion, ms, folio] = /^([0-4])\.(\d{0,14})\.(BI-[\d.-]{1,38})$/.exec(text) ?? [];
  if (atencion === undefined || ms === undefined || folio === undefined) return INICIO;
  return { atencion: Number(atencion), vence: ms === '' ? 'infinity' : new Date(Number(ms)).toISOString(), folio };
}
