import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { cleanPath } from '#domain/direccion-pegada.ts';
import { baseDeCliente } from '#domain/representacion/direccion.ts';
import { currentSettings } from '#infra/env/process-env.ts';

/**
 * Security policy with its nonce, and links as people have them.
 * Authorisation is never here: it is in each page, action and handler.
 */
export function proxy(request: NextRequest): NextResponse {
  const { appUrl } = currentSettings();
  const pathname = cleanPath(request.nextUrl.pathname);
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), appUrl, pathname);
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set('content-security-policy', policy);
  // A page cannot see it, and the page of a link has to know what only asks for its headers.
  requestHeaders.set('x-buzon-metodo', request.method);
  // Nor its own address, to which whoever has to sign in first comes back: in the Buzón of a client too (server/mend-address.ts).
  const cliente = request.headers.get('x-buzon-cliente');
  const base = cliente ? baseDeCliente(cliente) : '';
  requestHeaders.set('x-buzon-ruta', base + pathname + request.nextUrl.search);
  const response = answerAt(request, pathname, requestHeaders);
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Cache-Control', 'private, no-store');
  return response;
}

/** At the path that was meant, whatever stood behind the link that was pressed or copied; the address stays as it came. */
function answerAt({ nextUrl }: NextRequest, pathname: string, headers: Headers): NextResponse {
  if (pathname === nextUrl.pathname) return NextResponse.next({ request: { headers } });
  const meant = nextUrl.clone();
  meant.pathname = pathname;
  return NextResponse.rewrite(meant, { request: { headers } });
}

export const config = {
  matcher: ['/((?!_next/static/|fonts/|icono\\.svg$|api/salud/|api/metricas$|api/twilio/estado$).*)'],
};

const INGRESO = /^\/(soporte\/|demo\/)?ingresar(\/|$)/;
/** Files that people attached, whoever they are for (app/_request/parse-adjunto.ts). */
const ADJUNTO = /\/adjuntos\/[^/]+$/;
/** The demo's inbox, and each e-mail in it: written by the portal, shown as by a program for mail. */
const BANDEJA = '/demo/bandeja';
const CORREO = /^\/demo\/bandeja\/[^/]+$/;
const POLITICA_DE_CORREO =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** Where an e.firma is typed to sign in, no form may be sent anywhere: a password cannot leave by accident. */
function contentSecurityPolicy(nonce: string, appUrl: string, pathname: string): string {
  if (ADJUNTO.test(pathname)) return "sandbox; default-src 'none'; frame-ancestors 'none'";
  if (CORREO.test(pathname)) return POLITICA_DE_CORREO;
  const isDev = process.env.NODE_ENV === 'development';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    `form-action ${INGRESO.test(pathname) ? "'none'" : "'self'"}`,
    ...(pathname === BANDEJA ? ["frame-src 'self'"] : []),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(appUrl.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
