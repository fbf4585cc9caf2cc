import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from './auth.ts';

type Params = { params: Promise<{ nextauth: string[] }> };

/** Those of next-auth's addresses that the portal uses; its other pages are not ours to show. */
const USED = ['GET csrf', 'POST callback/efirma', 'POST callback/efirma-de-soporte'];

export async function authHandler(request: NextRequest, context: Params): Promise<Response> {
  const { nextauth } = await context.params;
  if (!USED.includes(`${request.method} ${nextauth.join('/')}`)) return new Response(null, { status: 404 });
  return NextAuth(request as never, context as never, authOptions());
}
