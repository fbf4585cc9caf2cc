import { headers } from 'next/headers';
import { readAgente } from '#domain/medio-de-contacto/apertura.ts';
import type { Peticion } from '#tramites/medio-de-contacto/record-apertura.ts';
import { root } from '../_server/root.ts';

/** Told coarsely; null when one of our own pages led to it, as its button does: that is no opening. */
export async function parsePeticionDeApertura(): Promise<Peticion | null> {
  const given = await headers();
  const isFromHere = given.get('sec-fetch-site') === 'same-origin' || given.get('referer')?.startsWith(root().appUrl);
  if (isFromHere) return null;
  const isAnticipada = /prefetch|preview/i.test(
    `${given.get('sec-purpose')} ${given.get('purpose')} ${given.get('x-moz')}`,
  );
  return {
    metodo: given.get('x-buzon-metodo') === 'HEAD' ? 'HEAD' : 'GET',
    agente: readAgente(given.get('user-agent'), { isAnticipada }),
  };
}
