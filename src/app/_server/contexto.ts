import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type Acto, canActuar } from '#domain/representacion/acto.ts';
import { baseDeCliente, enBuzonDe } from '#domain/representacion/direccion.ts';
import { isPersonaMoral } from '#domain/rfc.ts';
import { hasPermiso, type PermisoDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import { noteActor, noteRechazo } from '#infra/logger/hilo.ts';
import type { Contexto, ContextoDeSoporte, ContextoDeTitular } from '#tramites/contexto.ts';
import { actorDe, findDesignacion, recordUso } from '#tramites/representacion/find-designacion.ts';
import { findSesion, findSesionDeSoporte } from '#tramites/sesion/find-sesion.ts';
import { findSesionesDelNavegador } from './cookies.ts';
import { root } from './root.ts';

/** The context of a visitor without a session; `persona` is what they act for, so that they only keep themselves waiting. */
export function contexto(persona?: string): Contexto {
  const { cupo, ...partes } = root();
  return { ...partes, ...(persona && { db: cupo(persona) }), actor: { tipo: 'NADIE' } };
}

/**
 * The context of whoever has an open session, or null: in the Buzón that the address says, their own or that of a client.
 * Asked of the database once a request, and with it the designation, so that one that ended opens nothing any more; what a page
 * asks by itself keeps no session open.
 */
export const contextoDeTitular = cache(async (): Promise<ContextoDeTitular | null> => {
  const { sesionId } = await findSesionesDelNavegador();
  if (!sesionId) return null;
  const given = await headers();
  const folio = given.get('x-buzon-cliente');
  const [propio, designacion] = await Promise.all([
    findSesion(contexto(sesionId), sesionId, !given.has('x-buzon-mirada')),
    folio ? findDesignacion(contexto(), folio) : null,
  ]);
  if (!propio) return null;
  noteActor(isPersonaMoral(propio.rfc) ? 'PERSONA_MORAL' : 'PERSONA_FISICA', propio.titularId);
  if (!folio) return { ...contexto(propio.rfc), actor: propio };
  const actor = actorDe(propio, designacion);
  if (actor && designacion) {
    const ctx = { ...contexto(propio.rfc), actor };
    await recordUso(ctx, designacion);
    return ctx;
  }
  noteRechazo('PERMISO', 'REPRESENTACION');
  redirect(`/clientes?${new URLSearchParams({ cerrada: folio })}`);
});

export type ContextoConSesion = ContextoDeTitular | ContextoDeSoporte;

const isDeTitular = (ctx: ContextoConSesion | null): ctx is ContextoDeTitular => ctx?.actor.tipo === 'TITULAR';

/** What an action knows already of whose session it is, since React keeps nothing for actions; a page does not say it. */
type Conocida = ContextoConSesion | null | undefined;

/** The same where whoever asks may do it there; a representative without that power is told so. */
export async function contextoPara(acto: Acto, conocida?: Conocida): Promise<ContextoDeTitular | null> {
  const abierta = conocida === undefined ? await contextoDeTitular() : conocida;
  const ctx = isDeTitular(abierta) ? abierta : null;
  const conducto = ctx?.actor.porConducto;
  if (canActuar(conducto, acto)) return ctx;
  noteRechazo('PERMISO', acto);
  redirect(enBuzonDe(baseDe(ctx), '/buzon?sin=facultad'));
}

/** What every page and action of the Buzón begins with: the context of whoever may do it there, or off to sign in. */
export async function requireTitular(acto: Acto, conocida?: Conocida): Promise<ContextoDeTitular> {
  const ctx = await contextoPara(acto, conocida);
  if (!ctx) redirect(await rutaParaIngresar('/ingresar'));
  return ctx;
}

/** What stands before the addresses of the Buzón one is in; empty in one's own. */
export function baseDe(ctx: ContextoDeTitular | null): string {
  const conducto = ctx?.actor.porConducto;
  return conducto ? baseDeCliente(conducto.folio) : '';
}

/** Where an action goes on, in the Buzón that it was done in. */
export function goOn(ctx: ContextoDeTitular, ruta: string): never {
  redirect(enBuzonDe(baseDe(ctx), ruta));
}

/** Where to sign in, so as to come back to this page. */
export async function rutaParaIngresar(ingreso: '/ingresar' | '/soporte/ingresar'): Promise<string> {
  const regresar = (await headers()).get('x-buzon-ruta') ?? '';
  return `${ingreso}?${new URLSearchParams({ sesion: 'terminada', regresar })}`;
}

/** The context of the staff member who has an open session, or null: a titular's session counts as none here. */
export const contextoDeSoporte = cache(async (): Promise<ContextoDeSoporte | null> => {
  const { sesionDeSoporteId: sesionId } = await findSesionesDelNavegador();
  const actor = sesionId ? await findSesionDeSoporte(contexto(sesionId), sesionId) : null;
  if (actor) noteActor('SOPORTE', actor.miembroId);
  return actor && { ...contexto(actor.rfc), actor };
});

/**
 * What every page and action of the support staff begins with: the context of a member whose role may do it, or off to
 * sign in, or to the page that says what their role is for.
 */
export async function requireSoporte(permiso: PermisoDeSoporte, conocida?: Conocida): Promise<ContextoDeSoporte> {
  const abierta = conocida === undefined ? await contextoDeSoporte() : conocida;
  const ctx = isDeTitular(abierta) ? null : abierta;
  if (!ctx) redirect(await rutaParaIngresar('/soporte/ingresar'));
  if (hasPermiso(ctx.actor.rol, permiso)) return ctx;
  noteRechazo('PERMISO', permiso);
  redirect('/soporte?sin=permiso');
}
