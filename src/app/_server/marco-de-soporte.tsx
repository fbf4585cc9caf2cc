import type { ReactNode } from 'react';
import { INACTIVIDAD_MAXIMA_MINUTOS } from '#domain/sesion/duracion.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { BarraDeSoporte, type SeccionDeSoporte } from '#ui/components/barra-de-soporte/barra-de-soporte.tsx';
import { Marco } from '#ui/components/marco/marco.tsx';
import { AvisoDeInactividad } from '#ui/sesion/aviso-de-inactividad.tsx';
import { contextoDeSoporte } from './contexto.ts';
import { raiz } from './raiz.ts';

/** The frame of the console's pages: top bar, who is signed in, «Salir», and the warning before the session ends. */
export function MarcoDeSoporte({ ctx, actual, children }: Props) {
  return (
    <Marco demo={raiz().esDemo} barra={<BarraDeSoporte actual={actual} miembro={ctx.actor} />}>
      {children}
      <AvisoDeInactividad minutos={INACTIVIDAD_MAXIMA_MINUTOS} seguir={seguirEnSoporte} ingresar="/soporte/ingresar" />
    </Marco>
  );
}
interface Props {
  ctx: ContextoDeSoporte;
  actual?: SeccionDeSoporte;
  children: ReactNode;
}

/** «Seguir en la sesión»: asking for the session is its activity. False when it had ended. */
async function seguirEnSoporte(): Promise<boolean> {
  'use server';
  return (await contextoDeSoporte()) !== null;
}
