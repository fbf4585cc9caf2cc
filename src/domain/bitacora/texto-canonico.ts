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
  /** Of the log (merkle.ts) at that position; none in those of before there was one. */
  raiz?: string | null;
  renovaciones?: bigint | null;
  raizDeRenovaciones?: string | null;
}

export interface Hecho {
  tabla: string;
  clave: string;
  campos: Record<string, string | null>;
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

export function textoDeAncla(ancla: Ancla): string {
  const { posicion, cadena, raiz = null, renovaciones, raizDeRenovaciones = null } = ancla;
  const campos = { dia: ancla.dia.toISOString().slice(0, 10), posicion: String(posicion), cadena };
  const renovadas = { renovaciones: String(renovaciones), raiz_de_renovaciones: raizDeRenovaciones };
  if (raizDeRenovaciones) return toTexto('ancla 3', { ...campos, raiz, ...renovadas });
  return raiz ? toTexto('ancla 2', { ...campos, raiz }) : toTexto('ancla 1', campos);
}

/** Of a row of a table of facts: bytes by their SHA-256. The database's `datos_de_hecho` writes the same. */
export function textoDeHecho({ tabla, clave, campos }: Hecho): string {
  return toTexto('hecho 1', { tabla, clave, ...campos });
}

/** Whose first signs are kept beside the hash of the whole, to tell which column is another. */
export function textoDeCampo(clave: string, nombre: string, valor: string | null): string {
  return toTexto(clave, { [nombre]: valor });
}

function toTexto(version: string, campos: Record<string, string | null>): string {
  const lines = Object.entries(campos).map(([nombre, valor]) => `${nombre}=${withLength(valor)}\n`);
  return [`${version}\n`, ...lines].join('');
}

function withLength(valor: string | null): string {
  return valor === null ? '' : `${new TextEncoder().encode(valor).length}:${valor}`;
}
