import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { cleanToken } from '#domain/direccion-pegada.ts';
import type { Acto } from '#domain/representacion/acto.ts';
import { fail, ok } from '#domain/result.ts';
import type { PermisoDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import { noteRechazo } from '#infra/logger/hilo.ts';
import type { ContextoDeSoporte, ContextoDeTitular } from '#tramites/contexto.ts';
import { mensajeDeOtraSesion } from '#ui/sesion/otra-sesion.tsx';
import { findDireccion } from '../_request/find-direccion.ts';
import {
  type ContextoConSesion,
  contextoDeSoporte,
  contextoDeTitular,
  requireSoporte,
  requireTitular,
} from './contexto.ts';
import { type ActorConSesion, isMarcaDe } from './marca.ts';
import { root } from './root.ts';

/** What an action of a titular's form begins with: their context, or off to whoever has the session now, or to sign in. */
export async function requireTitularDe(acto: Acto, formData: FormData): Promise<ContextoDeTitular> {
  return requireTitular(acto, await leaveOtraSesion(parseForm(formData)));
}

/** The same for a form whose text should not be lost: with script it stays on its page and says what the error says. */
export async function titularDe(acto: Acto, formData: FormData) {
  return unlessOtraSesion(formData, (abierta) => requireTitular(acto, abierta));
}

/** What an action of the support staff's forms begins with. */
export async function requireSoporteDe(permiso: PermisoDeSoporte, formData: FormData): Promise<ContextoDeSoporte> {
  return requireSoporte(permiso, await leaveOtraSesion(parseForm(formData)));
}

/** The same for a form whose text should not be lost. */
export async function soporteDe(permiso: PermisoDeSoporte, formData: FormData) {
  return unlessOtraSesion(formData, (abierta) => requireSoporte(permiso, abierta));
}

/** Goes to the first page of whoever has the session now, if what came is not from a page of theirs. @returns the session. */
export async function leaveOtraSesion(origen: unknown): Promise<ContextoConSesion | null> {
  const { abierta, otra } = await findSesionDe(origen);
  if (otra) redirect(paginaDeOtraSesion(otra));
  return abierta;
}

/** Whoever has the session now, if what came is not from a page of theirs; null without a session too. */
export async function findOtraSesion(origen: unknown): Promise<ActorConSesion | null> {
  return (await findSesionDe(origen)).otra;
}

async function findSesionDe(origen: unknown) {
  const abierta = (await contextoDeTitular()) ?? (await contextoDeSoporte());
  if (!abierta || isMarcaDe(abierta.actor, origen)) return { abierta, otra: null };
  noteRechazo('OTRA_SESION');
  return { abierta, otra: abierta.actor };
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
async function unlessOtraSesion<T>(formData: FormData, require: (abierta: ContextoConSesion | null) => Promise<T>) {
  const { abierta, otra } = await findSesionDe(parseForm(formData));
  if (!otra) return ok(await require(abierta));
  if (!(await headers()).has('next-action')) redirect(paginaDeOtraSesion(otra));
  return fail(mensajeDeOtraSesion(otra));
}

/** Counts once more what whoever is signed in may do only so often; false where that is too often. */
export function allow(que: 'registro' | 'aclaracion' | 'tramite' | 'consulta', { actor }: ContextoConSesion) {
  return root().limites[que].allow(actor.tipo === 'TITULAR' ? actor.titularId : actor.miembroId);
}

/** What no page of ours sends, whoever wrote it: no fault of the portal's, and answered so (tell-error.ts). */
class MalFormada extends Error {
  // Bundles have copies of a class: it is known by its name.
  override name = 'MalFormada';
}

/** What a schema makes of what was sent, a form by its fields. Throws MalFormada. */
export function parseSent<Schema extends z.ZodType>(schema: Schema, asked: unknown): z.output<Schema> {
  const parsed = schema.safeParse(asked instanceof FormData ? Object.fromEntries(asked) : asked);
  if (parsed.success) return parsed.data;
  throw new MalFormada();
}

/** An action may be called with anything in the place of its form. Throws MalFormada. */
function parseForm(asked: unknown): FormData {
  if (asked instanceof FormData) return asked;
  throw new MalFormada();
}

const tokenSchema = z
  .string()
  .max(400)
  .transform(cleanToken)
  .pipe(z.string().regex(/^[A-Za-z0-9_-]{1,200}$/));

/** The token of a link's form; back to its page, which says so, where many ask from one network. Throws MalFormada. */
export async function parseToken(formData: FormData, ruta: string): Promise<string> {
  const token = parseSent(tokenSchema, parseForm(formData).get('token'));
  if (!(await root().limites.enlace.allow(await findDireccion()))) redirect(`${ruta}/${token}?espera=1`);
  return token;
}

/** How many times a form will have been answered, by the state that it carries. Throws MalFormada. */
export function nextVez(estado: { vez: number }): number {
  if (Number.isSafeInteger(estado?.vez)) return estado.vez + 1;
  throw new MalFormada();
}
