import { answerDescarga } from '../../../../../_request/answer-descarga.ts';
import { requireSoporte } from '../../../../../_server/contexto.ts';
import { root } from '../../../../../_server/root.ts';

type Params = { params: Promise<{ folio: string }> };

/** A folio as an accessible PDF, covered as on the screen. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await requireSoporte('CONSULTAR');
  const { renderFolio, esDemo } = root();
  return answerDescarga(ctx, request, (await params).folio, 'pdf', (leido) =>
    renderFolio({ leido, exportadoPor: ctx.actor.nombre, demo: esDemo }),
  );
}
