'use server';

import { z } from 'zod';
import { prepareBaja, signBaja } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { ensureLugar, type FirmaEnviada, parseFirma, titularQueFirma } from '../../../../../_server/firma.ts';
import { parseSent } from '../../../../../_server/formulario.ts';

const folioSchema = z.string().max(40);

/** The cadena original that «Firmar» signs, for the titular of the medio, on a page of theirs. */
export async function prepareBajaAction(marca: string, folio: string) {
  const titular = await titularQueFirma('ELIMINAR_ULTIMO_MEDIO', marca);
  if (!titular.ok) return titular;
  const lugar = await ensureLugar(titular.value);
  return lugar.ok ? prepareBaja(titular.value, parseSent(folioSchema, folio), lugar.value) : lugar;
}

/** Removes the last medio that works, signed by its titular. */
export async function signBajaAction(marca: string, folio: string, enviada: FirmaEnviada) {
  const titular = await titularQueFirma('ELIMINAR_ULTIMO_MEDIO', marca);
  if (!titular.ok) return titular;
  const firma = await parseFirma(titular.value, enviada);
  return firma.ok ? signBaja(titular.value, parseSent(folioSchema, folio), firma.value) : firma;
}
