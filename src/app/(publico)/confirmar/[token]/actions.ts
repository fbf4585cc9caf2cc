'use server';

import { redirect } from 'next/navigation';
import { validateMedioAntiguo } from '#tramites/medio-de-contacto/validate-medio-antiguo.ts';
import { contexto } from '../../../_server/contexto.ts';
import { parseToken } from '../../../_server/formulario.ts';

/** «Sí, lo sigo usando». For whoever holds the link, with or without session; the page then shows what came of it. */
export async function validateMedioAntiguoAction(formData: FormData): Promise<void> {
  const token = await parseToken(formData, '/confirmar');
  await validateMedioAntiguo(contexto(token), token);
  redirect(`/confirmar/${token}`);
}
