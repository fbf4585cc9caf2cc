'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { canPedir, PETICIONES_MAXIMAS, type PeticionError, pedidosDeCsv } from '#domain/representacion/peticion.ts';
import { requestRepresentaciones } from '#tramites/representacion/request-representaciones.ts';
import type { Llenado } from '#ui/components/campo/campo-llenado.ts';
import type { CamposDePeticion, Pedidos } from '#ui/representacion/formularios.tsx';
import { MENSAJES_DE_PETICION } from '#wording/mensajes/mensajes-representacion.ts';
import { chosenFile } from '../../../_request/parse-adjunto.ts';
import { allow, nextVez, parseSent, titularDe } from '../../../_server/formulario.ts';

/** A thousand lines with a name each are not half of it. */
const ARCHIVO_MAXIMO_BYTES = 256_000;
const pedidoSchema = z.object({ rfc: z.string().max(40).catch('') });
type Pedido = Llenado<CamposDePeticion, Pedidos>;

/** «Pedir», for the person signed in: one RFC, or those of a file. */
export async function requestRepresentacionesAction(estado: Pedido, formData: FormData): Promise<Pedido> {
  const titular = await titularDe('REPRESENTAR', formData);
  const vez = nextVez(estado);
  const { rfc } = parseSent(pedidoSchema, formData);
  const campos = { rfc };
  if (!titular.ok) return { vez, campos, error: { mensaje: titular.error } };
  const refuse = (error: PeticionError, campo?: 'rfc' | 'adjunto') => {
    return { vez, campos, error: { ...(campo && { campo }), mensaje: MENSAJES_DE_PETICION[error] } };
  };
  const ctx = titular.value;
  if (!canPedir(ctx.actor.rfc)) return refuse('PIDE_UNA_MORAL');
  if (!(await allow('registro', ctx))) return refuse('DEMASIADAS_PETICIONES');
  const file = chosenFile(formData);
  if (file && file.size > ARCHIVO_MAXIMO_BYTES) return refuse('ARCHIVO_DE_MAS', 'adjunto');
  const textos = file ? pedidosDeCsv(decode(await file.arrayBuffer())) : [rfc];
  if (textos.length > PETICIONES_MAXIMAS) return refuse('ARCHIVO_DE_MAS', 'adjunto');
  if (file && textos.length === 0) return refuse('ARCHIVO_SIN_RFC', 'adjunto');
  if (!file && rfc.trim() === '') return refuse('RFC_FALTA', 'rfc');
  const pedidos = await requestRepresentaciones(
    ctx,
    textos.map((texto) => texto.slice(0, 40)),
  );
  refresh();
  return { vez, campos: { rfc: '' }, error: null, ademas: pedidos };
}

/** The only letter of an RFC that is not ASCII is Ñ: what is no UTF-8 is read as Excel writes it. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
