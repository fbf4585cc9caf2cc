import { recordEntrega } from '#tramites/aviso/apply-reporte.ts';
import { contexto } from '../../../_server/contexto.ts';
import { isValidTwilioSignature } from '../../../_server/twilio.ts';
import { groupFields, parseEstado } from './parse-estado.ts';

/** Delivery callbacks of Twilio: only with its signature. Each report is kept, also one that comes before its SMS's SID. */
export async function POST(request: Request): Promise<Response> {
  const body = await readSmall(request);
  if (body === null) return new Response(null, { status: 413 });
  const form = new URLSearchParams(body);
  if (!isValidTwilioSignature(request.headers.get('x-twilio-signature'), groupFields(form)))
    return new Response(null, { status: 403 });
  const leido = parseEstado(form);
  if (!leido) return new Response(null, { status: 400 });
  for (const estado of leido.estados)
    await recordEntrega(contexto(leido.sid), leido.sid, { estado, codigo: leido.codigo });
  return new Response(null, { status: 204 });
}

const MAX_BYTES = 16_384;
/** What is read and thrown away, so that who sends too much is told so and not cut off. */
const MAX_LEIDOS = 1_000_000;

/** The body as text, or null as soon as it is too large: anybody may call, and need not say how much is coming. */
async function readSmall({ headers, body }: Request): Promise<string | null> {
  if (Number(headers.get('content-length')) > MAX_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MAX_LEIDOS) return null;
    if (bytes <= MAX_BYTES) chunks.push(chunk);
  }
  if (bytes > MAX_BYTES) return null;
  return Buffer.concat(chunks).toString('utf8');
}
