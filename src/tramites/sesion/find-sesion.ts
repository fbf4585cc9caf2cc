import { DURACION_MAXIMA_HORAS, INACTIVIDAD_MAXIMA_MINUTOS } from '#domain/sesion/duracion.ts';
import type { ActorDeSoporte, ActorTitular, Contexto } from '#tramites/contexto.ts';

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
  if (isActividad && isStale(sesion.ultimaActividadEn, now)) await ctx.db.sesion.updateMany(touch(sesionId, now));
  const { id, rfc, nombre } = sesion.titular;
  return { tipo: 'TITULAR', titularId: id, rfc, nombre, sesionId, serie: sesion.certificado.serie };
}

function isStale(ultimaActividadEn: Date, now: Date): boolean {
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
  if (isStale(sesion.ultimaActividadEn, now)) await ctx.db.sesionDeSoporte.updateMany(touch(sesionId, now));
  const { id: miembroId, ...miembro } = sesion.miembro;
  return { tipo: 'SOPORTE', miembroId, ...miembro, sesionId, serie: sesion.serie };
}

function touch(id: string, ultimaActividadEn: Date) {
  return { where: { id, cerradaEn: null, ultimaActividadEn: { lt: ultimaActividadEn } }, data: { ultimaActividadEn } };
}
