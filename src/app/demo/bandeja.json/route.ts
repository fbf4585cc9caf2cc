import { listMensajesDeBandeja } from '../../_server/demo.ts';

/** The demo inbox for scripts: `?para=` an address or a number. */
export async function GET(request: Request): Promise<Response> {
  return Response.json(await listMensajesDeBandeja(new URL(request.url).searchParams.get('para') ?? undefined));
}
