import { createHash } from 'node:crypto';
import { type DatosDeAcuse, isDeMedio } from '#domain/acuse/datos.ts';
import type { RegistroRelacionado, RelacionDeRegistros } from '#domain/acuse/relacion-de-registros.ts';
import type { Contexto } from '#tramites/contexto.ts';

const POR_PARTE = 1000;

/**
 * The registros patronales that an acuse certifies, found again by its own folio; null when it is of a medio for the RFC.
 * Reads them in parts of a thousand and compares their SHA-256 with the one under the sello.
 */
export function relateRegistros(ctx: Pick<Contexto, 'db'>, datos: DatosDeAcuse): RelacionDeRegistros | null {
  const registros = isDeMedio(datos) ? datos.registros : null;
  if (!registros) return null;
  return { ...registros, partes: () => readPartes(ctx, datos, registros.sha256) };
}

/** The registros that are stored are not those under the sello. */
export class RelacionDistinta extends Error {}

async function* readPartes(ctx: Pick<Contexto, 'db'>, datos: DatosDeAcuse, sha256: string) {
  const hash = createHash('sha256');
  let parte: RegistroRelacionado[];
  let despuesDe = '';
  do {
    parte = await readParte(ctx, datos, despuesDe);
    for (const { numero } of parte) hash.update(`${numero}\n`);
    despuesDe = parte.at(-1)?.numero ?? '';
    yield parte;
  } while (parte.length === POR_PARTE);
  if (hash.digest('hex') !== sha256)
    throw new RelacionDistinta(`acuse ${datos.folio} ${datos.tipo}: its registros are not those that were certified`);
}

/** A registration certifies all that its medio had; what came later, those that had not left by then. */
function readParte({ db }: Pick<Contexto, 'db'>, datos: DatosDeAcuse, despuesDe: string) {
  const isOfSome = 'folioDelMedio' in datos && Boolean(datos.folioDelMedio);
  return isOfSome
    ? db.$queryRaw<RegistroRelacionado[]>`
        SELECT r.numero, r.subdelegacion FROM alcance_de_medio a JOIN registro_patronal r ON r.id = a.registro_patronal_id
        WHERE a.folio_de_baja = ${datos.folio} AND r.numero > ${despuesDe}::bpchar ORDER BY r.numero LIMIT ${POR_PARTE}`
    : db.$queryRaw<RegistroRelacionado[]>`
        SELECT r.numero, r.subdelegacion FROM medio_de_contacto m JOIN alcance_de_medio a ON a.medio_id = m.id
        JOIN registro_patronal r ON r.id = a.registro_patronal_id
        WHERE m.folio = ${datos.folio} AND r.numero > ${despuesDe}::bpchar
          AND (${datos.tipo === 'REGISTRO'} OR a.fecha_de_baja IS NULL OR a.fecha_de_baja > ${new Date(datos.fecha)})
        ORDER BY r.numero LIMIT ${POR_PARTE}`;
}
