import { addDias, diaEnCentro, inicioDelDia } from '#domain/dia.ts';
import type { Contexto } from '#tramites/contexto.ts';

/** Waits until every row of the day is chained. A day without a worker has no anchor: the next vouches for it too. */
export async function anchorBitacora({ db, now }: Pick<Contexto, 'db' | 'now'>): Promise<void> {
  const hoy = diaEnCentro(now());
  const dia = new Date(addDias(hoy, -1));
  if (await db.anclaDeBitacora.findUnique({ where: { dia }, select: { dia: true } })) return;
  const [{ waits }] = await db.$queryRaw<[{ waits: boolean }]>`
    SELECT EXISTS (
      SELECT FROM bitacora_pendiente JOIN bitacora ON bitacora.id = bitacora_id WHERE fecha < ${inicioDelDia(hoy)}
    ) AS waits`;
  if (waits) return;
  const head = await db.eslabonDeBitacora.findFirst({
    orderBy: { posicion: 'desc' },
    select: { posicion: true, cadena: true },
  });
  if (!head) return;
  await db.anclaDeBitacora.createMany({ data: { dia, ...head, ancladaEn: now() }, skipDuplicates: true });
}
