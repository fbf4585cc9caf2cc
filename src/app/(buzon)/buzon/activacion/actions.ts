'use server';

import { z } from 'zod';
import { fail } from '#domain/result.ts';
import { prepareSolicitud, signSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import { firmaSchema } from '../../../_request/firma-recibida.ts';
import { parseSent } from '../../../_request/sent.ts';
import { ensureNavegador, findNavegador } from '../../../_server/browser.ts';
import { contextoPara } from '../../../_server/contexto.ts';
import { leaveOtraSesion } from '../../../_server/formulario.ts';
import { root } from '../../../_server/root.ts';

const versionSchema = z.string().max(100).catch('');

/** The cadena original that «Firmar» signs, of the text of that version, which was shown. For the titular signed in, on a page of theirs. */
export async function prepareSolicitudAction(marca: string, textoVersion: string) {
  await leaveOtraSesion(marca);
  const ctx = await contextoPara('ACTIVAR');
  if (!ctx) return fail('SESION_TERMINADA');
  if (!(await root().limites.tramite.allow(ctx.actor.titularId))) return fail('DEMASIADOS_INTENTOS');
  return prepareSolicitud(ctx, {
    textoVersion: parseSent(versionSchema, textoVersion),
    host: new URL(ctx.appUrl).host,
    navegador: await ensureNavegador(),
  });
}

/** Records the signed solicitud. For the titular signed in, whose RFC the e.firma must be of. */
export async function signSolicitudAction(marca: string, input: z.input<typeof firmaSchema>) {
  await leaveOtraSesion(marca);
  const ctx = await contextoPara('ACTIVAR');
  if (!ctx) return fail('SESION_TERMINADA');
  const parsed = firmaSchema.safeParse(input);
  if (!parsed.success) return fail('FIRMA_NO_CORRESPONDE');
  if (!(await root().limites.tramite.allow(ctx.actor.titularId))) return fail('DEMASIADOS_INTENTOS');
  const host = new URL(ctx.appUrl).host;
  return signSolicitud(ctx, { ...parsed.data, host, navegador: await findNavegador() });
}
