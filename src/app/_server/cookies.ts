import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { decode, type JWT } from 'next-auth/jwt';
import { noteRechazo } from '#infra/logger/hilo.ts';
import type { SesionesDelNavegador } from '#tramites/sesion/check-ingreso.ts';
import { sealWith } from './marca.ts';
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

/** A session is a titular's or a staff member's, never both: signing in as one ends the other in this browser. */
interface SesionJwt extends JWT {
  sesionId?: string;
  sesionDeSoporteId?: string;
}

/** What the cookie that came with this request claims, still to be looked up; nulls without a good cookie. */
export async function findSesionesDelNavegador(): Promise<SesionesDelNavegador> {
  const token = await parseToken((await cookies()).get(sessionCookieName())?.value);
  return { sesionId: token?.sesionId ?? null, sesionDeSoporteId: token?.sesionDeSoporteId ?? null };
}

export function sessionCookieName(): string {
  return cookieName('next-auth.session-token');
}

/** The first of AUTH_SECRET signs, all of them verify: a secret is rotated without signing people out. */
export async function parseToken(token: string | undefined): Promise<SesionJwt | null> {
  for (const secret of root().settings.authSecrets) {
    const read = await decode({ token, secret }).catch(() => null);
    if (read) return read;
  }
  if (token) noteRechazo('SESION');
  return null;
}

const NAVEGADOR = 'buzon-navegador';

/**
 * Ties a challenge to the browser that asked for it: a secret of its own, made now if it has none. One that we did not make is
 * none, whoever put it there. Only in actions and handlers, which may set cookies.
 */
export async function ensureNavegador(): Promise<string> {
  const known = await findNavegador();
  if (known) return known;
  const secreto = randomBytes(32).toString('base64url');
  const made = `${secreto}.${sealWith(root().claves.idVigente, 'marca-de-navegador', secreto)}`;
  (await cookies()).set(cookieName(NAVEGADOR), made, cookieOptions());
  return made;
}

/** The browser's own secret, or an empty text that matches no challenge. */
export async function findNavegador(): Promise<string> {
  const given = (await cookies()).get(cookieName(NAVEGADOR))?.value ?? '';
  const [secreto = '', claveId = ''] = given.split('.');
  const sello = sealWith(claveId, 'marca-de-navegador', secreto);
  return sello !== null && given === `${secreto}.${sello}` ? given : '';
}
