import { z } from 'zod';
import { collectConstancias, findEntregado } from '#tramites/entrega/collect-constancias.ts';
import { leemeDeEntrega } from '#wording/acuse/leeme-de-entrega.ts';
import { MENSAJES_DE_VERIFICACION } from '#wording/mensajes/mensajes-verificacion.ts';
import { RESPUESTAS } from '#wording/respuestas.ts';
import { allowVerificacion } from '../../../../../_request/comprobante.ts';
import { respondArchivo, respondTexto } from '../../../../../_request/respuesta.ts';
import { requireTitular } from '../../../../../_server/contexto.ts';
import { root } from '../../../../../_server/root.ts';

type Params = { params: Promise<{ aviso: string }> };

/**
 * What became of a message, under the sello, for its titular; somebody else's and one that does not exist are the same 404.
 * Whoever asks for the headers alone has downloaded nothing: none is sealed and none is recorded.
 */
async function answer({ method }: Request, { params }: Params): Promise<Response> {
  const ctx = await requireTitular('VER_COMUNICADOS');
  const isHead = method === 'HEAD';
  if (!isHead && !(await allowVerificacion()))
    return respondTexto(MENSAJES_DE_VERIFICACION.DEMASIADAS_VERIFICACIONES, 429);
  const id = z.uuid().safeParse((await params).aviso).data;
  const found = id && (isHead ? await findEntregado(ctx, id) : await collectConstancias(ctx, id));
  if (!found) return respondTexto(RESPUESTAS.constanciaAjena, 404);
  const archivos = found instanceof Map ? found.set('LEEME.txt', Buffer.from(leemeDeEntrega(id))) : null;
  return respondArchivo(`constancia-de-entrega-${id}`, 'zip', archivos && root().buildZip(archivos, ctx.now()));
}

export { answer as GET, answer as HEAD };
