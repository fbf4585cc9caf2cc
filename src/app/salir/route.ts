import { cookies } from 'next/headers';
import { signOut } from '#tramites/sesion/list-sesiones.ts';
import { contextoDeSoporte, contextoDeTitular } from '../_server/contexto.ts';
import { cookieName, cookieOptions, SALIDA, sessionCookieName } from '../_server/cookies.ts';
import { findOtraSesion, paginaDeOtraSesion, parseFormData } from '../_server/formulario.ts';
import { marcaDeQuienIngreso } from '../_server/marca.ts';

/** «Salir»: closes the session's row and makes the browser forget what it kept. Only from a page of theirs (server/guard-request.ts). */
export async function POST(request: Request): Promise<Response> {
  const otra = await findOtraSesion(marcaDeQuienIngreso(await parseFormData(request)));
  if (otra) return new Response(null, { status: 303, headers: { location: paginaDeOtraSesion(otra) } });
  const ctx = (await contextoDeTitular()) ?? (await contextoDeSoporte());
  if (ctx) await signOut(ctx);
  // With the attributes it was set with, or the browser keeps a «__Host-» cookie.
  (await cookies()).delete({ name: sessionCookieName(), ...cookieOptions() });
  if (ctx) (await cookies()).set(cookieName(SALIDA), '1', { ...cookieOptions(), maxAge: 20 });
  return new Response(null, { status: 303, headers: { location: '/', 'clear-site-data': '"cache", "storage"' } });
}
