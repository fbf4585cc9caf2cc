import { parseFolio } from '#domain/folio.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { exportFolio } from '#tramites/soporte/consult-folio.ts';
import { MENSAJES_DE_MOSTRAR } from '#wording/mensajes/mensajes-soporte.ts';
import { type FolioEnPalabras, folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { respondArchivo, respondTexto } from './respuesta.ts';

/** The folio of an address, to be taken away by a member who was authorised before; or a 404 in words. */
export async function answerDescarga(
  ctx: ContextoDeSoporte,
  request: Request,
  text: string,
  tipo: 'csv' | 'pdf',
  render: (leido: FolioEnPalabras) => string | Promise<Uint8Array>,
): Promise<Response> {
  const folio = parseFolio(text);
  const isCubierto = new URL(request.url).searchParams.has('cubierto');
  const formato = tipo === 'csv' ? 'CSV' : 'PDF';
  const leido = folio.ok ? await exportFolio(ctx, folio.value, { formato, isCubierto }) : null;
  if (!leido) return respondTexto(MENSAJES_DE_MOSTRAR.FOLIO_NO_ENCONTRADO, 404);
  return respondArchivo(`folio-${leido.folio}`, tipo, await render(folioEnPalabras(leido)));
}
