import { cookies } from 'next/headers';
import { signOut } from '#tramites/sesion/sign-out.ts';
import { sessionCookieName } from '../_server/auth.ts';
import { contextoDeTitular } from '../_server/contexto.ts';
import { isSameOrigin } from '../_server/same-origin.ts';

/** «Salir»: closes the session's row and makes the browser forget what it kept. Only from a page of the portal. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await contextoDeTitular();
  if (ctx) await signOut(ctx);
  (await cookies()).delete(sessionCookieName());
  return new Response(null, { status: 303, headers: { location: '/', 'clear-site-data': '"cache", "storage"' } });
}
