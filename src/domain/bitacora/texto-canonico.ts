export interface FilaDeBitacora {
  id: bigint;
  fecha: Date;
  evento: string;
  actor: string;
  titularId: string | null;
  folio: string | null;
  datos: string;
}

export interface Eslabon {
  posicion: bigint;
  bitacoraId: bigint;
  hash: string;
  encadenadaEn: Date;
}

export interface Ancla {
  /** Midnight UTC of that date of the calendar, as the database's `date` is read. */
  dia: Date;
  posicion: bigint;
  cadena: string;
}

/** Each column as `name=bytes:value`, unambiguous by its length; the database's `hash_de_bitacora` writes the same. */
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

export function textoDeEslabon(anterior: string | null, { posicion, bitacoraId, hash, encadenadaEn }: Eslabon): string {
  return toTexto('cadena 1', {
    anterior,
    posicion: String(posicion),
    bitacora_id: String(bitacoraId),
    hash,
    encadenada_en: encadenadaEn.toISOString(),
  });
}

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
