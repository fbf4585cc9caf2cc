import { answerDescarga, parseDescarga } from '../../../../../_request/parse-descarga.ts';
import { requireSoporte } from '../../../../../_server/contexto.ts';
import { root } from '../../../../../_server/root.ts';

type Params = { params: Promise<{ folio: string }> };

/** A folio as an accessible PDF, covered as on the screen. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await requireSoporte('CONSULTAR');
  const leido = await parseDescarga(ctx, request, (await params).folio, 'PDF');
  const { renderFolio, esDemo } = root();
  const pdf = leido && (await renderFolio({ leido, exportadoPor: ctx.actor.nombre, demo: esDemo }));
  return answerDescarga(pdf, leido?.folio, 'pdf');
}
