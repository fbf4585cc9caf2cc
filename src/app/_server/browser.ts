import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { cookieName, cookieOptions } from './cookie-options.ts';
import { sealWith } from './marca.ts';
import { root } from './root.ts';

const COOKIE = 'buzon-navegador';

/**
 * Ties a challenge to the browser that asked for it: a secret of its own, made now if it has none. One that we did not make is
 * none, whoever put it there. Only in actions and handlers, which may set cookies.
 */
export async function ensureNavegador(): Promise<string> {
  const known = await findNavegador();
  if (known) return known;
  const secreto = randomBytes(32).toString('base64url');
  const made = `${secreto}.${sealWith(root().claves.idVigente, 'marca-de-navegador', secreto)}`;
  (await cookies()).set(cookieName(COOKIE), made, cookieOptions());
  return made;
}

/** The browser's own secret, or an empty text that matches no challenge. */
export async function findNavegador(): Promise<string> {
  const given = (await cookies()).get(cookieName(COOKIE))?.value ?? '';
  const [secreto = '', claveId = ''] = given.split('.');
  const sello = sealWith(claveId, 'marca-de-navegador', secreto);
  return sello !== null && given === `${secreto}.${sello}` ? given : '';
}
