import { notFound } from 'next/navigation';
import { respondArchivo } from '../../../_request/respuesta.ts';
import { findEfirmaZip } from '../../../_server/demo.ts';

/** `/demo/efirmas/<slug>.zip`: the files of one demo e.firma with its password. */
export async function GET(_: Request, { params }: { params: Promise<{ archivo: string }> }): Promise<Response> {
  const slug = /^([a-z0-9-]+)\.zip$/.exec((await params).archivo)?.[1];
  const zip = slug && (await findEfirmaZip(slug));
  if (!zip) notFound();
  return respondArchivo(slug, 'zip', zip);
}
