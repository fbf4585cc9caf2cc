'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { resendMensajePorSoporte } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { addNota, showDatos } from '#tramites/soporte/show-datos.ts';
import type { Llenado } from '#ui/components/campo/campo-llenado.ts';
import { RAICES_DE_MOSTRAR } from '#ui/soporte/raices-de-mostrar.ts';
import { MENSAJES_DE_MOSTRAR, MENSAJES_DE_NOTA } from '#wording/mensajes/mensajes-soporte.ts';
import { allow, nextVez, parseSent, requireSoporteDe, soporteDe } from '../../../../_server/formulario.ts';

const folioSchema = z.string().max(40);
const mostrarSchema = z.object({
  raiz: z.enum(RAICES_DE_MOSTRAR).default('/soporte/folios'),
  folio: folioSchema,
  motivo: z.string().max(40),
  detalle: z.string().max(2_000),
});
type Explicacion = Omit<z.infer<typeof mostrarSchema>, 'raiz' | 'folio'>;
const notaSchema = z.object({ folio: folioSchema, texto: z.string().max(5_000) });
type Nota = Llenado<{ texto: string }>;

/** «Mostrar», for whoever may look and says why. */
export async function showDatosAction(estado: Llenado<Explicacion>, formData: FormData): Promise<Llenado<Explicacion>> {
  const miembro = await soporteDe('CONSULTAR', formData);
  const { raiz: regreso, ...peticion } = parseSent(mostrarSchema, formData);
  const { folio, ...campos } = peticion;
  const refuse = (mensaje: string) => ({ error: { mensaje }, vez: nextVez(estado), campos });
  if (!miembro.ok) return refuse(miembro.error);
  const ctx = miembro.value;
  if (!(await allow('consulta', ctx))) return refuse(MENSAJES_DE_MOSTRAR.DEMASIADAS_CONSULTAS);
  const result = await showDatos(ctx, peticion);
  if (!result.ok) return refuse(MENSAJES_DE_MOSTRAR[result.error]);
  redirect(`${regreso}/${folio}`);
}

/** «Reenviar», for whoever attends. */
export async function resendMensajePorSoporteAction(formData: FormData): Promise<void> {
  const ctx = await requireSoporteDe('ATENDER', formData);
  const folio = parseSent(folioSchema, formData.get('folio'));
  const goTo = (query: Record<string, string>) => redirect(`/soporte/folios/${folio}?${new URLSearchParams(query)}`);
  if (!(await allow('consulta', ctx))) goTo({ error: 'DEMASIADAS_PETICIONES' });
  const result = await resendMensajePorSoporte(ctx, folio);
  goTo(result.ok ? { hecho: 'reenviado' } : { error: result.error.codigo });
}

/** «Agregar nota», for whoever attends. */
export async function addNotaAction(estado: Nota, formData: FormData): Promise<Nota> {
  const miembro = await soporteDe('ATENDER', formData);
  const { folio, texto } = parseSent(notaSchema, formData);
  const refuse = (mensaje: string) => ({ error: { mensaje }, vez: nextVez(estado), campos: { texto } });
  if (!miembro.ok) return refuse(miembro.error);
  const ctx = miembro.value;
  if (!(await allow('consulta', ctx))) return refuse(MENSAJES_DE_NOTA.DEMASIADAS_CONSULTAS);
  const result = await addNota(ctx, { folio, texto });
  if (!result.ok) return refuse(MENSAJES_DE_NOTA[result.error]);
  redirect(`/soporte/folios/${folio}?hecho=nota`);
}
