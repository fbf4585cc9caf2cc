import type { RegistroDelPadron } from '#domain/padron/registro-del-padron.ts';
import { type ContextoDeAcuses, runSealed } from '#tramites/acuse/issue-acuse.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { releaseRegistros } from './release-registros.ts';
import { tellMedios } from './tell-medios.ts';

/** A lot may take registros off thousands of medios, each of which has its acuse sealed. */
const TRANSACCION_DE_LOTE = { timeout: 600_000 };

/** What a load touches: the sello only when a medio loses registros, which is certified. */
export type ContextoDePadron = Pick<Contexto, 'db'> & ContextoDeAcuses;

type Lote = readonly { linea: number; registro: RegistroDelPadron }[];

interface Cambio {
  numero: string;
  registroId: bigint | null;
  titularId: string | null;
  isDeOtro: boolean;
}

/**
 * What is there already is not touched, nor what the file had before. A registro that passes to another leaves the medios of
 * the one before.
 */
export function storeLote(ctx: ContextoDePadron, importacion: Importacion, lote: Lote) {
  return runSealed(ctx, TRANSACCION_DE_LOTE, async (tx, ctx) => {
    const leidos = lote.map(({ linea, registro }) => ({ linea, numero: registro.registroPatronal }));
    const repetidos = await rememberNumeros(tx, importacion, leidos);
    const lineas = new Set(repetidos.map(({ linea }) => linea));
    const registros = lote.filter(({ linea }) => !lineas.has(linea)).map(({ registro }) => registro);
    await storeTitulares(tx, ctx, registros);
    const cambios = await findCambiosConCandado(tx, registros);
    if (cambios.length === 0) return { nuevos: 0, cambiados: 0, repetidos };
    const numeros = new Set(cambios.map(({ numero }) => numero));
    const changed = registros.filter(({ registroPatronal }) => numeros.has(registroPatronal));
    const ajenos = cambios.flatMap(({ numero, isDeOtro, registroId, titularId }) =>
      isDeOtro && registroId !== null && titularId !== null ? [{ numero, registroId, titularId }] : [],
    );
    await releaseRegistros(tx, ctx, ajenos);
    await tellMedios(tx, ctx, changed);
    await upsertRegistros(tx, changed);
    const nuevos = cambios.filter(({ registroId }) => registroId === null).length;
    return { nuevos, cambiados: cambios.length - nuevos, repetidos };
  });
}

/** A name is the padrón's until the titular signs in; from then on it is the e.firma's. In order: two loads never deadlock. */
async function storeTitulares(tx: Tx, ctx: ContextoDePadron, registros: readonly RegistroDelPadron[]): Promise<void> {
  const nombres = new Map(registros.map(({ rfc, nombre }) => [rfc, nombre]));
  await tx.$executeRaw`
    INSERT INTO titular (id, rfc, nombre, creado_en)
    SELECT gen_random_uuid(), n.rfc, n.nombre, ${ctx.now()}
    FROM unnest(${[...nombres.keys()]}::text[], ${[...nombres.values()]}::text[]) AS n (rfc, nombre)
    LEFT JOIN titular t USING (rfc)
    WHERE t.id IS NULL OR t.nombre <> n.nombre AND NOT EXISTS (SELECT FROM certificado c WHERE c.titular_id = t.id)
    ORDER BY n.rfc
    ON CONFLICT (rfc) DO UPDATE SET nombre = EXCLUDED.nombre`;
}

function findCambios(tx: Tx, registros: readonly RegistroDelPadron[]): Promise<Cambio[]> {
  return tx.$queryRaw<Cambio[]>`
    SELECT n."registroPatronal" AS numero, r.id AS "registroId", r.titular_id AS "titularId",
      r.titular_id IS NOT NULL AND r.titular_id <> t.id AS "isDeOtro"
    FROM jsonb_to_recordset(${JSON.stringify(registros)}::jsonb)
      AS n (rfc text, "registroPatronal" char(11), subdelegacion text, domicilio text, estado text)
    JOIN titular t USING (rfc) LEFT JOIN registro_patronal r ON r.numero = n."registroPatronal"
    WHERE r.id IS NULL OR (r.titular_id, r.subdelegacion, r.domicilio, r.estado::text)
      IS DISTINCT FROM (t.id, n.subdelegacion, n.domicilio, n.estado)`;
}

/** Those who lose a registro wait, so that no medio is being registered for it meanwhile. */
async function findCambiosConCandado(tx: Tx, registros: readonly RegistroDelPadron[]): Promise<Cambio[]> {
  const cambios = await findCambios(tx, registros);
  const ids = [...new Set(cambios.flatMap(({ isDeOtro, titularId }) => (isDeOtro && titularId ? [titularId] : [])))];
  if (ids.length === 0) return cambios;
  await tx.$executeRaw`SELECT 1 FROM titular WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  // What came in while this waited is settled now.
  return findCambios(tx, registros);
}

async function upsertRegistros(tx: Tx, registros: readonly RegistroDelPadron[]): Promise<void> {
  if (registros.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO registro_patronal (numero, titular_id, subdelegacion, domicilio, estado)
    SELECT n."registroPatronal", t.id, n.subdelegacion, n.domicilio, n.estado::"EstadoDeRegistro"
    FROM jsonb_to_recordset(${JSON.stringify(registros)}::jsonb)
      AS n (rfc text, "registroPatronal" char(11), subdelegacion text, domicilio text, estado text)
    JOIN titular t USING (rfc) ORDER BY n."registroPatronal"
    ON CONFLICT (numero) DO UPDATE SET titular_id = EXCLUDED.titular_id, subdelegacion = EXCLUDED.subdelegacion,
      domicilio = EXCLUDED.domicilio, estado = EXCLUDED.estado`;
}

export type Importacion = { id: string; iniciadaEn: Date };

type NumeroLeido = { linea: number; numero: string };

/** Their first line stands: the same file twice changes nothing. In the database, as they may not fit in memory. */
function rememberNumeros(tx: Tx, { id, iniciadaEn }: Importacion, leidos: readonly NumeroLeido[]) {
  return tx.$queryRaw<(NumeroLeido & { otraLinea: number })[]>`
    WITH leido AS (
      SELECT * FROM unnest(${leidos.map(({ numero }) => numero)}::bpchar[], ${leidos.map(({ linea }) => linea)}::int[])
        AS l (numero, linea)
    ), nuevo AS (
      INSERT INTO numero_importado (importacion, numero, linea, iniciada_en)
      SELECT DISTINCT ON (numero) ${id}::uuid, numero, linea, ${iniciadaEn} FROM leido ORDER BY numero, linea
      ON CONFLICT DO NOTHING RETURNING numero, linea
    )
    SELECT leido.numero, leido.linea, coalesce(nuevo.linea, antes.linea) AS "otraLinea"
    FROM leido LEFT JOIN nuevo USING (numero)
    LEFT JOIN numero_importado antes ON antes.importacion = ${id}::uuid AND antes.numero = leido.numero
    WHERE nuevo.linea IS DISTINCT FROM leido.linea ORDER BY leido.linea`;
}

export async function forgetNumeros(ctx: Pick<Contexto, 'db'>, { id }: Importacion): Promise<void> {
  await ctx.db.numeroImportado.deleteMany({ where: { importacion: id } });
}
