'use server';

import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { RegistroError } from '#domain/medio-de-contacto/errores.ts';
import { MECANISMOS } from '#domain/medio-de-contacto/mecanismo.ts';
import {
  checkMedioDeContacto,
  registerMedioDeContacto,
} from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import type { EstadoDelFormulario } from '#ui/medio-de-contacto/estado-del-formulario.ts';
import { MENSAJES_DE_REGISTRO } from '#ui/mensajes.ts';
import { requireTitular } from '../../../../_server/contexto.ts';

const SIN_MECANISMO = 'Elige en «Mecanismo de Comunicación» si vas a registrar un correo electrónico o un teléfono.';

const medioSchema = z.object({ mecanismo: z.enum(MECANISMOS), valor: z.string().max(320) });
const aceptarSchema = medioSchema.extend({ paso: z.literal('aceptar'), peticionId: z.uuid() });

/** «Guardar» checks and opens the window; its «Aceptar» registers. For the titular signed in. */
export async function guardarMedio(_: EstadoDelFormulario, formData: FormData): Promise<EstadoDelFormulario> {
  const ctx = await requireTitular();
  const campos = Object.fromEntries(formData);
  const typed = { mecanismo: String(campos.mecanismo ?? ''), valor: String(campos.valor ?? '') };
  const medio = medioSchema.safeParse(campos);
  if (!medio.success) return { paso: 'captura', ...typed, error: { campo: 'mecanismo', mensaje: SIN_MECANISMO } };
  const aceptar = aceptarSchema.safeParse(campos);
  if (!aceptar.success) {
    const checked = await checkMedioDeContacto(ctx, medio.data);
    return checked.ok ? { paso: 'confirmar', ...typed, peticionId: randomUUID() } : refuse(typed, checked.error);
  }
  const result = await registerMedioDeContacto(ctx, aceptar.data);
  if (!result.ok) return refuse(typed, result.error);
  redirect(`/buzon/medios-de-contacto/nuevo?folio=${result.value.folio}`);
}

function refuse(typed: { mecanismo: string; valor: string }, error: RegistroError): EstadoDelFormulario {
  return { paso: 'captura', ...typed, error: { campo: 'valor', mensaje: MENSAJES_DE_REGISTRO[error] } };
}
