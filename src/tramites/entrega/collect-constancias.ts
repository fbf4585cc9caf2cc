import type { Prisma } from '#generated/prisma/client.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { type Archivos, addConstancias } from './add-constancias.ts';

/** Those of one message, for its titular; null where there is none to be had (findEntregado). Rejects with SIN_SELLO while none can be sealed. */
export async function collectConstancias(ctx: ContextoDeTitular, avisoId: string): Promise<Archivos | null> {
  const aviso = await findEntregado(ctx, avisoId);
  if (!aviso) return null;
  const archivos: Archivos = new Map();
  await addConstancias(ctx, { id: avisoId }, archivos);
  if (archivos.size === 0) throw Object.assign(new Error('no constancia could be sealed'), { code: 'SIN_SELLO' });
  await appendBitacora(ctx.db, ctx, {
    evento: 'CONSTANCIA_DESCARGADA',
    folio: aviso.folio,
    datos: { avisoId },
  });
  return archivos;
}

/** Null where nothing has become of it yet, or it is somebody else's, which look the same. */
export function findEntregado({ db, actor }: ContextoDeTitular, id: string) {
  const { titularId } = actor;
  const isIntentado: Prisma.AvisoWhereInput[] = [{ estado: { not: 'PENDIENTE' } }, { intentos: { some: {} } }];
  return db.aviso.findUnique({ where: { id, titularId, OR: isIntentado }, select: { folio: true } });
}
