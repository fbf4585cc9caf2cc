'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { RolError } from '#domain/soporte/rol-error.ts';
import { changeRolDeMiembro, removeRolDeMiembro } from '#tramites/soporte/change-rol-de-miembro.ts';
import { giveRol } from '#tramites/soporte/give-rol.ts';
import type { EstadoDelAlta } from '#ui/soporte/estado-del-alta.ts';
import { MENSAJES_DE_ROL } from '#wording/mensajes/mensajes-soporte.ts';
import { requireSoporteDe, soporteDe } from '../../../_server/formulario.ts';

const EQUIPO = '/soporte/equipo';

const texto = z.string().max(1000);
const altaSchema = z.object({ rfc: texto, nombre: texto, rol: texto });
const cambioSchema = z.object({ miembroId: z.uuid(), rol: texto });

/** «Dar el rol», for whoever supervises. */
export async function giveRolAction(estado: EstadoDelAlta, formData: FormData): Promise<EstadoDelAlta> {
  const miembro = await soporteDe('SUPERVISAR', formData);
  const alta = altaSchema.parse(Object.fromEntries(formData));
  if (!miembro.ok) return { vez: estado.vez + 1, alta, error: { mensaje: miembro.error } };
  const result = await giveRol(miembro.value, alta);
  if (!result.ok) return { vez: estado.vez + 1, alta, error: describe(result.error) };
  redirect(`${EQUIPO}?hecho=dado`);
}

/** «Aceptar» of «Cambiar el rol», for whoever supervises. */
export async function changeRolDeMiembroAction(formData: FormData): Promise<void> {
  const ctx = await requireSoporteDe('SUPERVISAR', formData);
  const result = await changeRolDeMiembro(ctx, cambioSchema.parse(Object.fromEntries(formData)));
  redirect(`${EQUIPO}?${new URLSearchParams(result.ok ? { hecho: 'cambiado' } : { error: result.error })}`);
}

/** «Aceptar» of «Quitar el rol», for whoever supervises. */
export async function removeRolDeMiembroAction(formData: FormData): Promise<void> {
  const ctx = await requireSoporteDe('SUPERVISAR', formData);
  const result = await removeRolDeMiembro(ctx, z.uuid().parse(formData.get('miembroId')));
  redirect(`${EQUIPO}?${new URLSearchParams(result.ok ? { hecho: 'quitado' } : { error: result.error })}`);
}

const CAMPOS = { RFC_DE_SOPORTE_NO_VALIDO: 'rfc', NOMBRE_DE_SOPORTE_FALTA: 'nombre', ROL_DESCONOCIDO: 'rol' } as const;

function describe(error: RolError): EstadoDelAlta['error'] {
  return { campo: error in CAMPOS ? CAMPOS[error as keyof typeof CAMPOS] : 'rfc', mensaje: MENSAJES_DE_ROL[error] };
}
