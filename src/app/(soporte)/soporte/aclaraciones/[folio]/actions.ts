'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { Result } from '#domain/result.ts';
import { answerAclaracion } from '#tramites/aclaracion/answer-aclaracion.ts';
import { closeAclaracion } from '#tramites/aclaracion/close-aclaracion.ts';
import { takeAclaracion } from '#tramites/aclaracion/take-aclaracion.ts';
import type { EstadoDeRespuesta } from '#ui/aclaracion/formulario-de-respuesta.tsx';
import { MENSAJES_DE_ATENCION } from '#wording/mensajes/mensajes-aclaracion.ts';
import { requireSoporteDe, soporteDe } from '../../../../_server/formulario.ts';

const folioSchema = z.object({ folio: z.string().max(40) });
const respuestaSchema = folioSchema.extend({ peticionId: z.uuid(), texto: z.string().max(20_000) });

/** «Atender»: the titular sees that somebody is on it. */
export async function takeAclaracionAction(formData: FormData): Promise<void> {
  const ctx = await requireSoporteDe('ATENDER', formData);
  const { folio } = folioSchema.parse(Object.fromEntries(formData));
  goBack(folio, 'tomada', await takeAclaracion(ctx, folio));
}

/** «Cerrar aclaración», once it was answered. */
export async function closeAclaracionAction(formData: FormData): Promise<void> {
  const ctx = await requireSoporteDe('ATENDER', formData);
  const { folio } = folioSchema.parse(Object.fromEntries(formData));
  goBack(folio, 'cerrada', await closeAclaracion(ctx, folio));
}

/** «Enviar respuesta». What was written is given back when it is not taken. */
export async function answerAclaracionAction(
  estado: EstadoDeRespuesta,
  formData: FormData,
): Promise<EstadoDeRespuesta> {
  const miembro = await soporteDe('ATENDER', formData);
  const { texto, ...peticion } = respuestaSchema.parse(Object.fromEntries(formData));
  if (!miembro.ok) return { vez: estado.vez + 1, texto, error: miembro.error };
  const result = await answerAclaracion(miembro.value, { ...peticion, texto });
  if (!result.ok) return { vez: estado.vez + 1, texto, error: MENSAJES_DE_ATENCION[result.error] };
  redirect(`/soporte/aclaraciones/${result.value.folio}?hecho=respondida`);
}

function goBack(folio: string, hecho: string, result: Result<unknown, string>): never {
  const query = new URLSearchParams(result.ok ? { hecho } : { error: result.error });
  redirect(`/soporte/aclaraciones/${encodeURIComponent(folio)}?${query}`);
}
