'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { ReplicaError } from '#domain/aclaracion/errores.ts';
import { replyAclaracion } from '#tramites/aclaracion/reply-aclaracion.ts';
import type { EstadoDelEscrito } from '#ui/aclaracion/estado-del-escrito.ts';
import { readAdjunto } from '../../../../_request/adjunto.ts';
import { readEscrito, refuseEscrito } from '../../../../_request/escrito.ts';
import { titularDe } from '../../../../_server/formulario.ts';
import { raiz } from '../../../../_server/raiz.ts';

const replicaSchema = z.object({ folio: z.string().max(40), peticionId: z.uuid() });

/** «Enviar mensaje», for the titular of the aclaración. */
export async function replicarAclaracion(estado: EstadoDelEscrito, formData: FormData): Promise<EstadoDelEscrito> {
  const titular = await titularDe(formData);
  const escrito = readEscrito(formData);
  if (!titular.ok) return refuseEscrito(estado, escrito, formData, { mensaje: titular.error });
  const ctx = titular.value;
  const { folio, peticionId } = replicaSchema.parse(Object.fromEntries(formData));
  const refuse = (error: ReplicaError) => refuseEscrito(estado, escrito, formData, error);
  const adjunto = await readAdjunto(formData);
  if (!adjunto.ok) return refuse(adjunto.error);
  if (!(await raiz().limites.aclaracion.allow(ctx.actor.titularId))) return refuse('DEMASIADAS_ACLARACIONES');
  const { texto } = escrito;
  const result = await replyAclaracion(ctx, { folio, peticionId, texto, adjunto: adjunto.value });
  if (!result.ok) return refuse(result.error);
  redirect(`/buzon/aclaraciones/${result.value.folio}?enviado=si`);
}
