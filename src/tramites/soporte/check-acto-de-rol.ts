import type { ActoDeRol } from '#domain/efirma/acto-de-rol.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { ActoDeRolError } from '#domain/soporte/errores.ts';
import {
  type AltaDeSoporte,
  type PeticionDeRol,
  type PropuestaDeRol,
  propuestaAbiertaDesde,
  venceLaPropuestaDeRol,
} from '#domain/soporte/peticion-de-rol.ts';
import type { ContextoDeSoporte, Tx } from '#tramites/contexto.ts';
import { checkAlta } from './give-rol.ts';

type ContextoDeLectura = Pick<ContextoDeSoporte, 'actor' | 'now'> & { db: Tx };

/** What would be signed. Nobody moves their own role, nor confirms their own proposal. */
export async function checkActoDeRol(ctx: ContextoDeLectura, peticion: PeticionDeRol) {
  const acto = await ('propuestaId' in peticion ? findCierre(ctx, peticion) : findCambio(ctx, peticion));
  return acto.ok && acto.value.rfc === ctx.actor.rfc ? fail('ROL_PROPIO') : acto;
}

async function findCambio(
  ctx: ContextoDeLectura,
  peticion: Exclude<PeticionDeRol, { propuestaId: string }>,
): Promise<Result<ActoDeRol, ActoDeRolError>> {
  const { rol } = peticion;
  const where = 'miembroId' in peticion && { id: peticion.miembroId, bajaEn: null };
  const select = { rfc: true, nombre: true, rol: true };
  const miembro = where ? await ctx.db.miembroDeSoporte.findUnique({ where, select }) : null;
  if (where && !miembro) return fail('SIN_ROL');
  if (miembro && rol === '') return ok({ tipo: 'QUITAR_ROL', ...miembro });
  const parsed = checkAlta({ ...(miembro ?? (peticion as AltaDeSoporte)), rol });
  if (!parsed.ok || parsed.value.rol !== 'SUPERVISION')
    return parsed.ok ? ok({ tipo: 'DAR_ROL', ...parsed.value }) : parsed;
  const pendiente = await ctx.db.actoFirmado.count({ where: { ...abiertas(ctx), rfc: parsed.value.rfc } });
  return pendiente > 0 ? fail('PROPUESTA_PENDIENTE') : ok({ tipo: 'PROPONER_ROL', ...parsed.value });
}

async function findCierre(
  ctx: ContextoDeLectura,
  { propuestaId, confirma }: { propuestaId: string; confirma: boolean },
): Promise<Result<ActoDeRol, ActoDeRolError>> {
  const found = await ctx.db.actoFirmado.findFirst({
    where: { ...abiertas(ctx), id: propuestaId },
    select: { rfc: true, nombre: true, miembroId: true },
  });
  if (!found?.rfc || !found.nombre) return fail('PROPUESTA_CERRADA');
  const { rfc, nombre, miembroId } = found;
  if (confirma && miembroId === ctx.actor.miembroId) return fail('PROPUESTA_PROPIA');
  return ok({ tipo: confirma ? 'CONFIRMAR_ROL' : 'RETIRAR_PROPUESTA', rfc, nombre, rol: 'SUPERVISION', propuestaId });
}

/** Proposals that wait, the oldest first: none whose author no longer supervises. */
export async function listPropuestas(ctx: ContextoDeSoporte): Promise<PropuestaDeRol[]> {
  const propuestas = await ctx.db.actoFirmado.findMany({
    where: abiertas(ctx),
    orderBy: { fecha: 'asc' },
    select: { id: true, rfc: true, nombre: true, fecha: true, miembro: { select: { id: true, nombre: true } } },
  });
  return propuestas.map(({ id, rfc, nombre, fecha, miembro }) => ({
    id,
    rfc: rfc ?? '',
    nombre: nombre ?? '',
    propuso: miembro?.nombre ?? '',
    isMia: miembro?.id === ctx.actor.miembroId,
    venceEn: venceLaPropuestaDeRol(fecha),
  }));
}

function abiertas({ now }: Pick<ContextoDeLectura, 'now'>) {
  return {
    tipo: 'PROPONER_ROL',
    cierre: null,
    fecha: { gt: propuestaAbiertaDesde(now()) },
    miembro: { rol: 'SUPERVISION', bajaEn: null },
  } as const;
}
