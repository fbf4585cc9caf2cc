import { z } from 'zod';
import { recordEntrega } from '#tramites/aviso/record-entrega.ts';
import { contexto } from '../../../_server/contexto.ts';
import { isValidTwilioSignature } from '../../../_server/twilio.ts';

const estadoSchema = z.object({ MessageSid: z.string().max(64), MessageStatus: z.string().max(32) });

const ENTREGAS = { delivered: 'ENTREGADO', undelivered: 'RECHAZADO', failed: 'RECHAZADO' } as const;

/** Delivery callbacks of Twilio: only with its signature; states on the way are acknowledged and nothing more, and one that is not known yet is to come again. */
export async function POST(request: Request): Promise<Response> {
  if (!isSmall(request)) return new Response(null, { status: 413 });
  const params = Object.fromEntries(new URLSearchParams(await request.text()));
  if (!isValidTwilioSignature(request.headers.get('x-twilio-signature'), params))
    return new Response(null, { status: 403 });
  const parsed = estadoSchema.safeParse(params);
  if (!parsed.success) return new Response(null, { status: 400 });
  const { MessageSid, MessageStatus } = parsed.data;
  const estado = ENTREGAS[MessageStatus as keyof typeof ENTREGAS];
  if (!estado) return new Response(null, { status: 204 });
  const isKnown = await recordEntrega(contexto(), { idDelProveedor: MessageSid, estado });
  return new Response(null, { status: isKnown ? 204 : 404 });
}

const MAX_BYTES = 16_384;

/** Before anything is read: anybody may call, and only who says how much is coming is listened to. */
function isSmall(request: Request): boolean {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  return length <= MAX_BYTES;
}
