import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PRUEBAS } from '#domain/retencion/retencion.ts';
import { MARCA_UTF8, toLineaDeCsv } from '#formats/csv/csv.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

/** Rows in memory at a time, and the bytes of documents in one download: those beyond have their address in the portal. */
const PAGINA = 500;
const DOCUMENTOS_BYTES = 100_000_000;

type Filas = AsyncGenerator<Record<string, unknown>>;

interface MisDatos {
  archivos: AsyncGenerator<{ nombre: string; partes: AsyncIterable<Uint8Array> }>;
  /** Rows by table, once it is written. */
  renglones: Map<string, number>;
}

/** All that is stored about the titular who asks (`dato_de_titular`), read a page at a time while it is sent. Recorded before. */
export async function downloadMisDatos(ctx: ContextoDeTitular): Promise<MisDatos> {
  await appendBitacora(ctx.db, ctx, { evento: 'DATOS_DESCARGADOS' });
  const renglones: MisDatos['renglones'] = new Map();
  return { renglones, archivos: listArchivos(ctx, renglones) };
}

async function* listArchivos(ctx: ContextoDeTitular, renglones: MisDatos['renglones']): MisDatos['archivos'] {
  for (const tabla of Object.values(PRUEBAS).flatMap(({ tablas }) => [...tablas])) {
    const filas = readFilas(ctx, tabla);
    const { value: primera, done } = await filas.next();
    const count = (cuantos: number) => renglones.set(tabla, cuantos);
    if (!done) yield { nombre: `${tabla}.csv`, partes: buildCsv(primera, filas, count) };
  }
  let libres = DOCUMENTOS_BYTES;
  for await (const { id, nombre, bytes } of readFilas(ctx, 'documento')) {
    libres -= Number(bytes);
    if (libres > 0) yield { nombre: String(nombre), partes: readDocumento(ctx, String(id)) };
  }
}

async function* buildCsv(primera: object, otras: Filas, count: (cuantos: number) => void) {
  yield Buffer.from(MARCA_UTF8 + toLineaDeCsv(Object.keys(primera)) + toLinea(primera));
  let cuantos = 1;
  for await (const fila of otras) {
    yield Buffer.from(toLinea(fila));
    cuantos += 1;
  }
  count(cuantos);
}

const toLinea = (fila: object) => toLineaDeCsv(Object.values(fila).map(toCelda));

async function* readFilas({ db, actor }: ContextoDeTitular, tabla: string): Filas {
  for (let desde: string | undefined = ''; desde !== undefined; ) {
    const filas: { clave: string; fila: Record<string, unknown> }[] = await db.$queryRaw`
      SELECT clave, fila FROM dato_de_titular WHERE titular_id = ${actor.titularId}::uuid AND tabla = ${tabla}
      AND clave > ${desde} ORDER BY clave LIMIT ${PAGINA}`;
    for (const { fila } of filas) yield fila;
    desde = filas[PAGINA - 1]?.clave;
  }
}

async function* readDocumento({ db }: ContextoDeTitular, id: string): AsyncGenerator<Uint8Array> {
  const [documento] = await db.$queryRaw<{ contenido: Uint8Array; isComprimido: boolean }[]>`
    SELECT pdf AS contenido, true AS "isComprimido" FROM acuse_documento WHERE acuse_id = ${id}::uuid
    UNION ALL SELECT contenido, false FROM adjunto_de_mensaje WHERE mensaje_id = ${id}::uuid`;
  if (documento) yield documento.isComprimido ? await promisify(gunzip)(documento.contenido) : documento.contenido;
}

function toCelda(valor: unknown): string | number {
  if (typeof valor === 'number' || typeof valor === 'string') return valor;
  return valor === null ? '' : JSON.stringify(valor);
}
