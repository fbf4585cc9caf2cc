'use server';

import { z } from 'zod';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { goOn } from '../../../../../_server/contexto.ts';
import { allow, parseSent, requireTitularDe } from '../../../../../_server/formulario.ts';

const quitarSchema = z.object({ folio: z.string().max(40), numero: z.string().regex(/^[A-Z\d]{11}$/) });

/** «Aceptar» of «Eliminar medio de contacto» for one registro patronal, for the titular of the medio. */
export async function removeRegistrosDeMedioAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe('ELIMINAR_MEDIO', formData);
  const { folio, numero } = parseSent(quitarSchema, formData);
  const ruta = `/buzon/medios-de-contacto/${folio}/registros-patronales`;
  if (!(await allow('registro', ctx))) goOn(ctx, `${ruta}?error=DEMASIADAS_PETICIONES`);
  const result = await removeRegistrosDeMedio(ctx, { folio, numeros: [numero] });
  if (!result.ok) goOn(ctx, `${ruta}?error=${result.error}`);
  if (result.value.folio === folio) goOn(ctx, `/buzon/medios-de-contacto?eliminado=${folio}`);
  goOn(ctx, `${ruta}?baja=${result.value.folio}`);
}
