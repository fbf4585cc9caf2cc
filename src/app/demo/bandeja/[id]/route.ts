import { notFound } from 'next/navigation';
import { listMensajesDeBandeja } from '../../../_server/demo.ts';

/** An e-mail as it looks, for the frame that the inbox shows it in: its links open in another tab (policy: proxy.ts). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [mensaje] = await listMensajesDeBandeja({ id: (await params).id });
  if (!mensaje?.html) notFound();
  return new Response(mensaje.html.replace('<head>', '<head><base target="_blank">'), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
