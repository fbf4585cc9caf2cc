import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import { encode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { DURACION_MAXIMA_HORAS } from '#domain/sesion/duracion.ts';
import { signIn, signInDeSoporte } from '#tramites/sesion/sign-in.ts';
import { authorizeWith } from './authorize-ingreso.ts';
import { cookieName, cookieOptions } from './cookie-options.ts';
import { root } from './root.ts';
import { parseToken, sessionCookieName } from './session-token.ts';

const MAX_AGE_SECONDS = DURACION_MAXIMA_HORAS * 3600;

const CREDENTIALS = { nonce: {}, rfc: {}, certificado: {}, firma: {} };
const SOPORTE = 'efirma-de-soporte';

const callbackCookieName = () => cookieName('next-auth.callback-url');

/** next-auth carries the id of a session row in its token; the row decides on each request whether it is open. */
function authOptions(): NextAuthOptions {
  const { appUrl, authSecrets } = root().settings;
  return {
    secret: authSecrets[0],
    useSecureCookies: appUrl.startsWith('https:'),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      callbackUrl: { name: callbackCookieName(), options: cookieOptions() },
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
        credentials: CREDENTIALS,
        authorize: authorizeWith(signIn),
      }),
      CredentialsProvider({
        id: SOPORTE,
        credentials: CREDENTIALS,
        authorize: authorizeWith(signInDeSoporte),
      }),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => {
        const to = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
        return to?.origin === baseUrl ? to.href : baseUrl;
      },
      jwt: ({ token, user, account }) => {
        if (!user) return token;
        return account?.provider === SOPORTE ? { sesionDeSoporteId: user.id } : { sesionId: user.id };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}

type Params = { params: Promise<{ nextauth: string[] }> };

/** Those of next-auth's addresses that the portal uses; its other pages are not ours to show. */
const USED = ['GET csrf', 'POST callback/efirma', 'POST callback/efirma-de-soporte'];
const FORM = 'application/x-www-form-urlencoded';

export async function authHandler(request: NextRequest, context: Params): Promise<Response> {
  const { nextauth } = await context.params;
  if (!USED.includes(`${request.method} ${nextauth.join('/')}`)) return new Response(null, { status: 404 });
  if (request.method === 'POST' && !request.headers.get('content-type')?.startsWith(FORM))
    return new Response(null, { status: 415 });
  await forgetWhereTo(request);
  return NextAuth(request as never, context as never, authOptions());
}

/** Next-auth takes a place to go to that is no address, in a cookie or the query, for a fault of its own settings: 500. */
async function forgetWhereTo({ nextUrl }: NextRequest): Promise<void> {
  nextUrl.search = '';
  const jar = await cookies();
  const name = callbackCookieName();
  if (jar.has(name)) jar.delete(name);
}
