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

/** What became of a message, under the sello, for its titular; somebody else's and one that does not exist are the same 404. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const ctx = await requireTitular('VER_COMUNICADOS');
  if (!(await allowVerificacion())) return respondTexto(MENSAJES_DE_VERIFICACION.DEMASIADAS_VERIFICACIONES, 429);
  const avisoId = parseAviso(await params);
  const archivos = avisoId && (await collectConstancias(ctx, avisoId));
  if (!archivos) return respondTexto(RESPUESTAS.constanciaAjena, 404);
  archivos.set('LEEME.txt', Buffer.from(leemeDeEntrega(avisoId)));
  return respondConstancia(avisoId, root().buildZip(archivos, ctx.now()));
}

/** Whoever asks for the headers alone has downloaded nothing: none is sealed and none is recorded. */
export async function HEAD(_: Request, { params }: Params): Promise<Response> {
  const ctx = await requireTitular('VER_COMUNICADOS');
  const avisoId = parseAviso(await params);
  const found = avisoId && (await findEntregado(ctx, avisoId));
  return found ? respondConstancia(avisoId, null) : respondTexto(RESPUESTAS.constanciaAjena, 404);
}

function parseAviso({ aviso }: { aviso: string }): string | undefined {
  return z.uuid().safeParse(aviso).data;
}

function respondConstancia(avisoId: string, zip: Uint8Array | null): Response {
  return respondArchivo(`constancia-de-entrega-${avisoId}`, 'zip', zip);
}
