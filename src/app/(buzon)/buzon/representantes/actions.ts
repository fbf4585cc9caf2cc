'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { PropuestaError, PropuestaEscrita } from '#domain/representacion/propuesta.ts';
import { endAllRepresentaciones, endRepresentacion } from '#tramites/representacion/end-representacion.ts';
import { closePeticion } from '#tramites/representacion/list-peticiones.ts';
import { proposeRepresentacion } from '#tramites/representacion/propose-representacion.ts';
import { prepareFirma, signRepresentacion } from '#tramites/representacion/sign-representacion.ts';
import type { Llenado } from '#ui/components/campo/campo-llenado.ts';
import { MENSAJES_DE_PROPUESTA } from '#wording/mensajes/mensajes-representacion.ts';
import { ensureLugar, type FirmaEnviada, parseFirma, titularQueFirma } from '../../../_server/firma.ts';
import { allow, nextVez, parseSent, requireTitularDe, titularDe } from '../../../_server/formulario.ts';
import { root } from '../../../_server/root.ts';

const AQUI = '/buzon/representantes';
const folioSchema = z.string().regex(/^[\w.-]{1,40}$/);
const negativaSchema = z.object({ peticion: z.uuid(), paraSiempre: z.literal('si').optional().catch(undefined) });
const texto = z.string().max(4_000).catch('');
const propuestaSchema = z.object({ rfc: texto, registros: texto, hasta: texto });

/** «Firmar en este equipo, los dos» and «Enviar la propuesta», for the titular signed in. */
export async function proposeRepresentacionAction(estado: Llenado<PropuestaEscrita>, formData: FormData) {
  const titular = await titularDe('NOMBRAR_REPRESENTANTE', formData);
  const poderes = formData.getAll('poderes').filter((poder) => typeof poder === 'string');
  const campos = { ...parseSent(propuestaSchema, formData), poderes };
  const vez = nextVez(estado);
  if (!titular.ok) return { vez, campos, error: { mensaje: titular.error } };
  const refuse = (error: PropuestaError) => {
    const campo = error.split('_', 1)[0]?.toLowerCase();
    return { vez, campos, error: { campo, mensaje: MENSAJES_DE_PROPUESTA[error] } };
  };
  const ctx = titular.value;
  if (!(await allow('registro', ctx))) return refuse('DEMASIADAS_PROPUESTAS');
  const result = await proposeRepresentacion(ctx, campos);
  if (!result.ok) return refuse(result.error);
  redirect(formData.get('como') === 'enviar' ? `${AQUI}?enviada=si` : `${AQUI}/${result.value.folio}`);
}

/** «Revocar representación», «Renunciar», «No acepto»: for either side of the designation. */
export async function endRepresentacionAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe('NOMBRAR_REPRESENTANTE', formData);
  const folio = parseSent(folioSchema, formData.get('folio'));
  await endRepresentacion(ctx, folio);
  // Another address than the page's own, which the browser would take for the one that it has.
  redirect(`${AQUI}/${folio}?terminada=si`);
}

/** «Terminar todas», for the titular who made them. */
export async function endAllRepresentacionesAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe('NOMBRAR_REPRESENTANTE', formData);
  await endAllRepresentaciones(ctx);
  redirect(`${AQUI}?terminadas=si`);
}

/** «No», to who asks to be named. */
export async function closePeticionAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe('NOMBRAR_REPRESENTANTE', formData);
  const { peticion, paraSiempre } = parseSent(negativaSchema, formData);
  await closePeticion(ctx, peticion, paraSiempre !== undefined);
  redirect(`${AQUI}?rechazada=si`);
}

/** The cadena original that «Firmar» signs. For either side of the designation, on a page of theirs. */
export async function prepareFirmaAction(marca: string, folio: string) {
  const titular = await titularQueFirma('NOMBRAR_REPRESENTANTE', marca);
  if (!titular.ok) return titular;
  const lugar = await ensureLugar(titular.value);
  return lugar.ok ? prepareFirma(titular.value, parseSent(folioSchema, folio), lugar.value) : lugar;
}

/** Takes one of the two signatures: whose it is, its certificate says. */
export async function signRepresentacionAction(marca: string, enviada: FirmaEnviada) {
  const titular = await titularQueFirma('NOMBRAR_REPRESENTANTE', marca);
  if (!titular.ok) return titular;
  const firma = await parseFirma(titular.value, enviada);
  if (!firma.ok) return firma;
  const ventanaMinutos = root().settings.firmaMancomunadaMinutos;
  return signRepresentacion(titular.value, { ...firma.value, ventanaMinutos });
}
