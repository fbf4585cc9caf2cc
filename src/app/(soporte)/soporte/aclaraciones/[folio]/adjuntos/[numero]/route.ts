import { parseFolio } from '#domain/folio.ts';
import { fail } from '#domain/result.ts';
import { downloadAdjuntoMostrado } from '#tramites/soporte/download-adjunto-mostrado.ts';
import { MENSAJES_DE_DESCARGA_DE_ADJUNTO } from '#wording/mensajes/mensajes-soporte.ts';
import { respondAdjunto } from '../../../../../../_request/parse-adjunto.ts';
import { respondTexto } from '../../../../../../_request/respuesta.ts';
import { requireSoporte } from '../../../../../../_server/contexto.ts';

type Params = { params: Promise<{ folio: string; numero: string }> };

/** The file that came with a message, for support; it is saved, never shown. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const ctx = await requireSoporte('CONSULTAR');
  const { folio: text, numero } = await params;
  const folio = parseFolio(text);
  const result =
    folio.ok && /^\d{1,6}$/.test(numero)
      ? await downloadAdjuntoMostrado(ctx, folio.value, Number(numero))
      : fail('ADJUNTO_NO_ENCONTRADO' as const);
  if (result.ok) return respondAdjunto(result.value);
  return respondTexto(MENSAJES_DE_DESCARGA_DE_ADJUNTO[result.error], result.error === 'ADJUNTO_CUBIERTO' ? 403 : 404);
}
