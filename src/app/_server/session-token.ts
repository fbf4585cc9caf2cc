import { cookies } from 'next/headers';
import { decode, type JWT } from 'next-auth/jwt';
import type { SesionesDelNavegador } from '#tramites/sesion/cancel-sesiones-anteriores.ts';
import { cookieName } from './cookie-options.ts';
import { root } from './root.ts';

/** A session is a titular's or a staff member's, never both: signing in as one ends the other in this browser. */
interface SesionJwt extends JWT {
  sesionId?: string;
  sesionDeSoporteId?: string;
}

/** The id of the titular's session that the browser's cookie claims, still to be looked up; null without a good cookie. */
export async function findSesionId(): Promise<string | null> {
  return (await findToken())?.sesionId ?? null;
}

/** The same of a staff member's session. */
export async function findSesionDeSoporteId(): Promise<string | null> {
  return (await findToken())?.sesionDeSoporteId ?? null;
}

/** What the cookie that came with this request names, of whatever kind. */
export async function findSesionesDelNavegador(): Promise<SesionesDelNavegador> {
  return { sesionId: await findSesionId(), sesionDeSoporteId: await findSesionDeSoporteId() };
}

async function findToken(): Promise<SesionJwt | null> {
  const jar = await cookies();
  return parseToken(jar.get(sessionCookieName())?.value);
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
  return null;
}
