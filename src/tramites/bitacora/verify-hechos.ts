import { textoDeCampo, textoDeHecho } from '#domain/bitacora/texto-canonico.ts';
import type { Db } from '#infra/db/db.ts';
import { hashDe } from './hash-de.ts';

/** As prisma/evidencia.ts describes them. */
type Tablas = Readonly<Record<string, { clave: string; columnas: readonly string[]; agrupada?: boolean }>>;

/** A row that is not as the bitácora has it, is not there, or is not in the bitácora. */
export interface HechoDistinto {
  falla: 'CAMBIADO' | 'FALTA' | 'SOBRA';
  tabla: string;
  clave: string;
  folio: string | null;
  campos: readonly string[];
}

interface Leido {
  clave: string;
  valores: (string | null)[];
  folio: string | null;
  sha256: string | null;
  campos: string | null;
}

const LOTE = 1_000;

/** Recomputes every fact from its table, in memory that does not depend on how many there are. Names are not a person's. */
export async function* verifyHechos(
  db: Db,
  tablas: Tablas,
  onProgress: (hechos: number) => void = () => undefined,
): AsyncGenerator<HechoDistinto> {
  let hechos = 0;
  for (const [tabla, { clave, columnas, agrupada = false }] of Object.entries(tablas)) {
    const tipos = await findTipos(db, tabla);
    const valores = columnas.map((columna) => toValor(columna, tipos.get(columna), agrupada)).join(', ');
    const query = queryDe(tabla, { clave, tipo: tipos.get(clave) ?? 'text', valores, agrupada });
    for (let after: string | null = null; ; ) {
      const lote: Leido[] = await db.$queryRawUnsafe<Leido[]>(query, after, LOTE);
      for (const leido of lote) {
        const distinto = judge(tabla, columnas, leido);
        if (distinto) yield distinto;
      }
      hechos += lote.length;
      onProgress(hechos);
      if (lote.length < LOTE) break;
      after = lote.at(-1)?.clave ?? null;
    }
    yield* listFaltantes(db, tabla, clave, tipos.get(clave) ?? 'text');
  }
  yield* listAcusesSinSuEvento(db);
}

function judge(tabla: string, columnas: readonly string[], { clave, valores, folio, sha256, campos }: Leido) {
  if (sha256 === null) return { falla: 'SOBRA' as const, tabla, clave, folio: null, campos: [] };
  const values = Object.fromEntries(columnas.map((columna, i) => [columna, valores[i] ?? null]));
  if (hashDe(textoDeHecho({ tabla, clave, campos: values })) === sha256) return null;
  const anotados = campos?.split(' ') ?? [];
  const distintos = columnas.filter(
    (columna, i) => hashDe(textoDeCampo(clave, columna, values[columna] ?? null)).slice(0, 8) !== anotados[i],
  );
  return { falla: 'CAMBIADO' as const, tabla, clave, folio, campos: distintos };
}

async function findTipos(db: Db, tabla: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ columna: string; tipo: string }[]>`
    SELECT attname AS columna, replace(atttypid::regtype::text, 'character', 'bpchar') AS tipo FROM pg_attribute
    WHERE attrelid = ${tabla}::text::regclass AND attnum > 0`;
  return new Map(rows.map(({ columna, tipo }) => [columna, tipo]));
}

/** As the migration `hechos` has it. */
function toValor(columna: string, tipo: string | undefined, agrupada: boolean): string {
  const valor =
    tipo === 'bytea'
      ? `encode(sha256(n."${columna}"), 'hex')`
      : tipo === 'timestamp with time zone'
        ? `to_char(n."${columna}" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
        : `n."${columna}"::text`;
  return agrupada
    ? `encode(sha256(convert_to(string_agg(coalesce(${valor}, '-'), ' ' ORDER BY n.id), 'UTF8')), 'hex')`
    : valor;
}

type Forma = { clave: string; tipo: string; valores: string; agrupada: boolean };

function queryDe(tabla: string, { clave, tipo, valores, agrupada }: Forma): string {
  return `
    SELECT fila.clave::text AS clave, valores, datos ->> 'folio' AS folio, datos ->> 'sha256' AS sha256,
           datos ->> 'campos' AS campos
    FROM (
      SELECT n."${clave}" AS clave, ARRAY[${valores}] AS valores FROM "${tabla}" AS n
      WHERE $1::text IS NULL OR n."${clave}" > $1::text::${tipo}
      ${agrupada ? `GROUP BY n."${clave}"` : ''} ORDER BY n."${clave}" LIMIT $2::int
    ) AS fila LEFT JOIN LATERAL (
      SELECT datos FROM bitacora
      WHERE evento = 'HECHO' AND datos ->> 'tabla' = '${tabla}' AND datos ->> 'clave' = fila.clave::text
      ORDER BY id DESC LIMIT 1
    ) AS hecho ON true ORDER BY fila.clave`;
}

/** What the bitácora tells of and is in its table no more. */
async function* listFaltantes(db: Db, tabla: string, clave: string, tipo: string): AsyncGenerator<HechoDistinto> {
  const rows = await db.$queryRawUnsafe<{ clave: string; folio: string | null }[]>(
    `SELECT DISTINCT b.datos ->> 'clave' AS clave, b.datos ->> 'folio' AS folio FROM bitacora AS b
     WHERE b.evento = 'HECHO' AND b.datos ->> 'tabla' = $1
       AND NOT EXISTS (SELECT FROM "${tabla}" AS n WHERE n."${clave}" = (b.datos ->> 'clave')::${tipo}) LIMIT ${LOTE}`,
    tabla,
  );
  for (const row of rows) yield { falla: 'FALTA', tabla, ...row, campos: [] };
}

/** Each acuse has its event and each event its acuse: who takes both rows of a fact away leaves one of these. */
async function* listAcusesSinSuEvento(db: Db): AsyncGenerator<HechoDistinto> {
  const rows = await db.$queryRaw<{ falla: 'FALTA' | 'SOBRA'; clave: string; folio: string }[]>`
    SELECT 'SOBRA' AS falla, id::text AS clave, folio FROM acuse
    WHERE NOT EXISTS (SELECT FROM bitacora AS b
      WHERE b.folio = acuse.folio AND evento = 'ACUSE_EMITIDO' AND b.datos ->> 'tipo' = tipo::text)
    UNION ALL
    SELECT 'FALTA', b.id::text, folio FROM bitacora AS b
    WHERE evento = 'ACUSE_EMITIDO' AND NOT EXISTS (SELECT FROM acuse
      WHERE acuse.folio = b.folio AND tipo::text = b.datos ->> 'tipo') LIMIT ${LOTE}`;
  for (const row of rows) yield { ...row, tabla: 'acuse', campos: ['ACUSE_EMITIDO'] };
}
