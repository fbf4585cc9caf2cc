import { cookies } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import { decode, encode, type JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { DURACION_MAXIMA_HORAS } from '#domain/sesion/duracion.ts';
import { authorizeIngreso, authorizeIngresoDeSoporte } from './authorize-ingreso.ts';
import { root } from './root.ts';

const MAX_AGE_SECONDS = DURACION_MAXIMA_HORAS * 3600;

/** A session is a titular's or a staff member's, never both: signing in as one ends the other in this browser. */
interface SesionJwt extends JWT {
  sesionId?: string;
  sesionDeSoporteId?: string;
}

const CREDENTIALS = { nonce: {}, rfc: {}, certificado: {}, firma: {} };
const SOPORTE = 'efirma-de-soporte';

/** next-auth carries the id of a session row in its token; the row decides on each request whether it is open. */
export function authOptions(): NextAuthOptions {
  const { appUrl, authSecrets } = root().settings;
  return {
    secret: authSecrets[0],
    useSecureCookies: appUrl.startsWith('https:'),
    session: { strategy: 'jwt', maxAge: MAX_AGE_SECONDS },
    jwt: {
      encode: (params) => encode({ ...params, secret: authSecrets[0] }),
      decode: ({ token }) => parseToken(token),
    },
    pages: { signIn: '/ingresar', error: '/ingresar', signOut: '/' },
    providers: [
      CredentialsProvider({
        id: 'efirma',
        name: 'e.firma',
        credentials: CREDENTIALS,
        authorize: authorizeIngreso,
      }),
      CredentialsProvider({
        id: SOPORTE,
        name: 'e.firma del personal de soporte',
        credentials: CREDENTIALS,
        authorize: authorizeIngresoDeSoporte,
      }),
    ],
    callbacks: {
      jwt: ({ token, user, account }) => {
        if (!user) return token;
        return account?.provider === SOPORTE ? { sesionDeSoporteId: user.id } : { sesionId: user.id };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}

/** The id of the titular's session that the browser's cookie claims, still to be looked up; null without a good cookie. */
export async function findSesionId(): Promise<string | null> {
  return (await findToken())?.sesionId ?? null;
}

/** The same of a staff member's session. */
export async function findSesionDeSoporteId(): Promise<string | null> {
  return (await findToken())?.sesionDeSoporteId ?? null;
}

async function findToken(): Promise<SesionJwt | null> {
  const jar = await cookies();
  return parseToken(jar.get(sessionCookieName())?.value);
}

export function sessionCookieName(): string {
  const name = 'next-auth.session-token';
  return root().settings.appUrl.startsWith('https:') ? `__Secure-${name}` : name;
}

/** The first of AUTH_SECRET signs, all of them verify: a secret is rotated without signing people out. */
async function parseToken(token: string | undefined): Promise<SesionJwt | null> {
  for (const secret of root().settings.authSecrets) {
    const read = await decode({ token, secret }).catch(() => null);
    if (read) return read;
  }
  return null;
}
