'use server';

import { redirect } from 'next/navigation';
import { markEvidencia } from '#tramites/acuse/list-acuses.ts';
import { requireTitularDe } from '../../../_server/formulario.ts';

/** «Incluirlo» and «No incluirlo», for the acuse of a solicitud of the titular signed in. */
export async function markEvidenciaAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe('ABRIR_EVIDENCIA', formData);
  await markEvidencia(ctx, { folio: String(formData.get('folio')), abierta: formData.get('abierta') === 'si' });
  redirect('/buzon/acuses');
}
