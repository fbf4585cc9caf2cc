'use server';

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { labelMedio } from '#tramites/medio-de-contacto/label-medio.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { resendMensaje } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import type { Llenado } from '#ui/components/campo/campo-llenado.ts';
import { mensajeDeCodigo } from '#wording/mensajes/mensajes.ts';
import { MENSAJES_DE_BAJA, MENSAJES_DE_ETIQUETA } from '#wording/mensajes/mensajes-de-acto.ts';
import { goOn } from '../../../_server/contexto.ts';
import { allow, nextVez, parseSent, requireTitularDe, titularDe } from '../../../_server/formulario.ts';

const TABLA = '/buzon/medios-de-contacto';
const REGISTROS = `${TABLA}/nuevo/registros-patronales`;

const folioSchema = z.string().max(40);
const paginaSchema = z.enum([TABLA, `${TABLA}/nuevo`, REGISTROS]);
const codigoSchema = z.object({ folio: folioSchema, codigo: z.string().max(4_000), regresarA: paginaSchema });

const etiquetaSchema = z.object({ folio: folioSchema, etiqueta: z.string().max(4_000) });
type Codigo = Llenado<{ codigo?: string }>;
type Etiquetado = Llenado<{ etiqueta: string }>;

/** «Aceptar» of «Validación de Celular», for the titular of the phone. */
export async function validateCelularAction(estado: Codigo, formData: FormData): Promise<Codigo> {
  const titular = await titularDe('VALIDAR_MEDIO', formData);
  const refuse = (mensaje: string) => ({ vez: nextVez(estado), campos: {}, error: { mensaje } });
  if (!titular.ok) return refuse(titular.error);
  const { regresarA, ...input } = parseSent(codigoSchema, formData);
  const result = await validateCelular(titular.value, input);
  if (!result.ok) return refuse(mensajeDeCodigo(result.error));
  // An action's redirect is followed once: the form of registros gets here the selection that its page would send it on for.
  const seleccion = regresarA === REGISTROS ? { seleccion: randomUUID() } : undefined;
  goOn(titular.value, `${regresarA}?${new URLSearchParams({ validado: result.value.folio, ...seleccion })}`);
}

/** «Aceptar» of «Etiqueta», for the titular of the medio. */
export async function labelMedioAction(estado: Etiquetado, formData: FormData): Promise<Etiquetado> {
  const titular = await titularDe('ETIQUETAR_MEDIO', formData);
  const { folio, etiqueta } = parseSent(etiquetaSchema, formData);
  const refuse = (mensaje: string) => ({ vez: nextVez(estado), campos: { etiqueta }, error: { mensaje } });
  if (!titular.ok) return refuse(titular.error);
  const ctx = titular.value;
  if (!(await allow('registro', ctx))) return refuse(MENSAJES_DE_BAJA.DEMASIADAS_PETICIONES);
  const result = await labelMedio(ctx, folio, etiqueta);
  if (!result.ok) {
    const refused = refuse(MENSAJES_DE_ETIQUETA[result.error]);
    if (result.error === 'MEDIO_SIN_ETIQUETA') return refused;
    return { ...refused, error: { ...refused.error, campo: 'etiqueta' } };
  }
  goOn(ctx, `${TABLA}?${new URLSearchParams({ etiquetado: folio })}`);
}

/** «Reenviar», for the titular of the medio. */
export async function resendMensajeAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe('REENVIAR_MENSAJE', formData);
  const folio = parseSent(folioSchema, formData.get('folio'));
  const pagina = parseSent(paginaSchema, formData.get('regresarA') ?? TABLA);
  await limit(ctx);
  const result = await resendMensaje(ctx, folio);
  if (result.ok) goOn(ctx, `${pagina}?${new URLSearchParams({ reenviado: folio })}`);
  const { codigo, ...detail } = { segundos: '', ...result.error };
  goOn(ctx, `${pagina}?${new URLSearchParams({ error: codigo, segundos: String(detail.segundos) })}`);
}

/** «Aceptar» of «Eliminar medio de contacto», for the titular of the medio. */
export async function removeMedioDeContactoAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe('ELIMINAR_MEDIO', formData);
  const folio = parseSent(folioSchema, formData.get('folio'));
  await limit(ctx);
  const result = await removeMedioDeContacto(ctx, folio);
  if (!result.ok && result.error === 'BAJA_PIDE_FIRMA') goOn(ctx, `${TABLA}/${encodeURIComponent(folio)}/eliminar`);
  goOn(ctx, `${TABLA}?${new URLSearchParams(result.ok ? { eliminado: folio } : { error: result.error })}`);
}

async function limit(ctx: ContextoDeTitular): Promise<void> {
  if (!(await allow('registro', ctx))) goOn(ctx, `${TABLA}?error=DEMASIADAS_PETICIONES`);
}
