'use server';

import { redirect } from 'next/navigation';
import { closeOtherSesiones } from '#tramites/sesion/list-sesiones.ts';
import { requireTitularDe } from '../../../_server/formulario.ts';

/** «Cerrar las demás», for the titular signed in. */
export async function closeOtherSesionesAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe('VER_SESIONES', formData);
  await closeOtherSesiones(ctx);
  redirect('/buzon/sesiones?cerradas=1');
}
