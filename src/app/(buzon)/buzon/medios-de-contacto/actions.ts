'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import type { EstadoDelCodigo } from '#ui/medio-de-contacto/ventana-de-codigo.tsx';
import { mensajeDeCodigo } from '#ui/mensajes.ts';
import { requireTitular } from '../../../_server/contexto.ts';

const codigoSchema = z.object({
  folio: z.string().max(40),
  codigo: z.string().max(40),
  regresarA: z.enum(['/buzon/medios-de-contacto', '/buzon/medios-de-contacto/nuevo']),
});

/** «Aceptar» of «Validación de Celular», for the titular of the phone. */
export async function validarCelular(estado: EstadoDelCodigo, formData: FormData): Promise<EstadoDelCodigo> {
  const ctx = await requireTitular();
  const { regresarA, ...input } = codigoSchema.parse(Object.fromEntries(formData));
  const result = await validateCelular(ctx, input);
  if (!result.ok) return { mensaje: mensajeDeCodigo(result.error), vez: estado.vez + 1 };
  redirect(`${regresarA}?validado=${result.value.folio}`);
}
