'use server';

import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { resendMensaje } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import type { EstadoDelCodigo } from '#ui/medio-de-contacto/ventana-de-codigo.tsx';
import { mensajeDeCodigo } from '#wording/mensajes/mensajes.ts';
import { requireTitularDe, titularDe } from '../../../_server/formulario.ts';
import { root } from '../../../_server/root.ts';

const TABLA = '/buzon/medios-de-contacto';
const REGISTROS = `${TABLA}/nuevo/registros-patronales`;

const folioSchema = z.string().max(40);
const codigoSchema = z.object({
  folio: folioSchema,
  codigo: z.string().max(4_000),
  regresarA: z.enum([TABLA, `${TABLA}/nuevo`, REGISTROS]),
});

/** «Aceptar» of «Validación de Celular», for the titular of the phone. */
export async function validateCelularAction(estado: EstadoDelCodigo, formData: FormData): Promise<EstadoDelCodigo> {
  const titular = await titularDe(formData);
  if (!titular.ok) return { mensaje: titular.error, vez: estado.vez + 1 };
  const { regresarA, ...input } = codigoSchema.parse(Object.fromEntries(formData));
  const result = await validateCelular(titular.value, input);
  if (!result.ok) return { mensaje: mensajeDeCodigo(result.error), vez: estado.vez + 1 };
  // An action's redirect is followed once: the form of registros gets here the selection that its page would send it on for.
  const seleccion = regresarA === REGISTROS ? { seleccion: randomUUID() } : undefined;
  redirect(`${regresarA}?${new URLSearchParams({ validado: result.value.folio, ...seleccion })}`);
}

/** «Reenviar», for the titular of the medio. */
export async function resendMensajeAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe(formData);
  const folio = folioSchema.parse(formData.get('folio'));
  await limit(ctx.actor.titularId);
  const result = await resendMensaje(ctx, folio);
  if (result.ok) redirect(`${TABLA}?${new URLSearchParams({ reenviado: folio })}`);
  const { codigo, ...detail } = { segundos: '', ...result.error };
  redirect(`${TABLA}?${new URLSearchParams({ error: codigo, segundos: String(detail.segundos) })}`);
}

/** «Aceptar» of «Eliminar medio de contacto», for the titular of the medio. */
export async function removeMedioDeContactoAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe(formData);
  const folio = folioSchema.parse(formData.get('folio'));
  await limit(ctx.actor.titularId);
  const result = await removeMedioDeContacto(ctx, folio);
  redirect(`${TABLA}?${new URLSearchParams(result.ok ? { eliminado: folio } : { error: result.error })}`);
}

async function limit(titularId: string): Promise<void> {
  if (!(await root().limites.registro.allow(titularId))) redirect(`${TABLA}?error=DEMASIADAS_PETICIONES`);
}
