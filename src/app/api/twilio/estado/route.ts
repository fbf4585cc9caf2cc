import { z } from 'zod';
import { recordEntrega } from '#tramites/aviso/record-entrega.ts';
import { contexto } from '../../../_server/contexto.ts';
import { isValidTwilioSignature } from '../../../_server/twilio.ts';

const estadoSchema = z.object({
  MessageSid: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
  MessageStatus: z.string().regex(/^[a-z_]{1,32}$/),
  ErrorCode: z
    .string()
    .regex(/^\d{0,6}$/)
    .default(''),
});

/** Delivery callbacks of Twilio: only with its signature. Each report is kept, also one that comes before its SMS's SID. */
export async function POST(request: Request): Promise<Response> {
  if (!isSmall(request)) return new Response(null, { status: 413 });
  const params = Object.fromEntries(new URLSearchParams(await request.text()));
  if (!isValidTwilioSignature(request.headers.get('x-twilio-signature'), params))
    return new Response(null, { status: 403 });
  const parsed = estadoSchema.safeParse(params);
  if (!parsed.success) return new Response(null, { status: 400 });
  const { MessageSid, MessageStatus, ErrorCode } = parsed.data;
  await recordEntrega(contexto(), MessageSid, { estado: MessageStatus, codigo: ErrorCode });
  return new Response(null, { status: 204 });
}

const MAX_BYTES = 16_384;

/** Before anything is read: anybody may call, and only who says how much is coming is listened to. */
function isSmall(request: Request): boolean {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  return length <= MAX_BYTES;
}
