'use server';

import { redirect } from 'next/navigation';
import { closeOtherSesiones } from '#tramites/sesion/close-other-sesiones.ts';
import { requireTitular } from '../../../_server/contexto.ts';

/** «Cerrar las demás», for the titular signed in. */
export async function cerrarLasDemas(): Promise<void> {
  const ctx = await requireTitular();
  await closeOtherSesiones(ctx);
  redirect('/buzon/sesiones?cerradas=1');
}
