import { situacionDeRepresentacion } from '#domain/representacion/estado.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { REPRESENTACION, VIVA } from '../vigencia/find-representacion.ts';

const POR_PAGINA = 50;

/** All that the titular ever proposed or signed, newest first; `despuesDe`, the last folio of the page before. And whether any may be ended. */
export async function listRepresentaciones({ db, actor, now }: ContextoDeTitular, despuesDe?: string) {
  const { titularId } = actor;
  const halladas = await db.representacion.findMany({
    where: { titularId },
    orderBy: { folio: 'desc' },
    ...(despuesDe ? { cursor: { folio: despuesDe, titularId }, skip: 1 } : {}),
    take: POR_PAGINA + 1,
    select: REPRESENTACION,
  });
  const filas = halladas.slice(0, POR_PAGINA).map((hallada) => {
    return { ...hallada, lado: 'TITULAR' as const, situacion: situacionDeRepresentacion(hallada, now()) };
  });
  const OR = [{ venceEn: { gt: now() } }, { primera: { venceEn: { gt: now() } } }, { estado: 'VIGENTE' as const }];
  const hasVivas =
    (await db.representacion.count({ where: { titularId, estado: VIVA, hasta: { gt: now() }, OR } })) > 0;
  return { filas, hasVivas, hasMas: halladas.length > POR_PAGINA };
}
