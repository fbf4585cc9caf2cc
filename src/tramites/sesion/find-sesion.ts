import { DURACION_MAXIMA_HORAS, INACTIVIDAD_MAXIMA_MINUTOS } from '#domain/sesion/duracion.ts';
import type { ActorTitular, Contexto } from '#tramites/contexto.ts';

const MINUTE_MS = 60_000;
/** Activity is written at most this often: reading a page does not cost a write each time. */
const RESOLUCION_MS = 30_000;

/** Null when closed by «Salir», idle for 15 minutes, or 8 hours old. Finding it counts as activity, unless a page asks by itself. */
export async function findSesion(ctx: Contexto, sesionId: string, isActividad = true): Promise<ActorTitular | null> {
  const now = ctx.now();
  const sesion = await ctx.db.sesion.findUnique({
    where: { id: sesionId, ...openSince(now) },
    select: {
      ultimaActividadEn: true,
      titular: { select: { id: true, rfc: true, nombre: true } },
      certificado: { select: { serie: true } },
    },
  });
  if (!sesion) return null;
  if (isActividad && isStale(sesion.ultimaActividadEn, now)) await touch(ctx, sesionId, now);
  const { id, rfc, nombre } = sesion.titular;
  return { tipo: 'TITULAR', titularId: id, rfc, nombre, sesionId, serie: sesion.certificado.serie };
}

/** Whether the activity that is written is old enough to write that of `now`. */
export function isStale(ultimaActividadEn: Date, now: Date): boolean {
  return now.getTime() - ultimaActividadEn.getTime() > RESOLUCION_MS;
}

/** What makes a session open at `now`. */
export function openSince(now: Date) {
  return {
    cerradaEn: null,
    ultimaActividadEn: { gt: new Date(now.getTime() - INACTIVIDAD_MAXIMA_MINUTOS * MINUTE_MS) },
    creadaEn: { gt: new Date(now.getTime() - DURACION_MAXIMA_HORAS * 60 * MINUTE_MS) },
  };
}

async function touch(ctx: Contexto, sesionId: string, now: Date): Promise<void> {
  await ctx.db.sesion.updateMany({
    where: { id: sesionId, cerradaEn: null, ultimaActividadEn: { lt: now } },
    data: { ultimaActividadEn: now },
  });
}
