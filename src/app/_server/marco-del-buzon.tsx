import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { signOut } from '#tramites/sesion/sign-out.ts';
import { BarraDelBuzon, type SeccionDelBuzon } from '#ui/components/barra-del-buzon/barra-del-buzon.tsx';
import { Marco } from '#ui/components/marco/marco.tsx';
import { sessionCookieName } from './auth.ts';
import { contextoDeTitular } from './contexto.ts';
import { raiz } from './raiz.ts';

/** The frame of the pages of the Buzón: top bar, who is signed in, «Salir». */
export function MarcoDelBuzon({ ctx, actual, children }: Props) {
  return (
    <Marco demo={raiz().esDemo} barra={<BarraDelBuzon actual={actual} titular={ctx.actor} salir={salir} />}>
      {children}
    </Marco>
  );
}
interface Props {
  ctx: ContextoDeTitular;
  actual?: SeccionDelBuzon;
  children: ReactNode;
}

/** «Salir»: closes the session's row and forgets the cookie; harmless without a session. */
async function salir(): Promise<void> {
  'use server';
  const ctx = await contextoDeTitular();
  if (ctx) await signOut(ctx);
  (await cookies()).delete(sessionCookieName());
  redirect('/');
}
