import { parseFolio } from '#domain/folio.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { exportFolio } from '#tramites/soporte/consult-folio.ts';
import { MENSAJES_DE_MOSTRAR } from '#wording/mensajes/mensajes-soporte.ts';
import { type FolioEnPalabras, folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { respondTexto } from './respond-texto.ts';

const TIPOS = { csv: 'text/csv; charset=utf-8', pdf: 'application/pdf' } as const;

/** The folio of an address, to be taken away by a member who was authorised before; null when there is none. */
export async function parseDescarga(
  ctx: ContextoDeSoporte,
  request: Request,
  text: string,
  formato: 'CSV' | 'PDF',
): Promise<FolioEnPalabras | null> {
  const folio = parseFolio(text);
  const isCubierto = new URL(request.url).searchParams.has('cubierto');
  const leido = folio.ok ? await exportFolio(ctx, folio.value, { formato, isCubierto }) : null;
  return leido && folioEnPalabras(leido);
}

/** The file, never kept on the way; or a 404 in words. */
export function answerDescarga(bytes: Uint8Array | null, folio: string | undefined, tipo: 'csv' | 'pdf'): Response {
  if (!bytes || !folio) return respondTexto(MENSAJES_DE_MOSTRAR.FOLIO_NO_ENCONTRADO, 404);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': TIPOS[tipo],
      'content-disposition': `attachment; filename="folio-${folio}.${tipo}"`,
      'cache-control': 'private, no-store',
    },
  });
}
