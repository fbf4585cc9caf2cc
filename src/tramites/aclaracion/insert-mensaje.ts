import { createHash } from 'node:crypto';
import type { TipoDeAdjunto } from '#domain/adjunto/judge-adjunto.ts';
import { cleanNombreDeArchivo } from '#domain/adjunto/nombre-de-archivo.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { findAccionesDePdf } from './find-acciones-de-pdf.ts';

export interface AdjuntoJuzgado {
  nombre: string;
  tipo: TipoDeAdjunto;
  contenido: Uint8Array;
}

interface MensajeNuevo {
  aclaracionId: string;
  numero: number;
  texto: string;
  peticionId: string;
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
      sha256: createHash('sha256').update(contenido).digest('hex'),
      contenido: new Uint8Array(contenido),
    },
    select: { nombre: true, bytes: true, sha256: true },
  });
}
