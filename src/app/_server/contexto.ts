import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Contexto, ContextoDeTitular } from '#tramites/contexto.ts';
import { findSesion } from '#tramites/sesion/find-sesion.ts';
import { readSesionId } from './auth.ts';
import { raiz } from './raiz.ts';

/** The context of a visitor without a session. */
export function contexto(): Contexto {
  return { ...raiz(), actor: { tipo: 'NADIE' } };
}

/** The context of whoever has an open session, or null. Asked of the database once a request. */
export const contextoDeTitular = cache(async (): Promise<ContextoDeTitular | null> => {
  const sesionId = await readSesionId();
  const actor = sesionId ? await findSesion(contexto(), sesionId) : null;
  return actor && { ...raiz(), actor };
});

/** What every page and action of the Buzón begins with: its titular's context, or off to sign in. */
export async function requireTitular(): Promise<ContextoDeTitular> {
  const ctx = await contextoDeTitular();
  if (!ctx) redirect('/ingresar?sesion=terminada');
  return ctx;
}
