import { rangosDeInclusion } from '#domain/bitacora/merkle.ts';
import { type FilaDeBitacora, type Hecho, textoDeFila, textoDeHecho } from '#domain/bitacora/texto-canonico.ts';
import type { Db } from '#infra/db/db.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { readRangos } from '../bitacora/arbol.ts';
import { listLlaves, signCabeza } from './cabezas.ts';

type Fila = FilaDeBitacora &
  Record<'sal' | 'sello', Uint8Array> & { posicion: bigint; pem: string; campos: Hecho['campos'] };

export type Archivos = Map<string, Uint8Array>;

export type EnRegistro = NonNullable<Awaited<ReturnType<typeof findEnRegistro>>>;

/**
 * What the log has of an acuse: what was sealed, the row that vouches for it, both as they were hashed, and the salt of its
 * leaf. Null until the worker has put it there.
 */
export async function findEnRegistro(db: Db | Tx, acuseId: string) {
  const [fila] = await db.$queryRaw<[Fila?]>`
    SELECT b.id, b.fecha, evento, actor, b.titular_id::text AS "titularId", b.folio, b.datos::text AS datos, posicion, sal,
      sello, pem, json_build_object('folio', a.folio, 'tipo', tipo, 'titular_id', a.titular_id,
        'fecha', to_char(a.fecha AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'plantilla', plantilla,
        'datos', a.datos::text, 'cadena_original', cadena_original, 'sello', encode(sha256(sello), 'hex'),
        'certificado_de_sello', certificado_de_sello) AS campos
    FROM bitacora AS b JOIN bitacora_cadena ON bitacora_id = b.id JOIN hoja_de_registro USING (posicion)
      JOIN acuse AS a ON a.id = ${acuseId}::uuid JOIN certificado_de_sello ON huella = certificado_de_sello
    WHERE evento = 'HECHO' AND b.datos ->> 'tabla' = 'acuse' AND b.datos ->> 'clave' = ${acuseId}
    ORDER BY b.id DESC LIMIT 1`;
  if (!fila) return null;
  const archivos: Archivos = new Map([
    ['cadena-original.txt', Buffer.from(fila.campos.cadena_original ?? '')],
    ['sello.sig', fila.sello],
    ['certificado-del-sello.pem', Buffer.from(fila.pem)],
    ['registro-hecho.txt', Buffer.from(textoDeHecho({ tabla: 'acuse', clave: acuseId, campos: fila.campos }))],
    ['registro-renglon.txt', Buffer.from(textoDeFila(fila))],
    ['registro-sal.txt', Buffer.from(Buffer.from(fila.sal).toString('hex'))],
  ]);
  return { acuseId, posicion: Number(fila.posicion), archivos };
}

/** That its leaf is in the log as it is now (c2sp.org/tlog-proof), and the keys that may have signed so; null until it is. */
export async function proveAcuse(ctx: Pick<Contexto, 'db' | 'claves' | 'appUrl'>, acuseId: string) {
  const acuse = await findEnRegistro(ctx.db, acuseId);
  const cabeza = acuse && (await signCabeza(ctx));
  if (!cabeza) return null;
  const indice = acuse.posicion - 1;
  const hashes = await readRangos(ctx.db, rangosDeInclusion(indice, { desde: 0, hasta: cabeza.tamano }));
  const prueba = ['c2sp.org/tlog-proof@v1', `index ${indice}`, ...hashes.map(toBase64), '', cabeza.nota].join('\n');
  acuse.archivos
    .set('registro-llaves.txt', Buffer.from(`${listLlaves(ctx).join('\n')}\n`))
    .set('registro-prueba.txt', Buffer.from(prueba));
  return { ...acuse, prueba };
}

export function toBase64(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}
