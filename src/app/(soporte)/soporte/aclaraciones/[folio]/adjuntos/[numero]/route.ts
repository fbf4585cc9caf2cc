import { parseFolio } from '#domain/folio.ts';
import { downloadAdjunto } from '#tramites/aclaracion/download-adjunto.ts';
import { respondAdjunto } from '../../../../../../_server/adjunto.ts';
import { requireSoporte } from '../../../../../../_server/contexto.ts';

type Params = { params: Promise<{ folio: string; numero: string }> };

/** The file that came with a message, for support; it is saved, never shown. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const ctx = await requireSoporte('CONSULTAR');
  const { folio: text, numero } = await params;
  const folio = parseFolio(text);
  const adjunto = folio.ok && /^\d{1,6}$/.test(numero) && (await downloadAdjunto(ctx, folio.value, Number(numero)));
  if (adjunto) return respondAdjunto(adjunto);
  return new Response('Ese archivo no existe. Ábrelo desde su aclaración.', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
