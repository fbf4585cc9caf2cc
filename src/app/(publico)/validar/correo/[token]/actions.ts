'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { cleanToken } from '#domain/direccion-pegada.ts';
import { disownCorreo, reopenCorreo, validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { findDireccion } from '../../../../_request/find-direccion.ts';
import { contexto, contextoDeTitular } from '../../../../_server/contexto.ts';
import { parseForm, parseSent } from '../../../../_server/formulario.ts';
import { root } from '../../../../_server/root.ts';

const tokenSchema = z
  .string()
  .max(400)
  .transform(cleanToken)
  .pipe(z.string().regex(/^[A-Za-z0-9_-]{1,200}$/));

/** Proves the address of a link. For whoever holds it, with or without session; the page then shows what came of it. */
export async function validateCorreoAction(formData: FormData): Promise<void> {
  const token = await parseToken(formData);
  await validateCorreo((await contextoDeTitular()) ?? contexto(token), token);
  redirect(`/validar/correo/${token}`);
}

/** «Aceptar» of «Este correo no es mío», for whoever holds the link: asked once more, since mail scanners press buttons. */
export async function disownCorreoAction(formData: FormData): Promise<void> {
  const token = await parseToken(formData);
  if (formData.get('confirmado') !== 'si') redirect(`/validar/correo/${token}?confirmar=ajeno`);
  await disownCorreo(contexto(token), token, { paraTodos: formData.get('paraTodos') !== null });
  redirect(`/validar/correo/${token}?ajeno=1`);
}

/** «Aceptar» of «Este correo sí es mío», which takes that back: asked once more as well. */
export async function reopenCorreoAction(formData: FormData): Promise<void> {
  const token = await parseToken(formData);
  if (formData.get('confirmado') !== 'si') redirect(`/validar/correo/${token}?confirmar=propio`);
  await reopenCorreo(contexto(token), token);
  redirect(`/validar/correo/${token}`);
}

async function parseToken(formData: FormData): Promise<string> {
  const token = parseSent(tokenSchema, parseForm(formData).get('token'));
  if (!(await root().limites.enlace.allow(await findDireccion()))) redirect(`/validar/correo/${token}?espera=1`);
  return token;
}
