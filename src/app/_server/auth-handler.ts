import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from './auth.ts';

type Params = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses: the csrf token and the sign-in with e.firma. */
export function authHandler(request: NextRequest, context: Params): Promise<Response> {
  return NextAuth(request as never, context as never, authOptions());
}
