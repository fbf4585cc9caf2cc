'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { MOTIVOS_DE_CIERRE } from '#domain/sesion/motivo-de-cierre.ts';
import { closeOtherSesiones, closeSesionesDe } from '#tramites/sesion/list-sesiones.ts';
import { parseSent, requireSoporteDe } from '../../../_server/formulario.ts';

const cierreSchema = z.object({ persona: z.uuid(), motivo: z.enum(MOTIVOS_DE_CIERRE) });

/** «Cerrar las demás», for the staff member signed in. */
export async function closeOtherSesionesDeSoporteAction(formData: FormData): Promise<void> {
  const ctx = await requireSoporteDe('CONSULTAR', formData);
  await closeOtherSesiones(ctx);
  redirect('/soporte/sesiones?cerradas=1');
}

/** «Terminar» of «Terminar las sesiones», a titular's or another member's, for whoever supervises. */
export async function closeSesionesDeAction(formData: FormData): Promise<void> {
  const ctx = await requireSoporteDe('SUPERVISAR', formData);
  const cierre = parseSent(cierreSchema, formData);
  const { isDeTitular, cerradas } = await closeSesionesDe(ctx, cierre);
  redirect(`${isDeTitular ? `/soporte/titulares/${cierre.persona}` : '/soporte/equipo'}?cerradas=${cerradas}`);
}
