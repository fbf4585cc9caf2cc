import { listMensajesDeBandeja } from '../../_server/demo.ts';

/** The demo inbox for scripts: `?para=` an address or a number, `?despues=` the id after which it came. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const [para, despues] = ['para', 'despues'].map((name) => asked.get(name) || undefined);
  return Response.json(await listMensajesDeBandeja({ para, despues }));
}
