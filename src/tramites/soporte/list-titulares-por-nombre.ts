import { maskNombre, maskRfc } from '#domain/mascara.ts';
import type { TitularHallado } from '#domain/soporte/hallado.ts';
import { girosDeNombre, hasPalabras, isFirstGiro, palabraGuia, prefijosDe } from '#domain/soporte/nombre-buscable.ts';
import type { Contexto } from '#tramites/contexto.ts';

const POR_PAGINA = 25;
/** Of the names with one of the words, how many are looked at for the others: a page costs the same among millions. */
const MIRADOS = 500;
/** And how many of them are read at most, since some are listed elsewhere. */
const LEIDOS = 2 * POR_PAGINA + 2;
const NADIE = '00000000-0000-0000-0000-000000000000';

type ContextoDeLectura = Pick<Contexto, 'db'>;

/** Where a page ended: in words that follow each other or that stand apart, and by whom. Nothing of the name is in it. */
interface Place {
  modo: 'JUNTAS' | 'SUELTAS';
  titularId: string;
  giro: number;
}

type Fila = TitularHallado & { texto: string };
type FilaMirada = Fila & { lugar: number };

type Tramo = { filas: Fila[]; siguiente: Place | null };

/** First where the words follow each other, then where they stand apart. Pages walk an index from the last's end. */
export async function listTitularesPorNombre(
  ctx: ContextoDeLectura,
  palabras: readonly string[],
  despuesDe: string | null,
) {
  const lugar = parseLugar(despuesDe);
  if (lugar?.modo === 'SUELTAS') return toPagina(await listSueltas(ctx, palabras, lugar, POR_PAGINA));
  const juntas = await listJuntas(ctx, palabras, lugar);
  const room = POR_PAGINA - juntas.filas.length;
  if (juntas.siguiente || palabras.length === 1 || room === 0) return toPagina(juntas);
  const { filas, siguiente } = await listSueltas(ctx, palabras, null, room);
  return toPagina({ filas: [...juntas.filas, ...filas], siguiente });
}

async function listJuntas(ctx: ContextoDeLectura, palabras: readonly string[], lugar: Place | null): Promise<Tramo> {
  const prefijos = prefijosDe(palabras);
  const desde = await findTexto(ctx, lugar);
  const filas = await ctx.db.$queryRaw<Fila[]>`
    SELECT pagina.texto, titular_hallado.*
    FROM (
      SELECT hallados.* FROM unnest(${prefijos}::text[]) AS prefijo CROSS JOIN LATERAL (
        SELECT texto, titular_id FROM nombre_de_titular
        WHERE (texto, titular_id) > (
            greatest(prefijo COLLATE "C", ${desde}),
            CASE WHEN ${desde} >= prefijo COLLATE "C" THEN ${lugar?.titularId ?? NADIE}::uuid ELSE ${NADIE}::uuid END)
          AND texto < prefijo || U&'\\+10FFFF'
        ORDER BY texto, titular_id LIMIT ${POR_PAGINA + 1}
      ) AS hallados
      ORDER BY texto, titular_id LIMIT ${POR_PAGINA + 1}
    ) AS pagina JOIN titular_hallado ON titular_hallado.id = pagina.titular_id
    ORDER BY pagina.texto, pagina.titular_id`;
  const vistas = filas.slice(0, POR_PAGINA);
  return {
    filas: vistas.filter(({ nombre, texto }) => isFirstGiro(nombre, texto, prefijos)),
    siguiente: filas.length > POR_PAGINA ? toLugar('JUNTAS', vistas.at(-1)) : null,
  };
}

/** Those that listJuntas lists are left out. The last one that was looked at comes too, whether or not it is found. */
async function listSueltas(ctx: ContextoDeLectura, palabras: readonly string[], lugar: Place | null, room: number) {
  const guia = palabraGuia(palabras);
  const desde = (await findTexto(ctx, lugar)) || guia;
  const filas = await ctx.db.$queryRaw<FilaMirada[]>`
    SELECT mirados.texto, mirados.lugar::int, titular_hallado.*
    FROM (
      SELECT texto, titular_id, row_number() OVER (ORDER BY texto, titular_id) AS lugar FROM (
        SELECT texto, titular_id FROM nombre_de_titular
        WHERE (texto, titular_id) > (${desde}, ${lugar?.titularId ?? NADIE}::uuid) AND texto < ${guia} || U&'\\+10FFFF'
        ORDER BY texto, titular_id LIMIT ${MIRADOS}
      ) AS guiados
    ) AS mirados JOIN titular_hallado ON titular_hallado.id = mirados.titular_id
    WHERE mirados.lugar = ${MIRADOS} OR ' ' || mirados.texto LIKE ALL (${palabras.map((each) => `% ${each}%`)}::text[])
    ORDER BY mirados.lugar LIMIT ${LEIDOS}`;
  const halladas = filas.filter((fila) => isSuelta(fila, palabras, guia));
  if (halladas.length > room)
    return { filas: halladas.slice(0, room), siguiente: toLugar('SUELTAS', halladas[room - 1]) };
  const last = filas.at(-1);
  const hasMas = filas.length === LEIDOS || last?.lugar === MIRADOS;
  return { filas: halladas, siguiente: hasMas ? toLugar('SUELTAS', last) : null };
}

function isSuelta({ nombre, texto }: Fila, palabras: readonly string[], guia: string): boolean {
  const prefijos = prefijosDe(palabras);
  const isJunta = girosDeNombre(nombre).some((giro) => prefijos.some((prefijo) => giro.startsWith(prefijo)));
  return !isJunta && hasPalabras(texto, palabras) && isFirstGiro(nombre, texto, [guia]);
}

/** The giro at which a page ended, read again from its titular; empty before the first page, or when the name changed. */
async function findTexto({ db }: ContextoDeLectura, lugar: Place | null): Promise<string> {
  if (!lugar) return '';
  const titular = await db.titular.findUnique({ where: { id: lugar.titularId }, select: { nombre: true } });
  return girosDeNombre(titular?.nombre ?? '')[lugar.giro] ?? '';
}

function toLugar(modo: Place['modo'], fila: Fila | undefined): Place | null {
  return fila ? { modo, titularId: fila.id, giro: girosDeNombre(fila.nombre).indexOf(fila.texto) } : null;
}

/** As it stands in the address of a page: `j.<id>.<giro>`, or with an s. Anything else is the first page. */
function parseLugar(text: string | null): Place | null {
  const [, modo, titularId, giro] =
    /^([js])\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d)$/.exec(text ?? '') ?? [];
  if (!modo || !titularId || !giro) return null;
  return { modo: modo === 'j' ? 'JUNTAS' : 'SUELTAS', titularId, giro: Number(giro) };
}

function toPagina({ filas, siguiente }: Tramo) {
  return {
    titulares: filas.map(coverTitular),
    siguiente: siguiente && `${siguiente.modo === 'JUNTAS' ? 'j' : 's'}.${siguiente.titularId}.${siguiente.giro}`,
  };
}

export function coverTitular({ id, rfc, nombre, registros, activo }: TitularHallado): TitularHallado {
  return { id, rfc: maskRfc(rfc), nombre: maskNombre(nombre), registros, activo };
}

/** As it is: whoever shows it covers it. */
export async function findTitularById({ db }: Pick<Contexto, 'db'>, id: string): Promise<TitularHallado | undefined> {
  return (await db.$queryRaw<TitularHallado[]>`SELECT * FROM titular_hallado WHERE id = ${id}::uuid`)[0];
}

export async function findTitularByRfc({ db }: ContextoDeLectura, rfc: string) {
  const titulares = await db.$queryRaw<TitularHallado[]>`SELECT * FROM titular_hallado WHERE rfc = ${rfc}`;
  return { titulares: titulares.map(coverTitular) };
}

export async function findTitularByRegistro({ db }: ContextoDeLectura, numero: string) {
  const titulares = await db.$queryRaw<TitularHallado[]>`
    SELECT t.* FROM registro_patronal r JOIN titular_hallado t ON t.id = r.titular_id WHERE r.numero = ${numero}::bpchar`;
  return { titulares: titulares.map(coverTitular) };
}
