import { cookies } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import { decode, encode, type JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { DURACION_MAXIMA_HORAS } from '#domain/sesion/duracion.ts';
import { authorizeIngreso } from './authorize-ingreso.ts';
import { raiz } from './raiz.ts';

const MAX_AGE_SECONDS = DURACION_MAXIMA_HORAS * 3600;

interface SesionJwt extends JWT {
  sesionId?: string;
}

/** next-auth carries the id of a session row in its token; the row decides on each request whether it is open. */
export function authOptions(): NextAuthOptions {
  const { appUrl, authSecrets } = raiz().settings;
  return {
    secret: authSecrets[0],
    useSecureCookies: appUrl.startsWith('https:'),
    session: { strategy: 'jwt', maxAge: MAX_AGE_SECONDS },
    jwt: { encode: (params) => encode({ ...params, secret: authSecrets[0] }), decode: ({ token }) => readToken(token) },
    pages: { signIn: '/ingresar', error: '/ingresar', signOut: '/' },
    providers: [
      CredentialsProvider({
        id: 'efirma',
        name: 'e.firma',
        credentials: { nonce: {}, rfc: {}, certificado: {}, firma: {} },
        authorize: authorizeIngreso,
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sesionId: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}

/** The id of the session that the browser's cookie claims, still to be looked up; null without a good cookie. */
export async function readSesionId(): Promise<string | null> {
  const jar = await cookies();
  const token = await readToken(jar.get(sessionCookieName())?.value);
  return token?.sesionId ?? null;
}

export function sessionCookieName(): string {
  const name = 'next-auth.session-token';
  return raiz().settings.appUrl.startsWith('https:') ? `__Secure-${name}` : name;
}

/** The first of AUTH_SECRET signs, all of them verify: a secret is rotated without signing people out. */
async function readToken(token: string | undefined): Promise<SesionJwt | null> {
  for (const secret of raiz().settings.authSecrets) {
    const read = await decode({ token, secret }).catch(() => null);
    if (read) return read;
  }
  return null;
}
