import { slugDeTipo } from '#domain/acuse/tipo-de-acuse.ts';
import { downloadAcuse, findDescarga } from '#tramites/acuse/download-acuse.ts';
import { esperaDeAcuse } from '#ui/components/pagina-suelta/pagina-suelta.ts';
import { RESPUESTAS } from '#wording/respuestas.ts';
import { parseAcuse } from '../../../../../_request/comprobante.ts';
import { respondArchivo, respondTexto } from '../../../../../_request/respuesta.ts';
import { requireTitular } from '../../../../../_server/contexto.ts';
import { root } from '../../../../../_server/root.ts';

type Params = { params: Promise<{ folio: string; tipo: string }> };

/**
 * The PDF of an acuse, for its titular; somebody else's and one that does not exist are the same 404. Whoever asks for the headers
 * alone has downloaded nothing: none is made and none is recorded.
 */
async function answer({ method, url }: Request, { params }: Params): Promise<Response> {
  const ctx = await requireTitular('DESCARGAR_ACUSE');
  const acuse = parseAcuse(await params);
  if (!acuse) return respondTexto(RESPUESTAS.acuseAjeno, 404);
  const { folio, tipo } = acuse;
  const isRevision = new URL(url).searchParams.has('sello-de-tiempo');
  const descarga =
    method === 'HEAD'
      ? await findDescarga(ctx, folio, tipo)
      : await downloadAcuse({ ...root(), ...ctx }, folio, tipo, { isRevision });
  if (!descarga) return respondTexto(RESPUESTAS.acuseAjeno, 404);
  if (descarga.situacion === 'EN_PROCESO') return keepWaiting(descarga);
  if (descarga.situacion === 'SIN_REVISION') return respondTexto(RESPUESTAS.sinRevision, 503);
  return respondArchivo(
    `acuse-${slugDeTipo(tipo)}-${folio}${isRevision ? '-con-sello-de-tiempo' : ''}`,
    'pdf',
    'pdf' in descarga ? descarga.pdf : null,
  );
}

export { answer as GET, answer as HEAD };

/** A page that asks again by itself until the worker is done; a handler's, since Next's own pages cannot answer 202. */
function keepWaiting(avance: { hechos: number; total: number }): Response {
  return new Response(esperaDeAcuse(avance), {
    status: 202,
    headers: { 'content-type': 'text/html; charset=utf-8', refresh: '3', 'cache-control': 'private, no-store' },
  });
}
