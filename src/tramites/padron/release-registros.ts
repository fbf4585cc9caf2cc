import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { type ContextoDeAcuses, issueAcuses } from '#tramites/acuse/issue-acuse.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { holdInstante, type Tx } from '#tramites/contexto.ts';
import { issueFolios } from '#tramites/folio/issue-folio.ts';
import { cancelMediosVencidos } from '#tramites/medio-de-contacto/cancel-medio.ts';

type RegistroAjeno = Record<'numero' | 'titularId', string> & { registroId: bigint };

interface Salida {
  medioId: string;
  folioDelMedio: string;
  titularId: string;
  rfc: string;
  nombre: string;
  mecanismo: Mecanismo;
  valor: string;
  valorComparable: string;
  isProbado: boolean;
  /** None is left: the medio ends. */
  isTodo: boolean;
  total: number;
  sha256: string;
  despuesDe: Date;
}

/** A removal, under its folio: the medio's own when it ends. */
type Baja = Salida & { folio: string };

/** In the transaction that gives them away: each medio that loses some has a removal with folio, acuse and notice. */
export async function releaseRegistros(tx: Tx, ctx: ContextoDeAcuses, ajenos: readonly RegistroAjeno[]): Promise<void> {
  if (ajenos.length === 0) return;
  const titularId = { in: [...new Set(ajenos.map((ajeno) => ajeno.titularId))] };
  await cancelMediosVencidos(tx, ctx, { titularId, registros: { not: null } });
  const evento = 'REGISTRO_PASADO_A_OTRO_TITULAR' as const;
  const apuntes = ajenos.map((ajeno) => ({
    evento,
    titularId: ajeno.titularId,
    datos: { registroPatronal: ajeno.numero },
  }));
  await appendBitacora(tx, ctx, apuntes);
  const registros = ajenos.map(({ registroId }) => String(registroId));
  const salidas = await findSalidas(tx, registros);
  const deCadaInstante = new Map<number, Salida[]>();
  for (const salida of salidas) {
    const instante = holdInstante(ctx, salida.despuesDe).now().getTime();
    deCadaInstante.set(instante, [...(deCadaInstante.get(instante) ?? []), salida]);
  }
  for (const [instante, juntas] of deCadaInstante)
    await settleSalidas(tx, holdInstante(ctx, new Date(instante)), juntas, registros);
}

function findSalidas(tx: Tx, registros: readonly string[]): Promise<Salida[]> {
  return tx.$queryRaw<Salida[]>`
    SELECT m.id AS "medioId", m.folio AS "folioDelMedio", t.id AS "titularId", t.rfc, t.nombre,
      m.mecanismo::text, m.valor, m.valor_comparable AS "valorComparable", m.fecha_de_validacion IS NOT NULL AS "isProbado",
      count(*) = m.registros AS "isTodo", count(*)::int AS total,
      encode(sha256(convert_to(string_agg(a.numero || E'\n', '' ORDER BY a.numero), 'UTF8')), 'hex') AS sha256,
      instante_de_baja(m.id, count(*) < m.registros) AS "despuesDe"
    FROM alcance_de_medio a JOIN medio_de_contacto m ON m.id = a.medio_id JOIN titular t ON t.id = m.titular_id
    WHERE a.lugar IS NOT NULL AND a.registro_patronal_id = ANY (${registros}::bigint[])
    GROUP BY m.id, t.id ORDER BY t.id, m.folio`;
}

async function settleSalidas(tx: Tx, ctx: ContextoDeAcuses, salidas: readonly Salida[], registros: readonly string[]) {
  const parciales = salidas.filter(({ isTodo }) => !isTodo);
  const folios = await issueFolios(tx, ctx, parciales.length);
  const deAlgunos = parciales.map((salida, i) => ({ ...salida, folio: folios[i] as string }));
  const deTodos = salidas.flatMap((salida) => (salida.isTodo ? [{ ...salida, folio: salida.folioDelMedio }] : []));
  await endAlcances(tx, ctx.now(), deAlgunos, registros);
  await endMedios(tx, ctx.now(), deTodos);
  const bajas = [...deAlgunos, ...deTodos];
  await appendBitacora(tx, ctx, bajas.map(toApunte));
  const fecha = ctx.now().toISOString();
  const nuevos = bajas.map((baja) => ({ titularId: baja.titularId, datos: toDatos(baja, fecha) }));
  const acuses = await issueAcuses(tx, ctx, nuevos);
  const noticias = bajas.map(({ titularId, medioId, isTodo, isProbado, mecanismo, valor, valorComparable }, i) => ({
    titularId,
    tipo: isTodo ? ('MEDIO_ELIMINADO' as const) : ('REGISTROS_ELIMINADOS' as const),
    medioId,
    acuseId: acuses[i] as string,
    ...(isProbado && { also: { mecanismo, valor, valorComparable } }),
  }));
  await tellContactos(tx, ctx, noticias);
}

async function endAlcances(tx: Tx, now: Date, bajas: readonly Baja[], registros: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE alcance_de_medio a SET lugar = NULL, fecha_de_baja = ${now}, folio_de_baja = baja.folio
    FROM unnest(${bajas.map(({ medioId }) => medioId)}::uuid[], ${bajas.map(({ folio }) => folio)}::text[])
      AS baja (medio_id, folio)
    WHERE a.medio_id = baja.medio_id AND a.lugar IS NOT NULL AND a.registro_patronal_id = ANY (${registros}::bigint[])`;
}

/** A medio that every registro left is for nothing any more, and must not be taken for one of the RFC. */
async function endMedios(tx: Tx, now: Date, bajas: readonly Baja[]): Promise<void> {
  await tx.medioDeContacto.updateMany({
    where: { id: { in: bajas.map(({ medioId }) => medioId) } },
    data: { estado: 'BAJA', fechaDeBaja: now },
  });
}

function toApunte({ titularId, folioDelMedio, isTodo, mecanismo, total, folio }: Baja) {
  const evento = isTodo ? ('MEDIO_DADO_DE_BAJA' as const) : ('REGISTROS_DADOS_DE_BAJA' as const);
  const datos = { mecanismo, registros: total, causa: 'PADRON', ...(!isTodo && { folioDeBaja: folio }) };
  return { evento, titularId, folio: folioDelMedio, datos };
}

function toDatos(baja: Baja, fecha: string): DatosDeAcuse {
  const { rfc, nombre, mecanismo, valor, total, sha256, isTodo, folio, folioDelMedio } = baja;
  return {
    tipo: 'BAJA',
    folio,
    fecha,
    rfc,
    nombre,
    medio: { mecanismo, valor },
    registros: { total, sha256 },
    ...(!isTodo && { folioDelMedio }),
    fechaDeBaja: fecha,
    causa: 'PADRON',
  };
}
