'use server';

import { z } from 'zod';
import { ASUNTOS_DE_ACLARACION } from '#domain/aclaracion/asunto.ts';
import type { AclaracionError } from '#domain/aclaracion/errores.ts';
import { fileAclaracion } from '#tramites/aclaracion/file-aclaracion.ts';
import { parseAdjunto } from '../../../../_request/parse-adjunto.ts';
import { type EstadoDelEscrito, parseEscrito, refuseEscrito } from '../../../../_request/parse-escrito.ts';
import { goOn } from '../../../../_server/contexto.ts';
import { allow, parseSent, titularDe } from '../../../../_server/formulario.ts';

const asuntoSchema = z.enum(ASUNTOS_DE_ACLARACION);
const peticionSchema = z.uuid();

/** «Presentar aclaración», for the titular signed in. */
export async function fileAclaracionAction(estado: EstadoDelEscrito, formData: FormData): Promise<EstadoDelEscrito> {
  const titular = await titularDe('PRESENTAR_ACLARACION', formData);
  const escrito = parseEscrito(formData);
  if (!titular.ok) return refuseEscrito(estado, escrito, formData, { mensaje: titular.error });
  const ctx = titular.value;
  const peticionId = parseSent(peticionSchema, formData.get('peticionId'));
  const refuse = (error: AclaracionError) => refuseEscrito(estado, escrito, formData, error);
  const asunto = asuntoSchema.safeParse(escrito.asunto);
  if (!asunto.success) return refuse('ASUNTO_NO_ELEGIDO');
  const adjunto = await parseAdjunto(formData);
  if (!adjunto.ok) return refuse(adjunto.error);
  if (!(await allow('aclaracion', ctx))) return refuse('DEMASIADAS_ACLARACIONES');
  const result = await fileAclaracion(ctx, { ...escrito, asunto: asunto.data, adjunto: adjunto.value, peticionId });
  if (!result.ok) return refuse(result.error);
  goOn(ctx, `/buzon/aclaraciones/${result.value.folio}?presentada=si`);
}
