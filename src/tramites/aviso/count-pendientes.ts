import type { Contexto } from '#tramites/contexto.ts';

/** Messages that were not handed to their provider yet. */
export function countPendientes({ db }: Pick<Contexto, 'db'>): Promise<number> {
  return db.aviso.count({ where: { estado: 'PENDIENTE' } });
}
