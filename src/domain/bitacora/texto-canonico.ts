/** A row of the bitácora as its hash covers it: whoever holds these values can compute it. */
export interface FilaDeBitacora {
  id: bigint;
  fecha: Date;
  evento: string;
  actor: string;
  titularId: string | null;
  folio: string | null;
  /** The text that PostgreSQL gives for a `jsonb`, letter for letter. */
  datos: string;
}

/** One link of the chain: its place, the row that it holds, and the link before. */
export interface Eslabon {
  posicion: bigint;
  bitacoraId: bigint;
  /** SHA-256 of the row, in hexadecimal. */
  hash: string;
  encadenadaEn: Date;
}

/** The head of the chain when a day had ended in Central time. */
export interface Ancla {
  /** Midnight UTC of that date of the calendar, as the database's `date` is read. */
  dia: Date;
  posicion: bigint;
  cadena: string;
}

/**
 * The text whose SHA-256 (of its UTF-8) a row carries: a line with the version, then `name=bytes:value` for each column
 * in this order, and `name=` for one without value. The length makes it unambiguous whatever a value holds. The
 * database's `hash_de_bitacora` writes the same.
 */
export function textoDeFila({ id, fecha, evento, actor, titularId, folio, datos }: FilaDeBitacora): string {
  return toTexto('bitacora 1', {
    id: String(id),
    fecha: fecha.toISOString(),
    evento,
    actor,
    titular_id: titularId,
    folio,
    datos,
  });
}

/**
 * The text whose SHA-256 chains a link to the one before.
 * @param anterior that of the link before; null for the first.
 */
export function textoDeEslabon(anterior: string | null, { posicion, bitacoraId, hash, encadenadaEn }: Eslabon): string {
  return toTexto('cadena 1', {
    anterior,
    posicion: String(posicion),
    bitacora_id: String(bitacoraId),
    hash,
    encadenada_en: encadenadaEn.toISOString(),
  });
}

/** The text whose SHA-256 the time stamp of an anchor is of. */
export function textoDeAncla({ dia, posicion, cadena }: Ancla): string {
  return toTexto('ancla 1', { dia: dia.toISOString().slice(0, 10), posicion: String(posicion), cadena });
}

function toTexto(version: string, campos: Record<string, string | null>): string {
  const lines = Object.entries(campos).map(([nombre, valor]) => `${nombre}=${withLength(valor)}\n`);
  return [`${version}\n`, ...lines].join('');
}

function withLength(valor: string | null): string {
  return valor === null ? '' : `${new TextEncoder().encode(valor).length}:${valor}`;
}
