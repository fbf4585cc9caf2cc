'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { resendMensajePorSoporte } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { addNota } from '#tramites/soporte/add-nota.ts';
import { showDatos } from '#tramites/soporte/show-datos.ts';
import type { EstadoDeSoporte } from '#ui/soporte/estado-de-soporte.ts';
import { RAICES_DE_MOSTRAR } from '#ui/soporte/raices-de-mostrar.ts';
import { MENSAJES_DE_MOSTRAR, MENSAJES_DE_NOTA } from '#wording/mensajes/mensajes-soporte.ts';
import { requireSoporteDe, soporteDe } from '../../../../_server/formulario.ts';
import { root } from '../../../../_server/root.ts';

const folioSchema = z.string().max(40);
const mostrarSchema = z.object({
  raiz: z.enum(RAICES_DE_MOSTRAR).default('/soporte/folios'),
  folio: folioSchema,
  motivo: z.string().max(40),
  detalle: z.string().max(2_000),
});
const notaSchema = z.object({ folio: folioSchema, texto: z.string().max(5_000) });

/** «Mostrar», for whoever may look and says why. */
export async function showDatosAction(estado: EstadoDeSoporte, formData: FormData): Promise<EstadoDeSoporte> {
  const miembro = await soporteDe('CONSULTAR', formData);
  const { raiz: regreso, ...peticion } = mostrarSchema.parse(Object.fromEntries(formData));
  const { folio, ...campos } = peticion;
  const refuse = (mensaje: string) => ({ mensaje, vez: estado.vez + 1, campos });
  if (!miembro.ok) return refuse(miembro.error);
  const ctx = miembro.value;
  if (!(await allow(ctx.actor.miembroId))) return refuse(MENSAJES_DE_MOSTRAR.DEMASIADAS_CONSULTAS);
  const result = await showDatos(ctx, peticion);
  if (!result.ok) return refuse(MENSAJES_DE_MOSTRAR[result.error]);
  redirect(`${regreso}/${folio}`);
}

/** «Reenviar», for whoever attends. */
export async function resendMensajePorSoporteAction(formData: FormData): Promise<void> {
  const ctx = await requireSoporteDe('ATENDER', formData);
  const folio = folioSchema.parse(formData.get('folio'));
  const goTo = (query: Record<string, string>) => redirect(`/soporte/folios/${folio}?${new URLSearchParams(query)}`);
  if (!(await allow(ctx.actor.miembroId))) goTo({ error: 'DEMASIADAS_PETICIONES' });
  const result = await resendMensajePorSoporte(ctx, folio);
  goTo(result.ok ? { hecho: 'reenviado' } : { error: result.error.codigo });
}

/** «Agregar nota», for whoever attends. */
export async function addNotaAction(estado: EstadoDeSoporte, formData: FormData): Promise<EstadoDeSoporte> {
  const miembro = await soporteDe('ATENDER', formData);
  const { folio, texto } = notaSchema.parse(Object.fromEntries(formData));
  const refuse = (mensaje: string) => ({ mensaje, vez: estado.vez + 1, campos: { texto } });
  if (!miembro.ok) return refuse(miembro.error);
  const ctx = miembro.value;
  if (!(await allow(ctx.actor.miembroId))) return refuse(MENSAJES_DE_NOTA.DEMASIADAS_CONSULTAS);
  const result = await addNota(ctx, { folio, texto });
  if (!result.ok) return refuse(MENSAJES_DE_NOTA[result.error]);
  redirect(`/soporte/folios/${folio}?hecho=nota`);
}

function allow(miembroId: string): Promise<boolean> {
  return root().limites.consulta.allow(miembroId);
}
