import { isIP } from 'node:net';
import { headers } from 'next/headers';

/** The caller's network address, for limits and for what only loopback may see. */
export async function findDireccion(): Promise<string> {
  const given = await headers();
  return direccionOf(given.get('x-buzon-direccion'), given.get('x-forwarded-for'));
}

/** The socket's address, over whatever the caller claims. Where that is this machine, the proxy's last hop. */
export function direccionOf(socket: string | null | undefined, forwardedFor: string | null | undefined): string {
  if (!socket) return 'desconocida';
  const lastHop = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  return isLoopback(socket) && isIP(lastHop) ? lastHop : socket;
}

export function isLoopback(direccion: string): boolean {
  return direccion === '::1' || /^(::ffff:)?127\./.test(direccion);
}
