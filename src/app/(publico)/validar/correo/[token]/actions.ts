'use server';

import { redirect } from 'next/navigation';
import { disownCorreo, reopenCorreo, validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { contexto, contextoDeTitular } from '../../../../_server/contexto.ts';
import { parseToken } from '../../../../_server/formulario.ts';

/** Proves the address of a link. For whoever holds it, with or without session; the page then shows what came of it. */
export async function validateCorreoAction(formData: FormData): Promise<void> {
  const token = await parseToken(formData, '/validar/correo');
  await validateCorreo((await contextoDeTitular()) ?? contexto(token), token);
  redirect(`/validar/correo/${token}`);
}

/** «Aceptar» of «Este correo no es mío», for whoever holds the link: asked once more, since mail scanners press buttons. */
export async function disownCorreoAction(formData: FormData): Promise<void> {
  const token = await parseToken(formData, '/validar/correo');
  if (formData.get('confirmado') !== 'si') redirect(`/validar/correo/${token}?confirmar=ajeno`);
  await disownCorreo(contexto(token), token, { paraTodos: formData.get('paraTodos') !== null });
  redirect(`/validar/correo/${token}?ajeno=1`);
}

/** «Aceptar» of «Este correo sí es mío», which takes that back: asked once more as well. */
export async function reopenCorreoAction(formData: FormData): Promise<void> {
  const token = await parseToken(formData, '/validar/correo');
  if (formData.get('confirmado') !== 'si') redirect(`/validar/correo/${token}?confirmar=propio`);
  await reopenCorreo(contexto(token), token);
  redirect(`/validar/correo/${token}`);
}
