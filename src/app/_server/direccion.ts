import { headers } from 'next/headers';

/** The caller's network address, set by the portal's own HTTP server over whatever the caller claims. */
export async function readDireccion(): Promise<string> {
  return (await headers()).get('x-buzon-direccion') ?? 'desconocida';
}
