import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import type { Tx } from '#tramites/contexto.ts';

export interface AclaracionTomada {
  id: string;
  titularId: string;
  estado: EstadoDeAclaracion;
  ultimo: { numero: number; fecha: Date };
}

/** Makes whoever writes in one aclaración wait for each other. Null when, with `titularId`, it is somebody else's. */
export async function lockAclaracion(tx: Tx, folio: string, titularId?: string): Promise<AclaracionTomada | null> {
  const locked = await tx.$queryRaw<[{ id: string }?]>`
    SELECT id FROM aclaracion WHERE folio = ${folio} FOR NO KEY UPDATE`;
  if (!locked[0]) return null;
  const aclaracion = await tx.aclaracion.findUnique({
    where: { id: locked[0].id, ...(titularId && { titularId }) },
    select: { id: true, titularId: true, estado: true, mensajes: ULTIMO },
  });
  const [ultimo] = aclaracion?.mensajes ?? [];
  return aclaracion && ultimo ? { ...aclaracion, ultimo } : null;
}

const ULTIMO = { orderBy: { numero: 'desc' }, take: 1, select: { numero: true, fecha: true } } as const;

export async function hasPeticion(tx: Tx, aclaracionId: string, peticionId: string): Promise<boolean> {
  return (await tx.mensajeDeAclaracion.count({ where: { aclaracionId, peticionId } })) > 0;
}
