import { root } from './root.ts';

/** Says for a moment that a session was closed, and nothing of whose. */
export const SALIDA = 'buzon-salida';

/** On https no other host, and nobody without TLS, can set one of this name (RFC 6265bis, 4.1.3.2). */
export function cookieName(name: string): string {
  return root().settings.appUrl.startsWith('https:') ? `__Host-${name}` : name;
}

/** How every cookie of ours is set: out of the reach of page scripts and of other sites, and on https never in clear. */
export function cookieOptions() {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: root().settings.appUrl.startsWith('https:'),
    path: '/',
  } as const;
}
