import { listPorValidar } from '#tramites/medio-de-contacto/list-medios.ts';
import { contextoPara } from '../../../../_server/contexto.ts';

/** Which medios of the RFC wait for their proof, for the page that waits with them (ui/medio-de-contacto/notar-cambio.tsx). */
export async function GET(): Promise<Response> {
  const ctx = await contextoPara('VALIDAR_MEDIO');
  if (!ctx) return new Response(null, { status: 204 });
  return new Response((await listPorValidar(ctx)).map(({ folio }) => folio).join(' '));
}
