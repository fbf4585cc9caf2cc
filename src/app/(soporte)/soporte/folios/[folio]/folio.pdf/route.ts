import { answerDescarga } from '../../../../../_request/answer-descarga.ts';
import { requireSoporte } from '../../../../../_server/contexto.ts';
import { root } from '../../../../../_server/root.ts';

/** A folio as an accessible PDF, covered as on the screen. */
export async function GET(request: Request, { params }: { params: Promise<{ folio: string }> }): Promise<Response> {
  const ctx = await requireSoporte('CONSULTAR');
  const { renderFolio, esDemo } = root();
  return answerDescarga(ctx, request, (await params).folio, 'pdf', (leido) =>
    renderFolio({ leido, exportadoPor: ctx.actor.nombre, demo: esDemo }),
  );
}
