'use server';

import { z } from 'zod';
import { prepareSolicitud, signSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import { ensureLugar, type FirmaEnviada, parseFirma, titularQueFirma } from '../../../_server/firma.ts';
import { parseSent } from '../../../_server/formulario.ts';

const versionSchema = z.string().max(100).catch('');

/** The cadena original that «Firmar» signs, of the text of that version, which was shown. For the titular signed in, on a page of theirs. */
export async function prepareSolicitudAction(marca: string, textoVersion: string) {
  const titular = await titularQueFirma('ACTIVAR', marca);
  if (!titular.ok) return titular;
  const lugar = await ensureLugar(titular.value);
  if (!lugar.ok) return lugar;
  return prepareSolicitud(titular.value, { textoVersion: parseSent(versionSchema, textoVersion), ...lugar.value });
}

/** Records the signed solicitud. For the titular signed in, whose RFC the e.firma must be of. */
export async function signSolicitudAction(marca: string, enviada: FirmaEnviada) {
  const titular = await titularQueFirma('ACTIVAR', marca);
  if (!titular.ok) return titular;
  const firma = await parseFirma(titular.value, enviada);
  return firma.ok ? signSolicitud(titular.value, firma.value) : firma;
}
