'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { requireTitularDe } from '../../../../../_server/formulario.ts';
import { root } from '../../../../../_server/root.ts';

const quitarSchema = z.object({ folio: z.string().max(40), numero: z.string().regex(/^[A-Z\d]{11}$/) });

/** «Aceptar» of «Eliminar medio de contacto» for one registro patronal, for the titular of the medio. */
export async function removeRegistrosDeMedioAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe(formData);
  const { folio, numero } = quitarSchema.parse(Object.fromEntries(formData));
  const ruta = `/buzon/medios-de-contacto/${folio}/registros-patronales`;
  if (!(await root().limites.registro.allow(ctx.actor.titularId))) redirect(`${ruta}?error=DEMASIADAS_PETICIONES`);
  const result = await removeRegistrosDeMedio(ctx, { folio, numeros: [numero] });
  if (!result.ok) redirect(`${ruta}?error=${result.error}`);
  if (result.value.folio === folio) redirect(`/buzon/medios-de-contacto?eliminado=${folio}`);
  redirect(`${ruta}?baja=${result.value.folio}`);
}
