import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import type { Folio } from '#domain/folio.ts';
import { fail, ok } from '#domain/result.ts';
import { downloadAdjunto } from '#tramites/aclaracion/download-adjunto.ts';
import { findAcuseDeFolio } from '#tramites/acuse/find-acuse-verificable.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findMostradosHasta } from '#tramites/datos-mostrados/find-mostrados-hasta.ts';

/** It may hold anybody's data: only while «Mostrar» is in force for its folio, with its reason on record. */
export async function downloadAdjuntoMostrado(ctx: ContextoDeSoporte, folio: Folio, numero: number) {
  if (!(await findMostradosHasta(ctx, folio))) return fail('ADJUNTO_CUBIERTO');
  const adjunto = await downloadAdjunto(ctx, folio, numero);
  return adjunto ? ok(adjunto) : fail('ADJUNTO_NO_ENCONTRADO');
}

/** Its evidence holds personal data: only while «Mostrar» is in force for that folio, with its reason on record. */
export async function findAcuseMostrado(ctx: ContextoDeSoporte, folio: Folio, tipo: TipoDeAcuse) {
  if (!(await findMostradosHasta(ctx, folio))) return fail('EVIDENCIA_CUBIERTA');
  const acuse = await findAcuseDeFolio(ctx, folio, tipo);
  return acuse ? ok(acuse) : fail('ACUSE_NO_ENCONTRADO');
}
