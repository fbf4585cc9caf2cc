import { parseTexto } from '#domain/aclaracion/texto.ts';
import { judgeAdjunto, type TipoDeAdjunto } from '#domain/adjunto/judge-adjunto.ts';
import { cleanNombreDeArchivo } from '#domain/adjunto/nombre-de-archivo.ts';
import { ok } from '#domain/result.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { findAccionesDePdf } from './find-acciones-de-pdf.ts';

export interface AdjuntoJuzgado {
  nombre: string;
  tipo: TipoDeAdjunto;
  contenido: Uint8Array;
}

interface MensajeNuevo extends Record<'aclaracionId' | 'texto' | 'peticionId', string> {
  numero: number;
  adjunto: AdjuntoJuzgado | null;
}

export async function insertMensaje(tx: Tx, ctx: Contexto, { adjunto, ...mensaje }: MensajeNuevo) {
  const { actor } = ctx;
  if (actor.tipo !== 'TITULAR' && actor.tipo !== 'SOPORTE') throw new Error(`${actor.tipo} writes no messages`);
  const { id } = await tx.mensajeDeAclaracion.create({
    data: {
      ...mensaje,
      autor: actor.tipo,
      miembroId: actor.tipo === 'SOPORTE' ? actor.miembroId : null,
      fecha: ctx.now(),
    },
    select: { id: true },
  });
  if (!adjunto) return null;
  const { nombre, tipo, contenido } = adjunto;
  return tx.adjuntoDeMensaje.create({
    data: {
      mensajeId: id,
      nombre: cleanNombreDeArchivo(nombre, tipo),
      tipo,
      acciones: tipo === 'PDF' ? findAccionesDePdf(contenido) : 'SIN_ACCIONES',
      bytes: contenido.length,
      sha256: hashDe(contenido),
      contenido: new Uint8Array(contenido),
    },
    select: { nombre: true, bytes: true, sha256: true },
  });
}

export interface Escrito {
  texto: string;
  adjunto: { nombre: string; contenido: Uint8Array } | null;
}

/** The text cleaned, the file judged by its content: before anything is locked or written. */
export function judgeEscrito({ texto, adjunto }: Escrito) {
  const limpio = parseTexto(texto);
  if (!limpio.ok) return limpio;
  if (!adjunto) return ok({ texto: limpio.value, adjunto: null });
  const tipo = judgeAdjunto(adjunto.contenido);
  return tipo.ok ? ok({ texto: limpio.value, adjunto: { ...adjunto, tipo: tipo.value } }) : tipo;
}
