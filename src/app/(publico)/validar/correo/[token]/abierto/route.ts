import { z } from 'zod';
import { confirmApertura } from '#tramites/medio-de-contacto/record-apertura.ts';
import { findDireccion } from '../../../../../_request/find-direccion.ts';
import { contexto } from '../../../../../_server/contexto.ts';
import { root } from '../../../../../_server/root.ts';

const aperturaSchema = z.uuid();

/** What the script of a link's page sends when it runs. It tells nothing back, and changes nothing for the visitor. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  if (!(await root().limites.apertura.allow(await findDireccion()))) return new Response(null, { status: 429 });
  const apertura = aperturaSchema.safeParse(await request.text());
  if (!apertura.success) return new Response(null, { status: 400 });
  const { token } = await params;
  await confirmApertura(contexto(token), token, apertura.data);
  return new Response(null, { status: 204 });
}
