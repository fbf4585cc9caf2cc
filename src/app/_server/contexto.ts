import { redirect } from 'next/navigation';
import { cache } from 'react';
import { hasPermiso, type PermisoDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import type { Contexto, ContextoDeSoporte, ContextoDeTitular } from '#tramites/contexto.ts';
import { findSesion } from '#tramites/sesion/find-sesion.ts';
import { findSesionDeSoporte } from '#tramites/soporte/find-sesion-de-soporte.ts';
import { root } from './root.ts';
import { findSesionDeSoporteId, findSesionId } from './session-token.ts';

/** The context of a visitor without a session; `persona` is what they act for, so that they only keep themselves waiting. */
export function contexto(persona?: string): Contexto {
  const { cupo, ...partes } = root();
  return { ...partes, ...(persona && { db: cupo(persona) }), actor: { tipo: 'NADIE' } };
}

/** The context of whoever has an open session, or null. Asked of the database once a request. */
export const contextoDeTitular = cache(async (): Promise<ContextoDeTitular | null> => {
  const sesionId = await findSesionId();
  const actor = sesionId ? await findSesion(contexto(), sesionId) : null;
  return actor && { ...contexto(actor.rfc), actor };
});

/** What every page and action of the Buzón begins with: its titular's context, or off to sign in. */
export async function requireTitular(): Promise<ContextoDeTitular> {
  const ctx = await contextoDeTitular();
  if (!ctx) redirect('/ingresar?sesion=terminada');
  return ctx;
}

/** The context of the staff member who has an open session, or null: a titular's session counts as none here. */
export const contextoDeSoporte = cache(async (): Promise<ContextoDeSoporte | null> => {
  const sesionId = await findSesionDeSoporteId();
  const actor = sesionId ? await findSesionDeSoporte(contexto(), sesionId) : null;
  return actor && { ...contexto(actor.rfc), actor };
});

/**
 * What every page and action of the support staff begins with: the context of a member whose role may do it, or off to
 * sign in, or to the page that says what their role is for.
 */
export async function requireSoporte(permiso: PermisoDeSoporte): Promise<ContextoDeSoporte> {
  const ctx = await contextoDeSoporte();
  if (!ctx) redirect('/soporte/ingresar?sesion=terminada');
  if (!hasPermiso(ctx.actor.rol, permiso)) redirect('/soporte?sin=permiso');
  return ctx;
}
