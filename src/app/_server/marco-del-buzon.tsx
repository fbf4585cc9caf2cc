import type { ReactNode } from 'react';
import { INACTIVIDAD_MAXIMA_MINUTOS } from '#domain/sesion/duracion.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { BarraDelBuzon, type SeccionDelBuzon } from '#ui/components/barra-del-buzon/barra-del-buzon.tsx';
import { Marco } from '#ui/components/marco/marco.tsx';
import { AvisoDeInactividad } from '#ui/sesion/aviso-de-inactividad.tsx';
import { contextoDeTitular } from './contexto.ts';
import { raiz } from './raiz.ts';

/** The frame of the pages of the Buzón: top bar, who is signed in, «Salir», and the warning before the session ends. */
export function MarcoDelBuzon({ ctx, actual, children }: Props) {
  return (
    <Marco demo={raiz().esDemo} barra={<BarraDelBuzon actual={actual} titular={ctx.actor} />}>
      {children}
      <AvisoDeInactividad minutos={INACTIVIDAD_MAXIMA_MINUTOS} seguir={seguirEnLaSesion} />
    </Marco>
  );
}
interface Props {
  ctx: ContextoDeTitular;
  actual?: SeccionDelBuzon;
  children: ReactNode;
}

/** «Seguir en la sesión»: asking for the session is its activity. False when it had ended. */
async function seguirEnLaSesion(): Promise<boolean> {
  'use server';
  return (await contextoDeTitular()) !== null;
}
