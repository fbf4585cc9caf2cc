import type { ActorDeSoporte, Contexto } from '#tramites/contexto.ts';
import { isStale, openSince } from '#tramites/sesion/find-sesion.ts';

/** With the role they have now; null for a titular's, or when they have none now. Finding it counts as activity. */
export async function findSesionDeSoporte(ctx: Contexto, sesionId: string): Promise<ActorDeSoporte | null> {
  const now = ctx.now();
  const sesion = await ctx.db.sesionDeSoporte.findUnique({
    where: { id: sesionId, ...openSince(now), miembro: { bajaEn: null } },
    select: {
      serie: true,
      ultimaActividadEn: true,
      miembro: { select: { id: true, rfc: true, nombre: true, rol: true } },
    },
  });
  if (!sesion) return null;
  if (isStale(sesion.ultimaActividadEn, now)) await touch(ctx, sesionId, now);
  const { id: miembroId, ...miembro } = sesion.miembro;
  return { tipo: 'SOPORTE', miembroId, ...miembro, sesionId, serie: sesion.serie };
}

async function touch(ctx: Contexto, sesionId: string, now: Date): Promise<void> {
  await ctx.db.sesionDeSoporte.updateMany({
    where: { id: sesionId, cerradaEn: null, ultimaActividadEn: { lt: now } },
    data: { ultimaActividadEn: now },
  });
}
