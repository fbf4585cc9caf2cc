import { csvDeFolio } from '#wording/soporte/csv-de-folio.ts';
import { answerDescarga } from '../../../../../_request/answer-descarga.ts';
import { requireSoporte } from '../../../../../_server/contexto.ts';

/** A folio as CSV, covered as on the screen. */
export async function GET(request: Request, { params }: { params: Promise<{ folio: string }> }): Promise<Response> {
  const ctx = await requireSoporte('CONSULTAR');
  return answerDescarga(ctx, request, (await params).folio, 'csv', csvDeFolio);
}
