import { slugDeTipo } from '#domain/acuse/tipo-de-acuse.ts';
import { downloadAcuse, findDescarga } from '#tramites/acuse/download-acuse.ts';
import { esperaDeAcuse } from '#ui/components/pagina-suelta/pagina-suelta.ts';
import { RESPUESTAS } from '#wording/respuestas.ts';
import { parseAcuse } from '../../../../../_request/comprobante.ts';
import { respondTexto } from '../../../../../_request/respond-texto.ts';
import { requireTitular } from '../../../../../_server/contexto.ts';
import { root } from '../../../../../_server/root.ts';

type Params = { params: Promise<{ folio: string; tipo: string }> };

/** The PDF of an acuse, for its titular; somebody else's and one that does not exist are the same 404. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const ctx = await requireTitular('DESCARGAR_ACUSE');
  const acuse = parseAcuse(await params);
  const descarga = acuse && (await downloadAcuse({ ...root(), ...ctx }, acuse.folio, acuse.tipo));
  if (!descarga) return notFound();
  if (descarga.situacion === 'EN_PROCESO') return keepWaiting(descarga);
  return new Response(new Uint8Array(descarga.pdf), { headers: headersOf(acuse) });
}

/** Whoever asks for the headers alone has downloaded nothing: none is made and none is recorded. */
export async function HEAD(_: Request, { params }: Params): Promise<Response> {
  const ctx = await requireTitular('DESCARGAR_ACUSE');
  const acuse = parseAcuse(await params);
  const descarga = acuse && (await findDescarga(ctx, acuse.folio, acuse.tipo));
  if (!descarga) return notFound();
  if (descarga.situacion === 'EN_PROCESO') return keepWaiting(descarga);
  return new Response(null, { headers: headersOf(acuse) });
}

function headersOf({ folio, tipo }: NonNullable<ReturnType<typeof parseAcuse>>) {
  return {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="acuse-${slugDeTipo(tipo)}-${folio}.pdf"`,
    'cache-control': 'private, no-store',
  };
}

/** A page that asks again by itself until the worker is done; a handler's, since Next's own pages cannot answer 202. */
function keepWaiting(avance: { hechos: number; total: number }): Response {
  return new Response(esperaDeAcuse(avance), {
    status: 202,
    headers: { 'content-type': 'text/html; charset=utf-8', refresh: '3', 'cache-control': 'private, no-store' },
  });
}

function notFound(): Response {
  return respondTexto(RESPUESTAS.acuseAjeno, 404);
}
