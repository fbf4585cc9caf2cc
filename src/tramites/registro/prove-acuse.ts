import { rangosDeInclusion } from '#domain/bitacora/merkle.ts';
import { type FilaDeBitacora, type Hecho, textoDeFila, textoDeHecho } from '#domain/bitacora/texto-canonico.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { readRangos } from '../bitacora/arbol.ts';
import { listLlaves, signCabeza } from './cabezas.ts';

type Campos = Hecho['campos'];

/**
 * That the row that vouches for an acuse is in the log (c2sp.org/tlog-proof): both as they were hashed, the salt of its
 * leaf, and the public keys that may have signed the head. Null until the worker has put it there.
 */
export async function proveAcuse(ctx: Pick<Contexto, 'db' | 'claves' | 'appUrl'>, acuseId: string) {
  const [fila] = await ctx.db.$queryRaw<[(FilaDeBitacora & { posicion: bigint; sal: Uint8Array; campos: Campos })?]>`
    SELECT b.id, b.fecha, evento, actor, b.titular_id::text AS "titularId", b.folio, b.datos::text AS datos, posicion, sal,
      json_build_object('folio', a.folio, 'tipo', tipo, 'titular_id', a.titular_id,
        'fecha', to_char(a.fecha AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'plantilla', plantilla,
        'datos', a.datos::text, 'cadena_original', cadena_original, 'sello', encode(sha256(sello), 'hex'),
        'certificado_de_sello', certificado_de_sello) AS campos
    FROM bitacora AS b JOIN bitacora_cadena ON bitacora_id = b.id JOIN hoja_de_registro USING (posicion)
      JOIN acuse AS a ON a.id = ${acuseId}::uuid
    WHERE evento = 'HECHO' AND b.datos ->> 'tabla' = 'acuse' AND b.datos ->> 'clave' = ${acuseId}
    ORDER BY b.id DESC LIMIT 1`;
  const cabeza = fila && (await signCabeza(ctx));
  if (!cabeza) return null;
  const indice = Number(fila.posicion) - 1;
  const hashes = await readRangos(ctx.db, rangosDeInclusion(indice, { desde: 0, hasta: cabeza.tamano }));
  const lines = ['c2sp.org/tlog-proof@v1', `index ${indice}`, ...hashes.map(toBase64), '', cabeza.nota];
  return {
    hecho: textoDeHecho({ tabla: 'acuse', clave: acuseId, campos: fila.campos }),
    renglon: textoDeFila(fila),
    sal: Buffer.from(fila.sal).toString('hex'),
    llaves: `${listLlaves(ctx).join('\n')}\n`,
    prueba: lines.join('\n'),
  };
}

export function toBase64(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}
