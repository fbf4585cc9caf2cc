import { parseTipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { parseFolio } from '#domain/folio.ts';
import { downloadAcuse } from '#tramites/acuse/download-acuse.ts';
import { requireTitular } from '../../../../../_server/contexto.ts';
import { raiz } from '../../../../../_server/raiz.ts';

type Params = { params: Promise<{ folio: string; tipo: string }> };

/** The PDF of an acuse, for its titular; somebody else's and one that does not exist are the same 404. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const ctx = await requireTitular();
  const { folio: text, tipo: slug } = await params;
  const folio = parseFolio(text);
  const tipo = parseTipoDeAcuse(slug);
  const pdf = folio.ok && tipo && (await downloadAcuse({ ...raiz(), ...ctx }, folio.value, tipo));
  if (!pdf) return notFound();
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="acuse-${slug}-${folio.value}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
}

function notFound(): Response {
  return new Response('Ese acuse no existe o no es de tu RFC. Revisa la lista de tus medios de contacto.', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
