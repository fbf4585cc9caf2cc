import { fail, ok, type Result } from '#domain/result.ts';
import { type ConsultaError, type Criterio, parseConsulta } from '#domain/soporte/consulta.ts';
import { cleanText } from '#formats/texto/texto-limpio.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findFolio } from './find-folio.ts';

export type Destino = { folio: string } | { busquedaId: string };

/**
 * So that the address of its results is an id: no address, history or log ever holds personal data. A folio that
 * exists has a page of its own.
 */
export async function storeBusqueda(
  ctx: ContextoDeSoporte,
  text: string,
): Promise<Result<Destino, Extract<ConsultaError, 'CONSULTA_VACIA' | 'CONSULTA_LARGA'>>> {
  const consulta = cleanText(text);
  const criterios = parseConsulta(consulta);
  // Whatever else is wrong is told beside what was typed.
  if (!criterios.ok && (criterios.error === 'CONSULTA_VACIA' || criterios.error === 'CONSULTA_LARGA'))
    return fail(criterios.error);
  const folio = criterios.ok ? await findTheFolio(ctx, criterios.value) : null;
  return ctx.db.$transaction(async (tx) => {
    if (criterios.ok) {
      const por = criterios.value.map((criterio) => criterio.por).join(' ');
      await appendBitacora(tx, ctx, { evento: 'BUSQUEDA_DE_SOPORTE', datos: { miembroId: ctx.actor.miembroId, por } });
    }
    if (folio) return ok({ folio });
    const { id } = await tx.busquedaDeSoporte.create({
      data: { sesionId: ctx.actor.sesionId, consulta, creadaEn: ctx.now() },
      select: { id: true },
    });
    return ok({ busquedaId: id });
  });
}

async function findTheFolio(ctx: ContextoDeSoporte, criterios: readonly Criterio[]): Promise<string | null> {
  const [criterio] = criterios;
  if (criterio?.por !== 'FOLIO') return null;
  return (await findFolio(ctx, criterio.folio))?.folio ?? null;
}
