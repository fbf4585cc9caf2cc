import { maskMedio, maskNombre, maskRfc } from '#domain/mascara.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import type { MedioHallado } from '#domain/soporte/hallado.ts';
import type { Contexto } from '#tramites/contexto.ts';

const POR_PAGINA = 25;

/** One page of the medios with exactly this address or number, of whatever titular and in whatever state, newest first. */
export async function listMediosPorValor(
  { db, now }: Pick<Contexto, 'db' | 'now'>,
  valorComparable: string,
  despuesDe: string | null,
): Promise<{ medios: MedioHallado[]; siguiente: string | null }> {
  const medios = await db.medioDeContacto.findMany({
    where: { valorComparable },
    orderBy: [{ fechaDeRegistro: 'desc' }, { id: 'desc' }],
    ...(despuesDe ? { cursor: { folio: despuesDe }, skip: 1 } : {}),
    take: POR_PAGINA + 1,
    select: {
      folio: true,
      mecanismo: true,
      valor: true,
      estado: true,
      venceEn: true,
      fechaDeRegistro: true,
      titular: { select: { id: true, rfc: true, nombre: true } },
    },
  });
  const pagina = medios.slice(0, POR_PAGINA).map(({ titular, venceEn, ...medio }) => ({
    ...medio,
    valor: maskMedio(medio),
    estado: estadoVigente({ ...medio, venceEn }, now()),
    titular: { id: titular.id, rfc: maskRfc(titular.rfc), nombre: maskNombre(titular.nombre) },
  }));
  return { medios: pagina, siguiente: medios.length > POR_PAGINA ? (pagina.at(-1)?.folio ?? null) : null };
}
