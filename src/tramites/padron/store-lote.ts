import { estadosHacia } from '#domain/medio-de-contacto/estado.ts';
import type { RegistroDelPadron } from '#domain/padron/registro-del-padron.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { TRANSACCION_MASIVA } from '#tramites/registro-patronal/transaccion-masiva.ts';
import { type Importacion, type NumeroRepetido, rememberNumeros } from './remember-numeros.ts';

/** What a load touches. */
export type ContextoDePadron = Pick<Contexto, 'db' | 'now' | 'actor'>;

export type Lote = readonly { linea: number; registro: RegistroDelPadron }[];

export interface ResumenDeLote {
  nuevos: number;
  cambiados: number;
  /** Those that the file had before, here or in a lot before: they are not stored. */
  repetidos: NumeroRepetido[];
}

/** A registro that is new or differs from what is stored; without ids when it is new. */
interface Cambio {
  numero: string;
  registroId: bigint | null;
  titularId: string | null;
  isDeOtro: boolean;
}

/**
 * Enters or updates registros in one transaction. What is there already is not touched, so that the same file twice
 * changes nothing. A registro that passes to another titular leaves the medios of the one before.
 */
export function storeLote(ctx: ContextoDePadron, importacion: Importacion, lote: Lote): Promise<ResumenDeLote> {
  return ctx.db.$transaction(async (tx) => {
    const leidos = lote.map(({ linea, registro }) => ({ linea, numero: registro.registroPatronal }));
    const repetidos = await rememberNumeros(tx, importacion, leidos);
    const lineas = new Set(repetidos.map(({ linea }) => linea));
    const registros = lote.filter(({ linea }) => !lineas.has(linea)).map(({ registro }) => registro);
    await storeTitulares(tx, ctx, registros);
    await lockTitulares(tx, await findCambios(tx, registros));
    // Read again: what came in while this waited is settled now.
    const cambios = await findCambios(tx, registros);
    await endAlcances(tx, ctx, cambios);
    const changed = new Set(cambios.map(({ numero }) => numero));
    await upsertRegistros(
      tx,
      registros.filter(({ registroPatronal }) => changed.has(registroPatronal)),
    );
    const nuevos = cambios.filter(({ registroId }) => registroId === null).length;
    return { nuevos, cambiados: cambios.length - nuevos, repetidos };
  }, TRANSACCION_MASIVA);
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
async function lockTitulares(tx: Tx, cambios: readonly Cambio[]): Promise<void> {
  const ids = [...new Set(cambios.flatMap(({ isDeOtro, titularId }) => (isDeOtro && titularId ? [titularId] : [])))];
  if (ids.length > 0)
    await tx.$executeRaw`SELECT 1 FROM titular WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

/** Always after the validation, whose acuse names those that had not left by its date: clocks may differ. */
async function endAlcances(tx: Tx, ctx: ContextoDePadron, cambios: readonly Cambio[]): Promise<void> {
  const ajenos = cambios.filter(({ isDeOtro }) => isDeOtro);
  if (ajenos.length === 0) return;
  const now = ctx.now();
  await tx.$executeRaw`
    UPDATE alcance_de_medio a SET lugar = NULL, fecha_de_baja = greatest(${now}, m.fecha_de_validacion + interval '1 millisecond')
    FROM medio_de_contacto m
    WHERE m.id = a.medio_id AND a.lugar IS NOT NULL
      AND a.registro_patronal_id = ANY (${ajenos.map(({ registroId }) => String(registroId))}::bigint[])`;
  for (const { numero, titularId } of ajenos)
    await appendBitacora(tx, ctx, {
      evento: 'REGISTRO_PASADO_A_OTRO_TITULAR',
      titularId,
      datos: { registroPatronal: numero },
    });
  await endMediosSinRegistros(tx, ctx, now, [...new Set(ajenos.flatMap(({ titularId }) => titularId ?? []))]);
}

/** A medio that every registro left is for nothing any more, and must not be taken for one of the RFC. */
async function endMediosSinRegistros(tx: Tx, ctx: ContextoDePadron, now: Date, titulares: string[]): Promise<void> {
  const ended = await tx.medioDeContacto.updateManyAndReturn({
    where: { titularId: { in: titulares }, registros: 0, estado: { in: estadosHacia('BAJA') } },
    data: { estado: 'BAJA', fechaDeBaja: now },
    select: { folio: true, titularId: true, mecanismo: true },
  });
  for (const { folio, titularId, mecanismo } of ended)
    await appendBitacora(tx, ctx, { evento: 'MEDIO_DADO_DE_BAJA', titularId, folio, datos: { mecanismo } });
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
