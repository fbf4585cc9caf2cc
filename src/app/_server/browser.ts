import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { cookieOptions } from './cookie-options.ts';

/** Ties a challenge to the browser that asked for it. */
export const NAVEGADOR_COOKIE = 'buzon-navegador';

/** The browser's own secret; made now if it has none. Only in actions and handlers, which may set cookies. */
export async function ensureNavegador(): Promise<string> {
  const jar = await cookies();
  const known = jar.get(NAVEGADOR_COOKIE)?.value;
  if (known) return known;
  const made = randomBytes(32).toString('base64url');
  jar.set(NAVEGADOR_COOKIE, made, cookieOptions());
  return made;
}

/** The browser's own secret, or an empty text that matches no challenge. */
export async function findNavegador(): Promise<string> {
  return (await cookies()).get(NAVEGADOR_COOKIE)?.value ?? '';
}
