import { csvDeFolio } from '#wording/soporte/csv-de-folio.ts';
import { answerDescarga, parseDescarga } from '../../../../../_request/parse-descarga.ts';
import { requireSoporte } from '../../../../../_server/contexto.ts';

type Params = { params: Promise<{ folio: string }> };

/** A folio as CSV, covered as on the screen. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await requireSoporte('CONSULTAR');
  const leido = await parseDescarga(ctx, request, (await params).folio, 'CSV');
  return answerDescarga(leido && Buffer.from(csvDeFolio(leido)), leido?.folio, 'csv');
}
