import { createHash } from 'node:crypto';
import { type DatosDeAcuse, isDeMedio } from '#domain/acuse/datos.ts';
import type { RelacionDeRegistros } from '#domain/acuse/relacion-de-registros.ts';
import type { Contexto } from '#tramites/contexto.ts';

const POR_PARTE = 1000;

/** Null when it is of a medio for the RFC. In parts of a thousand, compared with the SHA-256 under the sello. */
export function relateRegistros(ctx: Pick<Contexto, 'db'>, datos: DatosDeAcuse): RelacionDeRegistros | null {
  const registros = isDeMedio(datos) ? datos.registros : null;
  if (!registros) return null;
  return { ...registros, partes: () => readPartes(ctx, datos, registros.sha256) };
}

/** The registros that are stored are not those under the sello. */
export class RelacionDistinta extends Error {}

async function* readPartes(ctx: Pick<Contexto, 'db'>, datos: DatosDeAcuse, sha256: string) {
  const hash = createHash('sha256');
  let parte: string[];
  let despuesDe = '';
  do {
    parte = await listParte(ctx, datos, despuesDe);
    for (const numero of parte) hash.update(`${numero}\n`);
    despuesDe = parte.at(-1) ?? '';
    yield parte;
  } while (parte.length === POR_PARTE);
  if (hash.digest('hex') !== sha256)
    throw new RelacionDistinta(`acuse ${datos.folio} ${datos.tipo}: its registros are not those that were certified`);
}

/** A registration certifies all that its medio had; what came later, those that had not left by then. */
async function listParte({ db }: Pick<Contexto, 'db'>, datos: DatosDeAcuse, despuesDe: string): Promise<string[]> {
  const isOfSome = 'folioDelMedio' in datos && Boolean(datos.folioDelMedio);
  const filas = isOfSome
    ? await db.$queryRaw<{ numero: string }[]>`
        SELECT numero FROM alcance_de_medio WHERE folio_de_baja = ${datos.folio} AND numero > ${despuesDe}::bpchar
        ORDER BY numero LIMIT ${POR_PARTE}`
    : await db.$queryRaw<{ numero: string }[]>`
        SELECT numero FROM alcance_de_medio
        WHERE medio_id = (SELECT id FROM medio_de_contacto WHERE folio = ${datos.folio}) AND numero > ${despuesDe}::bpchar
          AND (${datos.tipo === 'REGISTRO'} OR fecha_de_baja IS NULL OR fecha_de_baja > ${new Date(datos.fecha)})
        ORDER BY numero LIMIT ${POR_PARTE}`;
  return filas.map(({ numero }) => numero);
}
