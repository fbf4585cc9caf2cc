import { ATENCIONES } from '#domain/representacion/atencion.ts';
import { DURACION_MAXIMA_HORAS, INACTIVIDAD_MAXIMA_MINUTOS } from '#domain/sesion/duracion.ts';
import type { ActorDeSoporte, ActorTitular, Contexto } from '#tramites/contexto.ts';

const MINUTE_MS = 60_000;
const POR_RESPONDER = ATENCIONES.indexOf('POR_RESPONDER');
/** Activity is written at most this often: reading a page does not cost a write each time. */
const RESOLUCION_MS = 30_000;

/** Null when closed by «Salir», idle for 15 minutes, or 8 hours old. Finding it counts as activity, unless a page asks by itself. */
export async function findSesion(ctx: Contexto, sesionId: string, isActividad = true): Promise<ActorTitular | null> {
  const now = ctx.now();
  const { ultimaActividadEn, creadaEn } = openSince(now);
  const [sesion] = await ctx.db.$queryRaw<[SesionHallada?]>`
    SELECT ultima_actividad_en AS "ultimaActividadEn", titular.id AS "titularId", rfc, nombre, serie,
      EXISTS (SELECT FROM cliente WHERE rfc_del_representante = rfc AND atencion = ${POR_RESPONDER}::smallint)
      OR EXISTS (SELECT FROM peticion_de_representacion
                 WHERE rfc_del_titular = rfc AND estado = 'PENDIENTE' AND vence_en > ${now}) AS "isBuscado"
    FROM sesion JOIN titular ON titular.id = sesion.titular_id JOIN certificado ON certificado.id = certificado_id
    WHERE sesion.id = ${sesionId}::uuid AND cerrada_en IS NULL
      AND ultima_actividad_en > ${ultimaActividadEn.gt} AND creada_en > ${creadaEn.gt}`;
  if (!sesion) return null;
  const { ultimaActividadEn: ultima, ...actor } = sesion;
  if (isActividad && isStale(ultima, now)) await ctx.db.sesion.updateMany(touch(sesionId, now));
  return { tipo: 'TITULAR', ...actor, sesionId };
}

type SesionHallada = Pick<ActorTitular, 'titularId' | 'rfc' | 'nombre' | 'serie' | 'isBuscado'> & {
  ultimaActividadEn: Date;
};

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
