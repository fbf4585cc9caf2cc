import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import type { Contexto } from '#tramites/contexto.ts';

export function countQuizaEntregados({
  db,
}: Pick<Contexto, 'db'>): Promise<{ mecanismo: Mecanismo; entregas: number }[]> {
  return db.$queryRaw`
    SELECT mecanismo, count(*)::int AS entregas FROM intento_de_envio JOIN aviso ON aviso.id = aviso_id
    WHERE quiza_entregado GROUP BY mecanismo`;
}
