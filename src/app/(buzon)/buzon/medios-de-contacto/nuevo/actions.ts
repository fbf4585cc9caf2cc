'use server';

import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { RegistroError } from '#domain/medio-de-contacto/errores.ts';
import { MECANISMOS } from '#domain/medio-de-contacto/mecanismo.ts';
import type { MedioLeido } from '#domain/medio-de-contacto/medio.ts';
import { checkMedioDeContacto } from '#tramites/medio-de-contacto/check-medio-de-contacto.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import type { EstadoDelFormulario, MedioEscrito } from '#ui/medio-de-contacto/estado-del-formulario.ts';
import { MENSAJES_DE_REGISTRO, SIN_MECANISMO } from '#wording/mensajes/mensajes.ts';
import { titularDe } from '../../../../_server/formulario.ts';
import { root } from '../../../../_server/root.ts';
import { preguntaDe } from './pregunta.ts';

const medioSchema = z.object({ mecanismo: z.enum(MECANISMOS), valor: z.string().max(320) });
const aceptarSchema = medioSchema.extend({ paso: z.literal('aceptar'), peticionId: z.uuid() });

/** «Guardar» checks and opens the window; its «Aceptar» registers. For the titular signed in. */
export async function registerMedioDeContactoAction(
  _: EstadoDelFormulario,
  formData: FormData,
): Promise<EstadoDelFormulario> {
  const titular = await titularDe(formData);
  const campos = Object.fromEntries(formData);
  const escrito = { mecanismo: String(campos.mecanismo ?? ''), valor: String(campos.valor ?? '').slice(0, 320) };
  if (!titular.ok) return { paso: 'captura', ...escrito, error: { mensaje: titular.error } };
  const ctx = titular.value;
  if (campos.paso === 'llenar') return { paso: 'captura', ...escrito, error: null };
  const medio = medioSchema.safeParse(escrito);
  if (!medio.success) return { paso: 'captura', ...escrito, error: { campo: 'mecanismo', mensaje: SIN_MECANISMO } };
  const aceptar = aceptarSchema.safeParse(campos);
  if (!aceptar.success) {
    const checked = await checkMedioDeContacto(ctx, medio.data);
    return checked.ok ? ask(escrito, checked.value) : refuse(escrito, checked.error);
  }
  if (!(await root().limites.registro.allow(ctx.actor.titularId))) return refuse(escrito, 'DEMASIADAS_PETICIONES');
  const result = await registerMedioDeContacto(ctx, aceptar.data);
  if (!result.ok) return refuse(escrito, result.error);
  redirect(`/buzon/medios-de-contacto/nuevo?folio=${result.value.folio}`);
}

function ask(escrito: MedioEscrito, medio: MedioLeido): EstadoDelFormulario {
  return { paso: 'confirmar', ...escrito, peticionId: randomUUID(), pregunta: preguntaDe(medio) };
}

function refuse(escrito: MedioEscrito, error: RegistroError): EstadoDelFormulario {
  return { paso: 'captura', ...escrito, error: { campo: 'valor', mensaje: MENSAJES_DE_REGISTRO[error] } };
}
