import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { fail, ok, type Result } from '#domain/result.ts';
import type { PermisoDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import type { ContextoDeSoporte, ContextoDeTitular } from '#tramites/contexto.ts';
import { mensajeDeOtraSesion } from '#ui/sesion/otra-sesion.tsx';
import { contextoDeSoporte, contextoDeTitular, requireSoporte, requireTitular } from './contexto.ts';
import { type ActorConSesion, isMarcaDe } from './marca.ts';

/** What an action of a titular's form begins with: their context, or off to whoever has the session now, or to sign in. */
export async function requireTitularDe(origen: unknown): Promise<ContextoDeTitular> {
  await leaveOtraSesion(origen);
  return requireTitular();
}

/** The same for a form whose text should not be lost: with script it stays on its page and says what the error says. */
export async function titularDe(formData: FormData): Promise<Result<ContextoDeTitular, string>> {
  const otra = await stayWithOtraSesion(formData);
  return otra ? fail(mensajeDeOtraSesion(otra)) : ok(await requireTitular());
}

/** What an action of the support staff's forms begins with. */
export async function requireSoporteDe(permiso: PermisoDeSoporte, origen: unknown): Promise<ContextoDeSoporte> {
  await leaveOtraSesion(origen);
  return requireSoporte(permiso);
}

/** The same for a form whose text should not be lost. */
export async function soporteDe(
  permiso: PermisoDeSoporte,
  formData: FormData,
): Promise<Result<ContextoDeSoporte, string>> {
  const otra = await stayWithOtraSesion(formData);
  return otra ? fail(mensajeDeOtraSesion(otra)) : ok(await requireSoporte(permiso));
}

/** Goes to the first page of whoever has the session now, if what came is not from a page of theirs. */
export async function leaveOtraSesion(origen: unknown): Promise<void> {
  const otra = await findOtraSesion(origen);
  if (otra) redirect(paginaDeOtraSesion(otra));
}

/** Whoever has the session now, if what came is not from a page of theirs; null without a session too. */
export async function findOtraSesion(origen: unknown): Promise<ActorConSesion | null> {
  const abierta = (await contextoDeTitular()) ?? (await contextoDeSoporte());
  return abierta && !isMarcaDe(abierta.actor, origen) ? abierta.actor : null;
}

/** The form that a route handler was sent; empty when what came is none. */
export async function parseFormData(request: Request): Promise<FormData> {
  return request.formData().catch(() => new FormData());
}

/** Where it is told whose session is open now and that nothing was done. */
export function paginaDeOtraSesion({ tipo }: ActorConSesion): string {
  return `${tipo === 'TITULAR' ? '/buzon' : '/soporte'}?sesion=otra`;
}

/** Without script the page is drawn anew, for whoever has the session now: the other's form has no place on it. */
async function stayWithOtraSesion(formData: FormData): Promise<ActorConSesion | null> {
  const otra = await findOtraSesion(formData);
  if (otra && !(await headers()).has('next-action')) redirect(paginaDeOtraSesion(otra));
  return otra;
}
