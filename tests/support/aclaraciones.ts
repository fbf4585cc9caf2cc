import { randomUUID } from 'node:crypto';
import { answerAclaracion } from '#tramites/aclaracion/answer-aclaracion.ts';
import { fileAclaracion, type PeticionDeAclaracion, replyAclaracion } from '#tramites/aclaracion/file-aclaracion.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import type { Titular } from './escenario.ts';

export function peticionDeAclaracion(with_: Partial<PeticionDeAclaracion> = {}): PeticionDeAclaracion {
  return {
    asunto: 'ACTIVACION_BUZON_IMSS',
    folioDelMedio: '',
    texto: 'No me llega el correo.',
    adjunto: null,
    peticionId: randomUUID(),
    ...with_,
  };
}

/** Files an aclaración; gives its folio. */
export async function presentar({ ctx }: Titular, with_: Partial<PeticionDeAclaracion> = {}): Promise<string> {
  return folioOf(await fileAclaracion(ctx, peticionDeAclaracion(with_)));
}

export async function replicar({ ctx }: Titular, folio: string, texto = 'Sigue sin llegar.'): Promise<void> {
  folioOf(await replyAclaracion(ctx, { folio, texto, adjunto: null, peticionId: randomUUID() }));
}

export async function responder(ctx: ContextoDeSoporte, folio: string, texto = 'Ya lo reenviamos.'): Promise<void> {
  folioOf(await answerAclaracion(ctx, { folio, texto, peticionId: randomUUID() }));
}

function folioOf(result: { ok: true; value: { folio: string } } | { ok: false; error: string }): string {
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}
