'use server';

import { z } from 'zod';
import { fail } from '#domain/result.ts';
import { prepareBaja, signBaja } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { firmaSchema } from '../../../../../_request/firma-recibida.ts';
import { parseSent } from '../../../../../_request/sent.ts';
import { ensureNavegador, findNavegador } from '../../../../../_server/browser.ts';
import { contextoPara } from '../../../../../_server/contexto.ts';
import { leaveOtraSesion } from '../../../../../_server/formulario.ts';
import { root } from '../../../../../_server/root.ts';

const folioSchema = z.string().max(40);

/** The cadena original that «Firmar» signs, for the titular of the medio, on a page of theirs. */
export async function prepareBajaAction(marca: string, folio: string) {
  await leaveOtraSesion(marca);
  const ctx = await contextoPara('ELIMINAR_ULTIMO_MEDIO');
  if (!ctx) return fail('SESION_TERMINADA');
  if (!(await root().limites.tramite.allow(ctx.actor.titularId))) return fail('DEMASIADOS_INTENTOS');
  const host = new URL(ctx.appUrl).host;
  return prepareBaja(ctx, parseSent(folioSchema, folio), { host, navegador: await ensureNavegador() });
}

/** Removes the last medio that works, signed by its titular. */
export async function signBajaAction(marca: string, folio: string, input: z.input<typeof firmaSchema>) {
  await leaveOtraSesion(marca);
  const ctx = await contextoPara('ELIMINAR_ULTIMO_MEDIO');
  if (!ctx) return fail('SESION_TERMINADA');
  const parsed = firmaSchema.safeParse(input);
  if (!parsed.success) return fail('FIRMA_NO_CORRESPONDE');
  if (!(await root().limites.tramite.allow(ctx.actor.titularId))) return fail('DEMASIADOS_INTENTOS');
  const host = new URL(ctx.appUrl).host;
  const firma = { ...parsed.data, host, navegador: await findNavegador() };
  return signBaja(ctx, parseSent(folioSchema, folio), firma);
}
