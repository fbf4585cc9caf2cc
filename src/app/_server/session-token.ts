import { cookies } from 'next/headers';
import { decode, type JWT } from 'next-auth/jwt';
import { noteRechazo } from '#infra/logger/hilo.ts';
import type { SesionesDelNavegador } from '#tramites/sesion/check-ingreso.ts';
import { cookieName } from './cookie-options.ts';
import { root } from './root.ts';

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
