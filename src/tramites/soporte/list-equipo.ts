import { type MiembroDelEquipo, ROLES_DE_SOPORTE } from '#domain/soporte/rol-de-soporte.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { openSince } from '#tramites/sesion/find-sesion.ts';

/** Everybody who has a role now, those with the most powers first, and whether they are signed in at this instant. */
export async function listEquipo(ctx: ContextoDeSoporte): Promise<MiembroDelEquipo[]> {
  const miembros = await ctx.db.miembroDeSoporte.findMany({
    where: { bajaEn: null },
    orderBy: [{ nombre: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      rfc: true,
      nombre: true,
      rol: true,
      altaEn: true,
      sesiones: { where: openSince(ctx.now()), take: 1, select: { id: true } },
    },
  });
  const equipo = miembros.map(({ sesiones, ...miembro }) => ({
    ...miembro,
    conSesion: sesiones.length > 0,
    isYo: miembro.id === ctx.actor.miembroId,
  }));
  return equipo.sort((one, other) => ROLES_DE_SOPORTE.indexOf(other.rol) - ROLES_DE_SOPORTE.indexOf(one.rol));
}
