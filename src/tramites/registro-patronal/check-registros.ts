import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { parseMedio } from '#domain/medio-de-contacto/medio.ts';
import type { RegistroSinCupo } from '#domain/medio-de-contacto/sin-cupo.ts';
import type { ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { duenoDeSeleccion } from '#tramites/vigencia/alcance.ts';

/** How many of the registros that cannot take a medio are named for each reason; the others are in a file. */
const NOMBRADOS = 12;

export interface CupoDeRegistros {
  elegidos: number;
  caben: number;
  /** SHA-256 of the numbers of those, in order, each with a line feed: what the person is asked about, and no other. */
  sha256: string;
  cuantosRepetidos: number;
  repetidos: string[];
  cuantosLlenos: number;
  llenos: string[];
}

/** Which registros of a selection of this session can take a medio, by the rule of `registros_para_medio`. */
export async function checkRegistros(
  tx: Tx,
  ctx: ContextoDeTitular,
  seleccionId: string,
  { mecanismo, valorComparable }: { mecanismo: Mecanismo; valorComparable: string },
): Promise<CupoDeRegistros> {
  const { sesionId, representacionId } = duenoDeSeleccion(ctx);
  const [cupo] = await tx.$queryRaw<[CupoDeRegistros]>`
    SELECT count(*)::int AS elegidos, count(lugar)::int AS caben,
      encode(sha256(convert_to(coalesce(
        string_agg(numero || E'\n', '' ORDER BY numero) FILTER (WHERE lugar IS NOT NULL), ''), 'UTF8')), 'hex') AS sha256,
      count(*) FILTER (WHERE motivo = 'REPETIDO')::int AS "cuantosRepetidos",
      coalesce((array_agg(numero ORDER BY numero) FILTER (WHERE motivo = 'REPETIDO'))[1:${NOMBRADOS}], '{}') AS repetidos,
      count(*) FILTER (WHERE motivo = 'LLENO')::int AS "cuantosLlenos",
      coalesce((array_agg(numero ORDER BY numero) FILTER (WHERE motivo = 'LLENO'))[1:${NOMBRADOS}], '{}') AS llenos
    FROM registros_para_medio(
      (SELECT id FROM seleccion_de_registros WHERE id = ${seleccionId}::uuid AND sesion_id = ${sesionId}::uuid
        AND representacion_id IS NOT DISTINCT FROM ${representacionId}::uuid),
      ${mecanismo}::"Mecanismo", ${valorComparable})`;
  return cupo;
}

/** Keeps the padrón of this titular as it is until the transaction ends, so that «todos» means those that are counted. */
export async function lockPadronDe(tx: Tx, titularId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM conteo_de_registros WHERE titular_id = ${titularId}::uuid FOR SHARE`;
}

/** By the rule of `registros_para_medio`. Null when what was typed is no medio. */
export async function listRegistrosSinCupo(
  ctx: ContextoDeTitular,
  { mecanismo, valor, seleccionId }: { mecanismo: Mecanismo; valor: string; seleccionId: string },
): Promise<RegistroSinCupo[] | null> {
  const medio = parseMedio(mecanismo, valor);
  if (!medio.ok) return null;
  const { sesionId, representacionId } = duenoDeSeleccion(ctx);
  return ctx.db.$queryRaw<RegistroSinCupo[]>`
    SELECT r.numero, r.subdelegacion, cupo.motivo
    FROM registros_para_medio(
      (SELECT id FROM seleccion_de_registros WHERE id = ${seleccionId}::uuid AND sesion_id = ${sesionId}::uuid
        AND representacion_id IS NOT DISTINCT FROM ${representacionId}::uuid),
      ${mecanismo}::"Mecanismo", ${medio.value.valorComparable}) AS cupo
    JOIN registro_patronal r ON r.id = cupo.id
    WHERE cupo.motivo IS NOT NULL ORDER BY r.numero`;
}
