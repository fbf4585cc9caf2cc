import { parseFolio } from '#domain/folio.ts';
import { downloadAdjunto } from '#tramites/aclaracion/download-adjunto.ts';
import { RESPUESTAS } from '#wording/respuestas.ts';
import { respondAdjunto } from '../../../../../../_request/parse-adjunto.ts';
import { respondTexto } from '../../../../../../_request/respuesta.ts';
import { requireTitular } from '../../../../../../_server/contexto.ts';

type Params = { params: Promise<{ folio: string; numero: string }> };

/** The file that came with a message, for its titular; somebody else's and one that does not exist are the same 404. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const ctx = await requireTitular('VER_ACLARACIONES');
  const { folio: text, numero } = await params;
  const folio = parseFolio(text);
  const adjunto = folio.ok && /^\d{1,6}$/.test(numero) && (await downloadAdjunto(ctx, folio.value, Number(numero)));
  if (adjunto) return respondAdjunto(adjunto);
  return respondTexto(RESPUESTAS.adjuntoAjeno, 404);
}
