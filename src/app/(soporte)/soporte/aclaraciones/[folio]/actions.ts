'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { Result } from '#domain/result.ts';
import { answerAclaracion, closeAclaracion, takeAclaracion } from '#tramites/aclaracion/answer-aclaracion.ts';
import type { Llenado } from '#ui/components/campo/campo-llenado.ts';
import { MENSAJES_DE_ATENCION } from '#wording/mensajes/mensajes-aclaracion.ts';
import { nextVez, parseSent, requireSoporteDe, soporteDe } from '../../../../_server/formulario.ts';

const folioSchema = z.object({ folio: z.string().max(40) });
const respuestaSchema = folioSchema.extend({ peticionId: z.uuid(), texto: z.string().max(20_000) });
type Respuesta = Llenado<{ texto: string }>;

/** «Atender»: the titular sees that somebody is on it. */
export async function takeAclaracionAction(formData: FormData): Promise<void> {
  const ctx = await requireSoporteDe('ATENDER', formData);
  const { folio } = parseSent(folioSchema, formData);
  goBack(folio, 'tomada', await takeAclaracion(ctx, folio));
}

/** «Cerrar aclaración», once it was answered. */
export async function closeAclaracionAction(formData: FormData): Promise<void> {
  const ctx = await requireSoporteDe('ATENDER', formData);
  const { folio } = parseSent(folioSchema, formData);
  goBack(folio, 'cerrada', await closeAclaracion(ctx, folio));
}

/** «Enviar respuesta». What was written is given back when it is not taken. */
export async function answerAclaracionAction(estado: Respuesta, formData: FormData): Promise<Respuesta> {
  const miembro = await soporteDe('ATENDER', formData);
  const { texto, ...peticion } = parseSent(respuestaSchema, formData);
  const refuse = (mensaje: string) => ({ vez: nextVez(estado), campos: { texto }, error: { campo: 'texto', mensaje } });
  if (!miembro.ok) return refuse(miembro.error);
  const result = await answerAclaracion(miembro.value, { ...peticion, texto });
  if (!result.ok) return refuse(MENSAJES_DE_ATENCION[result.error]);
  redirect(`/soporte/aclaraciones/${result.value.folio}?hecho=respondida`);
}

function goBack(folio: string, hecho: string, result: Result<unknown, string>): never {
  const query = new URLSearchParams(result.ok ? { hecho } : { error: result.error });
  redirect(`/soporte/aclaraciones/${encodeURIComponent(folio)}?${query}`);
}
