import type { NextAuthOptions } from 'next-auth';
import { encode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { DURACION_MAXIMA_HORAS } from '#domain/sesion/duracion.ts';
import { authorizeIngreso, authorizeIngresoDeSoporte } from './authorize-ingreso.ts';
import { cookieName, cookieOptions } from './cookie-options.ts';
import { root } from './root.ts';
import { parseToken, sessionCookieName } from './session-token.ts';

const MAX_AGE_SECONDS = DURACION_MAXIMA_HORAS * 3600;

const CREDENTIALS = { nonce: {}, rfc: {}, certificado: {}, firma: {} };
const SOPORTE = 'efirma-de-soporte';

/** next-auth carries the id of a session row in its token; the row decides on each request whether it is open. */
export function authOptions(): NextAuthOptions {
  const { appUrl, authSecrets } = root().settings;
  return {
    secret: authSecrets[0],
    useSecureCookies: appUrl.startsWith('https:'),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      callbackUrl: { name: cookieName('next-auth.callback-url'), options: cookieOptions() },
    },
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
