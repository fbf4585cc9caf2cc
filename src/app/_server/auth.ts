import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import NextAuth, { type NextAuthOptions, type User } from 'next-auth';
import { encode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { DURACION_MAXIMA_HORAS } from '#domain/sesion/duracion.ts';
import { readFalla } from '#infra/db/falla.ts';
import { noteRechazo } from '#infra/logger/hilo.ts';
import { metricas } from '#infra/metricas/metricas.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { signIn, signInDeSoporte } from '#tramites/sesion/sign-in.ts';
import { findDireccion } from '../_request/find-direccion.ts';
import { contexto } from './contexto.ts';
import {
  cookieName,
  cookieOptions,
  findNavegador,
  findSesionesDelNavegador,
  parseToken,
  sessionCookieName,
} from './cookies.ts';
import { firmaSchema } from './firma.ts';
import { root } from './root.ts';

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
      CredentialsProvider({ id: 'efirma', credentials: CREDENTIALS, authorize: authorizeWith(signIn) }),
      CredentialsProvider({ id: SOPORTE, credentials: CREDENTIALS, authorize: authorizeWith(signInDeSoporte) }),
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

const ingresoSchema = firmaSchema.extend({ rfc: z.string().max(40) });

/** Not of whoever signs in, or told as what a limit refuses. */
const NUESTRAS = ['PORTAL_OCUPADO', 'SERVICIO_NO_DISPONIBLE', 'DEMASIADOS_INTENTOS'];

type Authorize = (credentials: Record<string, string> | undefined) => Promise<User>;

/**
 * What next-auth asks of its credentials providers: the user, or an Error whose message is the code that the page shows.
 * Anything unforeseen becomes SERVICIO_NO_DISPONIBLE, so that no inner message reaches a URL.
 */
function authorizeWith(enter: typeof signInDeSoporte): Authorize {
  return async (credentials) => {
    // Those who say no RFC share one turn.
    const ctx = contexto(credentials?.rfc?.trim().toUpperCase() || 'SIN_RFC');
    const result = await openSesion(enter, ctx, credentials).catch((error: unknown) => {
      const isOcupado = readFalla(error) === 'OCUPADO';
      ctx.log.error({ error }, 'sign-in failed');
      return { ok: false as const, error: isOcupado ? 'PORTAL_OCUPADO' : 'SERVICIO_NO_DISPONIBLE' };
    });
    const quien = enter === signInDeSoporte ? 'soporte' : 'titular';
    metricas().ingresos.inc({ quien, resultado: result.ok ? 'ok' : result.error.toLowerCase() });
    if (result.ok) return { id: result.value.sesionId };
    if (!NUESTRAS.includes(result.error)) noteRechazo('INGRESO', result.error);
    throw new Error(result.error);
  };
}

async function openSesion(enter: typeof signInDeSoporte, ctx: Contexto, credentials: unknown) {
  const parsed = ingresoSchema.safeParse(credentials);
  if (!parsed.success) return { ok: false as const, error: 'FIRMA_NO_CORRESPONDE' };
  if (!(await root().limites.ingreso.allow(await findDireccion())))
    return { ok: false as const, error: 'DEMASIADOS_INTENTOS' };
  return enter(ctx, {
    ...parsed.data,
    host: new URL(ctx.appUrl).host,
    navegador: await findNavegador(),
    anterior: await findSesionesDelNavegador(),
  });
}
