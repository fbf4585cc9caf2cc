'use server';

import { z } from 'zod';
import type { ReplicaError } from '#domain/aclaracion/errores.ts';
import { replyAclaracion } from '#tramites/aclaracion/file-aclaracion.ts';
import { parseAdjunto } from '../../../../_request/parse-adjunto.ts';
import { type EstadoDelEscrito, parseEscrito, refuseEscrito } from '../../../../_request/parse-escrito.ts';
import { goOn } from '../../../../_server/contexto.ts';
import { allow, parseSent, titularDe } from '../../../../_server/formulario.ts';

const replicaSchema = z.object({ folio: z.string().max(40), peticionId: z.uuid() });

/** «Enviar mensaje», for the titular of the aclaración. */
export async function replyAclaracionAction(estado: EstadoDelEscrito, formData: FormData): Promise<EstadoDelEscrito> {
  const titular = await titularDe('RESPONDER_ACLARACION', formData);
  const escrito = parseEscrito(formData);
  if (!titular.ok) return refuseEscrito(estado, escrito, formData, { mensaje: titular.error });
  const ctx = titular.value;
  const { folio, peticionId } = parseSent(replicaSchema, formData);
  const refuse = (error: ReplicaError) => refuseEscrito(estado, escrito, formData, error);
  const adjunto = await parseAdjunto(formData);
  if (!adjunto.ok) return refuse(adjunto.error);
  if (!(await allow('aclaracion', ctx))) return refuse('DEMASIADAS_ACLARACIONES');
  const { texto } = escrito;
  const result = await replyAclaracion(ctx, { folio, peticionId, texto, adjunto: adjunto.value });
  if (!result.ok) return refuse(result.error);
  goOn(ctx, `/buzon/aclaraciones/${result.value.folio}?enviado=si`);
}
