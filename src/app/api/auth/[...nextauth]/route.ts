import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '../../../_server/auth.ts';

type Params = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses: the csrf token and the sign-in with e.firma. */
function handler(request: NextRequest, context: Params) {
  return NextAuth(request as never, context as never, authOptions());
}

export { handler as GET, handler as POST };
