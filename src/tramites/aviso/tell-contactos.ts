import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import type { Tx } from '#tramites/contexto.ts';
import { type Asunto, type ContextoDeAvisos, createAviso, type Destino } from './create-aviso.ts';

interface Noticia extends Asunto {
  titularId: string;
  tipo: TipoDeAviso;
  /** Told as well: a contact that has just been removed hears of it too. */
  also?: Destino;
  soloCorreos?: boolean;
}

/** Tells every other validated contact of the titular's RFC: the medio that it is about is not among them, and none unproved. */
export async function tellContactos(tx: Tx, ctx: ContextoDeAvisos, nuevas: Noticia | readonly Noticia[]) {
  const noticias = [nuevas].flat();
  const titulares = [...new Set(noticias.map(({ titularId }) => titularId))];
  const contactos = await tx.$queryRaw<(Destino & Record<'id' | 'titularId', string>)[]>`
    SELECT id, titular_id AS "titularId", mecanismo, valor, valor_comparable AS "valorComparable"
    FROM medio_de_contacto WHERE titular_id = ANY (${titulares}::uuid[]) AND estado = 'VALIDADO' AND registros IS NULL`;
  const deCada = new Map<string, typeof contactos>();
  for (const contacto of contactos)
    deCada.set(contacto.titularId, [...(deCada.get(contacto.titularId) ?? []), contacto]);
  const avisos = noticias.flatMap(({ also, soloCorreos, ...aviso }) => {
    const others = (deCada.get(aviso.titularId) ?? []).filter(
      ({ id, mecanismo }) => id !== aviso.medioId && !(soloCorreos && mecanismo === 'TELEFONO'),
    );
    return uniqueOf(also ? [...others, also] : others).map((destino) => ({ ...aviso, destino }));
  });
  await createAviso(tx, ctx, avisos);
}

/** One message to an address, however many contacts it is. */
function uniqueOf(destinos: readonly Destino[]): Destino[] {
  return [...new Map(destinos.map((destino) => [destino.valorComparable, destino])).values()];
}
