import type { ContextoDeEnvio } from '#tramites/aviso/compose-mensaje.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import type { Contexto } from '#tramites/contexto.ts';
import type { ContenidoDeCorreo } from '#wording/aviso/contenido.ts';

/** Sends a mail as the worker does, by a relay that takes it. @returns what it was given. */
export async function enviar(ctx: Contexto, avisoId: string): Promise<ContenidoDeCorreo> {
  let sent: ContenidoDeCorreo | undefined;
  const correo: ContextoDeEnvio['correo'] = {
    send: async ({ contenido }) => {
      sent = contenido;
      return { aceptado: true, respuesta: '250 2.0.0 Ok: queued as 4F1A', idDelProveedor: avisoId };
    },
    close: () => undefined,
  };
  await sendAviso({ ...ctx, correo, sms: undefined as never, esDemo: true }, avisoId, { isLast: false });
  if (!sent) throw new Error(`${avisoId} was not sent`);
  return sent;
}
